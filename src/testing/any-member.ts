import fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { addPerson, findPerson, saveProfile } from '#api/repository/people.ts'
import { addCheck, findCheck, strikeCheck } from '#api/repository/pool-checks.ts'
import { readinessRules } from '#api/repository/readiness.ts'
import { appendVerifiedLevel } from '#api/repository/verified-levels.ts'
import { after, dayOf, daysLater } from '#domain/calendar.ts'
import type { Person, PoolRole, Standing } from '#domain/person.ts'
import { checkKinds, type PoolCheckKind } from '#domain/pool-check.ts'
import type { Region } from '#domain/region.ts'
import { isCompleted } from '#domain/training-path.ts'
import type { StartedApi } from './api.ts'

// People at random with all that is on record of them, for what SQL and the rules are to say alike.

/** The modules of the common core, as the tests' path asks for them. */
export const core = ['m1', 'm2']
/** The bodies that `anybody` may be tied to; a test lays them into its register. */
export const bodies = ['north-force', 'north-trust', 'south-council'] as const
const today = '2026-11-23'

const daysAgo = fc.integer({ min: 0, max: 1400 })
const often = (mostly: number) => fc.integer({ min: 1, max: 100 }).map((drawn) => drawn <= mostly)
const aCheck = (kind: PoolCheckKind) =>
  fc.record({
    kind: fc.constant(kind),
    there: often(kind === 'registration' || kind === 'training' ? 15 : 98),
    // Mostly of this year, so that some people are ready; now and then of any.
    issued: fc.oneof({ weight: 30, arbitrary: fc.integer({ min: 0, max: 200 }) }, { weight: 1, arbitrary: daysAgo }),
    level: fc.constantFrom('enhanced', 'enhanced', 'enhanced', 'enhanced', 'enhanced-barred', 'standard'),
    struck: often(4),
  })
const drawn = {
  name: fc.constant<string>('Somebody'),
  region: fc.constant<Region | null>('london'),
  travelsTo: fc.subarray<Region>(['london', 'north-east', 'east-midlands']),
  specialisms: fc.subarray(['neglect', 'family courts', 'family neglect']),
  roles: fc.subarray<PoolRole>(['chair', 'author', 'adviser'], { minLength: 1 }),
  standing: fc.constantFrom<Standing>('active', 'active', 'active', 'active', 'supervised', 'paused'),
  passed: fc.oneof({ weight: 6, arbitrary: fc.constant(core) }, { weight: 1, arbitrary: fc.subarray(core) }),
  certificates: fc.uniqueArray(
    fc.record({ path: fc.constantFrom('core', 'extra'), until: fc.integer({ min: -100, max: 1100 }), revoked: often(10) }),
    {
      maxLength: 2,
      selector: ({ path }) => path,
    },
  ),
  checks: fc.tuple(
    ...checkKinds.map(aCheck),
    ...checkKinds.map((kind) => aCheck(kind).map((check) => ({ ...check, there: check.there && check.struck }))),
  ),
  declared: fc.option(daysAgo, { nil: null }),
  offers: fc.option(fc.record({ most: fc.integer({ min: 0, max: 3 }), thisMonth: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }) }), {
    nil: null,
  }),
  away: fc.array(
    fc.record({
      from: daysAgo,
      days: fc.integer({ min: 0, max: 300 }),
      state: fc.constantFrom('available', 'unavailable', 'limited', 'tentative'),
      roles: fc.constantFrom('', 'chair', 'author,chair'),
      removed: often(20),
    }),
    { maxLength: 2 },
  ),
  held: fc.array(fc.record({ from: daysAgo, days: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }), removed: often(20) }), {
    maxLength: 3,
  }),
  levels: fc.record({ '1.1': fc.integer({ min: 2, max: 4 }), '3.3': fc.integer({ min: 2, max: 4 }), '5.1': fc.integer({ min: 1, max: 4 }) }),
}

/** A member of London in some state of being ready, mostly. */
export const aMember = fc.record(drawn)

/** Anybody on a roster: of a few regions and names, of every standing, tied to a few bodies. */
export const anybody = fc.record({
  ...drawn,
  name: fc.constantFrom<string>('Amara Okafor', 'Bryn Pritchard', 'Amara Pole', 'Edith Lowe'),
  region: fc.constantFrom<Region | null>('london', 'north-east', 'south-west', null),
  standing: fc.constantFrom<Standing>('active', 'active', 'active', 'supervised', 'paused', 'in-checks', 'enquirer', 'applicant', 'retired'),
  roles: fc.subarray<PoolRole>(['chair', 'author', 'adviser']),
  passed: fc.oneof({ weight: 4, arbitrary: fc.constant(core) }, { weight: 1, arbitrary: fc.subarray(core) }),
  affiliations: fc.array(
    fc.record({ organisation: fc.option(fc.constantFrom(...bodies), { nil: null, freq: 6 }), from: daysAgo, to: fc.option(daysAgo, { nil: null }) }),
    { maxLength: 2 },
  ),
})

type Drawn = Omit<typeof anybody extends fc.Arbitrary<infer T> ? T : never, 'affiliations'> &
  Partial<Pick<typeof anybody extends fc.Arbitrary<infer T> ? T : never, 'affiliations'>>

/** Writes somebody who was drawn into the database; their id. The tally is to be counted afresh afterwards. */
export async function layMember(api: StartedApi, member: Drawn): Promise<string> {
  const {
    name,
    region,
    travelsTo,
    specialisms,
    roles,
    standing,
    passed,
    certificates,
    checks,
    declared,
    offers,
    away,
    held,
    levels,
    affiliations = [],
  } = member
  const now = () => api.clock.now()
  const at = (ago: number) => after(now(), { days: -ago }).toISOString()
  const doer = { at: at(1500), personId: null }
  const { checks: policy } = await readinessRules(api.db, api.deps.content, roles)
  return api.db.transaction().execute(async (tx) => {
    const id = await addPerson(tx, { name, email: `${newId()}@example.org`, standing: 'applicant', joinedOn: dayOf(now()) }, doer)
    const person = (await findPerson(tx, id)) as Person // it was added a line before
    await saveProfile(tx, person, { name: person.name, phone: null, region, roles }, doer, { action: 'profile-changed' })
    if (travelsTo.length > 0)
      await tx
        .insertInto('member_region')
        .values(travelsTo.map((to) => ({ person_id: id, region: to })))
        .execute()
    if (specialisms.length > 0)
      await tx
        .insertInto('member_specialism')
        .values(specialisms.map((known) => ({ person_id: id, specialism: known, search_key: known })))
        .execute()
    const moved = { id: newId(), person_id: id, standing, reason: null, at: at(900), by_person_id: null }
    await tx.insertInto('person_standing').values(moved).execute()
    const training = isCompleted(core, new Set(passed)) ? 'completed' : passed.length > 0 ? 'in-progress' : 'not-started'
    await tx.updateTable('person').set({ standing, training }).where('id', '=', id).execute()
    const enrolment = { id: newId(), person_id: id, module_id: 'm1', module_version: 1, place_lesson: null, place_block: null, started_at: at(950) }
    await tx.insertInto('enrolment').values(enrolment).execute()
    for (const [index, module_id] of passed.entries())
      await tx
        .insertInto('attempt')
        .values({
          id: newId(),
          person_id: id,
          enrolment_id: enrolment.id,
          module_id,
          module_version: 1,
          number: index + 1,
          seed: 1,
          items: 10,
          started_at: at(940),
          submitted_at: at(939),
          right: 10,
          passed: 1,
        })
        .execute()
    for (const [index, { path, until, revoked }] of certificates.entries())
      await tx
        .insertInto('certificate')
        .values({
          code: newId(),
          person_id: id,
          path,
          number: index + 1,
          title: 'A certificate',
          name_key: 'somebody',
          claims: '{}',
          credential: '',
          issued_at: at(800),
          valid_until: at(-until),
          revoked_at: revoked ? at(20) : null,
          revoked_reason: null,
          revoked_words: null,
          reminders: 1,
        })
        .execute()
    for (const { kind, there, issued, level, struck } of checks) {
      if (!there) continue
      const given = { kind, level: kind === 'dbs' ? (level as 'enhanced') : null, number: null, issuedOn: daysLater(today, -issued), note: null }
      const checkId = await addCheck(tx, { personId: id, given, policy, by: id, at: at(0) })
      const check = await findCheck(tx, id, checkId)
      if (struck && check) await strikeCheck(tx, check, { version: check.version, reason: 'Mistaken', at: at(0) })
    }
    if (declared !== null)
      await tx
        .insertInto('affiliation_declaration')
        .values({ person_id: id, declared_at: at(declared) })
        .execute()
    if (offers) {
      await tx
        .insertInto('member')
        .values({
          person_id: id,
          sector: null,
          specialisms: '[]',
          languages: '[]',
          days_a_month: 5,
          most_reviews: offers.most,
          confirmed_at: null,
          confirm_asked_at: null,
        })
        .execute()
      if (offers.thisMonth !== null)
        await tx
          .insertInto('capacity_month')
          .values({ person_id: id, month: today.slice(0, 7), days: 5, most_reviews: offers.thisMonth })
          .execute()
    }
    for (const { from, days: long, state, roles: forRoles, removed } of away)
      await tx
        .insertInto('availability')
        .values({
          id: newId(),
          person_id: id,
          from_on: daysLater(today, 100 - from),
          to_on: daysLater(today, 100 - from + long),
          state,
          roles: forRoles,
          note: '',
          entered_by: null,
          at: at(3),
          removed_at: removed ? at(1) : null,
        })
        .execute()
    for (const { from, days: long, removed } of held)
      await tx
        .insertInto('commitment')
        .values({
          id: newId(),
          person_id: id,
          reference: 'R-1',
          authority: 'kent-county-council',
          role: 'chair',
          from_on: daysLater(today, 200 - from),
          to_on: long === null ? null : daysLater(today, 200 - from + long),
          days: 3,
          entered_by: null,
          at: at(3),
          removed_at: removed ? at(1) : null,
        })
        .execute()
    for (const [skill, level] of Object.entries(levels)) await appendVerifiedLevel(tx, id, { skill, frameworkVersion: 1, level, at: at(500) })
    for (const { organisation, from, to } of affiliations)
      await tx
        .insertInto('affiliation')
        .values({
          id: newId(),
          person_id: id,
          organisation_id: organisation,
          free_name: organisation ? null : 'A body',
          kind: 'employer',
          from_day: daysLater(today, -from - (to ?? 0)),
          to_day: to === null ? null : daysLater(today, -to * 2),
          declared_at: at(1),
        })
        .execute()
    return id
  })
}
