import fc from 'fast-check'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { after, dayOf, daysLater } from '#domain/calendar.ts'
import type { PoolRole } from '#domain/person.ts'
import { checkKinds, type PoolCheckKind } from '#domain/pool-check.ts'
import { readinessOf } from '#domain/readiness.ts'
import { isCompleted } from '#domain/training-path.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aModule, aPath } from '#testing/module.ts'
import { keepBars } from './bars.ts'
import { currentFramework } from './frameworks.ts'
import { addPerson, findPerson, saveProfile } from './people.ts'
import { addCheck, findCheck, strikeCheck } from './pool-checks.ts'
import { readinessFacts, readinessRules } from './readiness.ts'
import { countReady, readyOn } from './ready-on.ts'
import { appendVerifiedLevel } from './verified-levels.ts'

const core = ['m1', 'm2']
const today = '2026-11-23'
/** Today, soon, and far enough ahead that everything has run out. */
const days = [today, '2027-02-28', '2027-11-30', '2029-02-28', '2033-01-01']

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
const somebody = fc.record({
  roles: fc.subarray<PoolRole>(['chair', 'author', 'adviser'], { minLength: 1 }),
  standing: fc.constantFrom('active', 'active', 'active', 'active', 'supervised', 'paused'),
  passed: fc.oneof({ weight: 6, arbitrary: fc.constant(core) }, { weight: 1, arbitrary: fc.subarray(core) }),
  certificates: fc.array(fc.record({ path: fc.constantFrom('core', 'extra'), until: fc.integer({ min: -100, max: 1100 }), revoked: often(10) }), {
    maxLength: 2,
  }),
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
})

describe.each(homes)('who is ready, in SQL over $name', (home) => {
  let api: StartedApi
  const people: string[] = []
  beforeAll(async () => {
    api = await startApi(home)
    api.deps.content = { ...api.deps.content, modules: core.map((id) => aModule(1, id)), paths: [aPath(core)] }
    for (const one of fc.sample(somebody, { numRuns: 60, seed: 23 })) people.push(await lay(one))
  })
  afterAll(() => api.stop())

  const now = () => api.clock.now()
  const at = (ago: number) => after(now(), { days: -ago }).toISOString()

  async function lay({
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
  }: typeof somebody extends fc.Arbitrary<infer T> ? T : never) {
    const doer = { at: at(1500), personId: null }
    const { checks: policy } = await readinessRules(api.db, api.deps.content, roles)
    return api.db.transaction().execute(async (tx) => {
      const id = await addPerson(tx, { name: 'Somebody', email: `${newId()}@example.org`, standing: 'applicant', joinedOn: dayOf(now()) }, doer)
      const person = (await findPerson(tx, id))! // it was added a line before
      await saveProfile(tx, person, { name: person.name, phone: null, region: 'london', roles }, doer, { action: 'profile-changed' })
      const moved = { id: newId(), person_id: id, standing, reason: null, at: at(900), by_person_id: null }
      await tx.insertInto('person_standing').values(moved).execute()
      const training = isCompleted(core, new Set(passed)) ? 'completed' : 'in-progress'
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
      return id
    })
  }

  test.each([false, true])('is whom the rule finds ready, today and on days to come, where skills count: %s', async (skillsCount) => {
    const framework = await currentFramework(api.db, api.deps.content)
    await keepBars(api.db, framework)
    const { checks } = await readinessRules(api.db, api.deps.content, [])
    const known = await Promise.all(
      people.map(async (id) => {
        const person = (await findPerson(api.db, id))! // laid above
        const rules = { ...(await readinessRules(api.db, api.deps.content, person.roles)), skillsCount }
        return { id, rules, facts: await readinessFacts(api.db, person) }
      }),
    )
    const found = { ready: 0, not: 0 }
    for (const on of days) {
      for (const role of ['chair', 'author', 'adviser'] as const) {
        const isReady = ({ facts, rules }: (typeof known)[number]) =>
          readinessOf(facts, on, rules).some((one) => one.role === role && one.reasons.length === 0)
        const rule = known.filter(isReady).map(({ id }) => id)
        const rows = await api.db
          .selectFrom('person')
          .innerJoin('person_role', 'person_role.person_id', 'person.id')
          .where('person_role.role', '=', role)
          .where(readyOn(sql.val(role), on, { checks, skillsCount }))
          .select('person.id')
          .execute()
        expect(rows.map(({ id }) => id).toSorted(), `${role} on ${on}`).toEqual(rule.toSorted())
        const counted = await countReady(api.db, on, { checks, skillsCount })
        expect(counted.filter((one) => one.role === role).reduce((sum, one) => sum + one.people, 0)).toBe(rule.length)
        found.ready += rule.length
        found.not += people.length - rule.length
      }
    }
    // The draw is worth something only where it holds both.
    expect(found.ready).toBeGreaterThan(skillsCount ? 3 : 8)
    expect(found.not).toBeGreaterThan(100)
  })
})
