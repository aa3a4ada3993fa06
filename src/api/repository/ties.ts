import { type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import { dayOf } from '#domain/calendar.ts'
import {
  type Asked,
  bodiesMeant,
  countsSince,
  type Declared,
  organisationsTied,
  tiesTo,
  type TieRegister,
  type TieRule,
  type TieVerdict,
} from '#domain/ties.ts'
import type { AffiliationKind } from '#domain/affiliation.ts'
import type { Roster } from '#domain/person.ts'
import { regions } from '#domain/region.ts'
import { invalid } from '../problem.ts'
import type { Database, Db } from './database.ts'
import { settingValue } from './settings.ts'
import { succession } from './organisations.ts'

/** What the roster asks about ties, worked out once: every organisation that counts, on which day, and since when one that ended still does. */
export interface TieQuestion {
  asked: readonly Asked[]
  /** Ids of the register, old and new, a tie to which is a tie to something that was asked for. */
  organisations: readonly string[]
  register: TieRegister
  rule: TieRule
  /** What was asked for in words, with how many bodies of that day it means. */
  named: Roster['asked']
}

/** The part of the register that a question about ties needs. */
export async function tieRegister(db: Db): Promise<TieRegister> {
  const areas = await db.selectFrom('organisation_area').select(['organisation_id', 'area_id']).execute()
  const organisations = await db.selectFrom('organisation').select(['id', 'region']).execute()
  return {
    succession: await succession(db),
    areas: areas.map((row) => ({ organisationId: row.organisation_id, areaId: row.area_id })),
    regions: organisations.map(({ id, region }) => ({ organisationId: id, region })),
  }
}

/**
 * Reads what is asked for against the register as it is, so that one query over everybody answers it.
 * @throws Problem 422 for something that the register does not have: leaving it out would call people untied to it.
 */
export async function tieQuestion(db: Db, asked: readonly Asked[], on: string): Promise<TieQuestion> {
  const register = await tieRegister(db)
  const meant = asked.map((one) => bodiesMeant(one, register, on))
  const bodies = meant.flat()
  const names = await namesOf(db, asked)
  const unknown = asked.find((_, index) => names[index] === undefined)
  if (unknown) throw invalid([{ pointer: 'ties', detail: `The register has no ${unknown}` }])
  return {
    asked,
    named: asked.map((id, index) => ({ id, name: names[index] ?? id, bodies: meant[index]?.length ?? 0 })),
    organisations: organisationsTied([...new Set(bodies)], register.succession, on),
    register,
    rule: { on, countsForYears: await settingValue(db, 'affiliation-counts-years') },
  }
}

/** What each thing asked for is called; nothing for one that the register does not have. */
async function namesOf(db: Db, asked: readonly Asked[]): Promise<(string | undefined)[]> {
  const ids = asked.map((one) => one.replace(/^area:/, ''))
  const rows = await db.selectFrom('organisation').select(['id', 'name', 'area', 'kind']).where('id', 'in', ids).execute()
  return asked.map((one, index) => {
    const row = rows.find(({ id }) => id === ids[index])
    if (one.startsWith('region:')) return regions.find((region) => one === `region:${region}`)
    // An authority that was abolished has no area any more, and means those of its successors.
    if (one.startsWith('area:')) return row?.area ?? (row?.kind === 'local-authority' ? row.name : undefined)
    return row?.name
  })
}

type People = ExpressionBuilder<Database, 'person'>

/** The affiliations of the row's person that count on the day of a question. */
const counting = (eb: People, { rule }: TieQuestion) =>
  eb
    .selectFrom('affiliation')
    .select('affiliation.id')
    .whereRef('affiliation.person_id', '=', 'person.id')
    .where('affiliation.from_day', '<=', rule.on)
    .where((row) => row.or([row('affiliation.to_day', 'is', null), row('affiliation.to_day', '>', countsSince(rule.on, rule.countsForYears))]))

/** Whether a tie is on record between the row's person and anything that is asked for. */
export const personHasTie = (eb: People, question: TieQuestion): Expression<SqlBool> =>
  eb.exists(counting(eb, question).where('affiliation.organisation_id', 'in', [...question.organisations, '']))

/** Whether all is known of the row's person that is needed to say that there is no tie: they declared, and what they declared is matched to the register. */
export const personIsKnown = (eb: People, question: TieQuestion): Expression<SqlBool> =>
  eb.and([
    eb.exists(eb.selectFrom('affiliation_declaration').select('declared_at').whereRef('affiliation_declaration.person_id', '=', 'person.id')),
    eb.not(eb.exists(counting(eb, question).where('affiliation.organisation_id', 'is', null))),
  ])

/**
 * Whether no tie is on record between the row's person and anything that is asked for: the same as every verdict of `tiesTo` being 'none', in SQL. For a
 * query over `person`: `query.where((eb) => personHasNoTie(eb, await tieQuestion(db, ['kent-police', 'area:kent-county-council'], day)))`.
 */
export const personHasNoTie = (eb: People, question: TieQuestion): Expression<SqlBool> =>
  eb.and([eb.not(personHasTie(eb, question)), personIsKnown(eb, question)])

/** Whether it is not known if the row's person is tied to anything that is asked for. */
export const personTieNotKnown = (eb: People, question: TieQuestion): Expression<SqlBool> =>
  eb.and([eb.not(personHasTie(eb, question)), eb.not(personIsKnown(eb, question))])

/** What is on record between each of some people and everything that is asked for. */
export async function tieVerdicts(db: Db, personIds: readonly string[], question: TieQuestion): Promise<Map<string, TieVerdict[]>> {
  if (personIds.length === 0) return new Map()
  const affiliations = await db
    .selectFrom('affiliation')
    .select(['id', 'person_id', 'organisation_id', 'from_day', 'to_day'])
    .where('person_id', 'in', personIds)
    .execute()
  const declarations = await db.selectFrom('affiliation_declaration').selectAll().where('person_id', 'in', personIds).execute()
  return new Map(
    personIds.map((personId) => {
      const declared = declarations.find((row) => row.person_id === personId)?.declared_at
      const facts: Declared = {
        declaredOn: declared ? dayOf(new Date(declared)) : null,
        affiliations: affiliations
          .filter((row) => row.person_id === personId)
          .map((row) => ({ id: row.id, organisationId: row.organisation_id, from: row.from_day, to: row.to_day })),
      }
      return [personId, tiesTo(facts, question.asked, question.register, question.rule)]
    }),
  )
}

/** The same in words, for the people of a page: the bodies that each is tied to and how, or since when none is on record, or why it is not known. */
export async function rosterTies(
  db: Db,
  personIds: readonly string[],
  question: TieQuestion,
): Promise<Map<string, Roster['people'][number]['ties']>> {
  const verdicts = await tieVerdicts(db, personIds, question)
  const ties = [...verdicts.values()].flat().flatMap((verdict) => (verdict.kind === 'tie' ? verdict.ties : []))
  const bodies = await db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', 'in', ['', ...ties.map(({ organisation }) => organisation)])
    .execute()
  const kinds = await db
    .selectFrom('affiliation')
    .select(['id', 'kind'])
    .where('id', 'in', ['', ...ties.map(({ affiliation }) => affiliation)])
    .execute()
  return new Map(
    [...verdicts].map(([id, found]) => [
      id,
      inWords(found, new Map(bodies.map((row) => [row.id, row.name])), new Map(kinds.map((row) => [row.id, row.kind]))),
    ]),
  )
}

function inWords(
  verdicts: readonly TieVerdict[],
  names: ReadonlyMap<string, string>,
  kinds: ReadonlyMap<string, string>,
): Roster['people'][number]['ties'] {
  const ties = verdicts.flatMap((verdict) => (verdict.kind === 'tie' ? verdict.ties : []))
  if (ties.length > 0) {
    const each = new Map(ties.map((tie) => [`${tie.organisation} ${tie.affiliation}`, tie]))
    return {
      kind: 'tie',
      ties: [...each.values()].map(({ organisation, affiliation, why }) => ({
        organisation: names.get(organisation) ?? organisation,
        how: kinds.get(affiliation) as AffiliationKind,
        why,
      })),
    }
  }
  const unknown = verdicts.find(({ kind }) => kind === 'not-known')
  if (unknown?.kind === 'not-known') return { kind: 'not-known', why: unknown.why }
  const [none] = verdicts
  return none?.kind === 'none' ? { kind: 'none', declaredOn: none.declaredOn } : null
}
