import type { AffiliationKind } from '#domain/affiliation.ts'
import { dayOf, daysLater } from '#domain/calendar.ts'
import { type Framework, needsOf, skillsIn } from '#domain/framework.ts'
import { nameKey, type Person, type PoolRole } from '#domain/person.ts'
import { countsUntil, isCounting, tieStateOf } from '#domain/ties.ts'
import { type RosterFacts, type RosterRules, whyNotOn, type WhyNotReason } from '#domain/why-not.ts'
import type { Db } from './database.ts'
import { capacitiesOf } from './offers.ts'
import { readinessFacts } from './readiness.ts'
import { wantedOf } from './roster-conditions.ts'
import type { RosterQuestion } from './roster-question.ts'
import { firstDuesOf, rolesReady } from './roster-whys.ts'
import { type TieQuestion, tieVerdicts } from './ties.ts'

const nobody = { offer: { daysAMonth: null, mostReviews: null, months: [] }, commitments: [], availability: [] }

/** Why one person is not on the list that the question asks for, by the rules and not by the list's SQL. */
export async function whyNot(db: Db, framework: Framework, person: Person, question: RosterQuestion): Promise<WhyNotReason[]> {
  const { filters, today } = question
  const skills = new Map(skillsIn(framework).map(({ id, name }) => [id, `${id} ${name}`]))
  const needs = (role: PoolRole) =>
    needsOf(framework, role).map(({ skill, level, weight }) => ({
      skill: skill.id,
      title: skills.get(skill.id) ?? skill.id,
      level,
      core: weight === 'core',
    }))
  const rules: RosterRules = {
    today,
    needs: { chair: needs('chair'), author: needs('author'), adviser: needs('adviser') },
    titleOf: (skill) => skills.get(skill) ?? skill,
    wanted: wantedOf(filters),
    dueBy: filters.due ? daysLater(today, Number(filters.due)) : null,
  }
  return whyNotOn(await factsOf(db, person, question), filters, rules)
}

async function factsOf(db: Db, person: Person, question: RosterQuestion): Promise<RosterFacts> {
  const { id } = person
  const standing = await db
    .selectFrom('person_standing')
    .select(['id', 'at'])
    .where('person_id', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const tags = await db.selectFrom('person_tag').select('tag_key').where('person_id', '=', id).execute()
  const levels = await db.selectFrom('person_skill').select(['skill', 'level']).where('person_id', '=', id).execute()
  const travelled = await db.selectFrom('member_region').select('region').where('person_id', '=', id).execute()
  const known = await db.selectFrom('member_specialism').select('search_key').where('person_id', '=', id).execute()
  const facts = await readinessFacts(db, person)
  const lapsed = person.training === 'completed' ? lapsedOn(facts.certificates, question.today) : null
  const inWords = question.asked?.inWords
  return {
    nameKey: nameKey(person.name),
    region: person.region,
    travelsTo: travelled.map(({ region }) => region),
    roles: person.roles,
    standing: person.standing,
    standingRecord: standing ? { id: standing.id, from: dayOf(new Date(standing.at)) } : null,
    training: lapsed ? 'expired' : person.training,
    lapsed,
    specialisms: known.map(({ search_key }) => search_key),
    tags: tags.map(({ tag_key }) => tag_key),
    levels: new Map(levels.map(({ skill, level }) => [skill, level])),
    ties: question.ties && (await tiesOf(db, id, question.ties)),
    readiness: rolesReady(question, facts).map((one) => ({ ...one, reasons: inWords ? one.reasons.map(inWords) : one.reasons })),
    capacity: (await capacitiesOf(db, [id])).get(id) ?? nobody,
    firstDue: (await firstDuesOf(db, [id])).get(id) ?? null,
  }
}

/** The certificate that stopped counting last, where none counts any more. */
function lapsedOn(certificates: readonly { id: string; validUntil: string; revokedOn: string | null }[], today: string): RosterFacts['lapsed'] {
  if (certificates.length === 0 || certificates.some(({ validUntil, revokedOn }) => revokedOn === null && validUntil > today)) return null
  const ends = certificates.map(({ id, validUntil, revokedOn }) => ({
    id,
    on: revokedOn !== null && revokedOn < validUntil ? revokedOn : validUntil,
  }))
  return ends.toSorted((one, other) => (one.on < other.on ? 1 : -1))[0] ?? null
}

async function tiesOf(db: Db, personId: string, question: TieQuestion): Promise<RosterFacts['ties']> {
  const verdicts = (await tieVerdicts(db, [personId], question)).get(personId) ?? []
  const state = tieStateOf(verdicts)
  if (state === 'none') return { kind: 'none' }
  const affiliations = await db
    .selectFrom('affiliation')
    .select(['id', 'kind', 'organisation_id', 'from_day', 'to_day'])
    .where('person_id', '=', personId)
    .execute()
  if (state === 'not-known') {
    const why = verdicts.flatMap((verdict) => (verdict.kind === 'not-known' ? verdict.why : []))
    const unmatched = affiliations.filter((row) => row.organisation_id === null && isCounting({ from: row.from_day, to: row.to_day }, question.rule))
    return { kind: 'not-known', why: [...new Set(why)], unmatched: unmatched.map(({ id }) => id) }
  }
  const tied = verdicts.flatMap((verdict) => (verdict.kind === 'tie' ? verdict.ties : []))
  const bodies = await db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      tied.map(({ organisation }) => organisation),
    )
    .execute()
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  const each = new Map(tied.map((tie) => [`${tie.organisation} ${tie.affiliation}`, tie]))
  return {
    kind: 'tie',
    ties: [...each.values()].map(({ organisation, affiliation, why }) => {
      const row = affiliations.find(({ id }) => id === affiliation)
      return {
        organisation: names.get(organisation) ?? organisation,
        how: row?.kind as AffiliationKind, // a verdict names affiliations that there are
        why,
        countsUntil: row?.to_day ? countsUntil(row.to_day, question.rule.countsForYears) : null,
      }
    }),
  }
}
