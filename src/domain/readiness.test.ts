import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysLater } from './calendar.ts'
import type { Standing } from './person.ts'
import { checkKinds } from './pool-check.ts'
import { type ReadinessFacts, readinessOf, type ReadinessRules, type Reason } from './readiness.ts'
import { standingMoves } from './standing.ts'

const on = '2026-11-30'
const rules: ReadinessRules = {
  core: ['m1', 'm2'],
  bars: { chair: [{ skill: '1.1', level: 3 }], author: [{ skill: '5.1', level: 2 }], adviser: [] },
  skillsCount: true,
  checks: {
    months: { dbs: 36, references: 60, insurance: 12, registration: 12, training: 36, declaration: 12, 'data-protection': 24 },
    dbsLevel: 'enhanced',
  },
}
const asked = ['dbs', 'references', 'insurance', 'declaration', 'data-protection'] as const

const ready: ReadinessFacts = {
  roles: ['chair'],
  standings: [{ id: 's1', standing: 'active', on: '2025-01-10' }],
  passes: rules.core.map((module) => ({ module, on: '2025-01-05' })),
  certificates: [{ id: 'c1', on: '2025-01-05', validUntil: '2028-01-05', revokedOn: null }],
  checks: asked.map((kind) => ({
    id: kind,
    kind,
    level: kind === 'dbs' ? 'enhanced' : null,
    issuedOn: '2026-03-02',
    recordedOn: '2026-03-09',
    struckOn: null,
  })),
  declarations: [],
  verified: [{ skill: '1.1', level: 3, on: '2025-02-01' }],
  availability: [{ id: 'a1', from: '2026-01-01', to: '2027-12-31', state: 'available', roles: [], on: '2026-01-01', removedOn: null }],
  commitments: [],
  mostReviews: [{ most: 1, month: null, on: '2026-01-01' }],
}

const first = (facts: ReadinessFacts, day = on, by = rules) => readinessOf(facts, day, by)[0]!
const rulesOf = (facts: ReadinessFacts, day = on, by = rules) => first(facts, day, by).reasons.map(({ rule }) => rule)

test('somebody of whom all is on record is ready, and nothing is left to say', () => {
  expect(first(ready)).toEqual({ role: 'chair', as: 'independent', reasons: [], warnings: [] })
})

test('somebody supervised is ready, and only as supervised', () => {
  const facts = { ...ready, standings: [...ready.standings, { id: 's2', standing: 'supervised' as const, on: '2026-05-05' }] }
  expect(first(facts)).toMatchObject({ as: 'supervised', reasons: [] })
})

test('each role of somebody is asked by itself', () => {
  const both = readinessOf({ ...ready, roles: ['author', 'chair'] }, on, rules)
  expect(both.map(({ role, reasons }) => [role, reasons.length])).toEqual([
    ['author', 1],
    ['chair', 0],
  ])
})

test.each<[string, Partial<ReadinessFacts>, Partial<Reason>]>([
  ['no standing', { standings: [] }, { rule: 'standing', fix: null }],
  [
    'a pause',
    { standings: [{ id: 's9', standing: 'paused', on: '2026-04-01' }] },
    { rule: 'standing', record: { kind: 'person_standing', id: 's9' }, from: '2026-04-01' },
  ],
  ['removal, which nothing lifts', { standings: [{ id: 's9', standing: 'removed', on: '2026-04-01' }] }, { rule: 'standing', fix: null }],
  ['a module that was not passed', { passes: ready.passes.slice(0, 1) }, { rule: 'training' }],
  [
    'a certificate that ran out',
    { certificates: [{ id: 'c1', on: '2022-01-05', validUntil: '2025-01-05', revokedOn: null }] },
    { rule: 'certificate', record: { kind: 'certificate', id: 'c1' }, to: '2025-01-05' },
  ],
  [
    'a certificate that was revoked',
    { certificates: [{ id: 'c1', on: '2025-01-05', validUntil: '2028-01-05', revokedOn: '2026-02-02' }] },
    { rule: 'certificate', to: '2026-02-02' },
  ],
  [
    'insurance that nobody recorded',
    { checks: ready.checks.filter(({ kind }) => kind !== 'insurance') },
    { rule: 'check-missing', check: 'insurance' },
  ],
  [
    'a DBS check below the level that is asked',
    { checks: ready.checks.map((check) => ({ ...check, level: check.kind === 'dbs' ? ('basic' as const) : null })) },
    { rule: 'check-level', check: 'dbs', record: { kind: 'pool_check', id: 'dbs' } },
  ],
  ['a skill below the bar', { verified: [{ skill: '1.1', level: 2, on: '2025-02-01' }] }, { rule: 'skills' }],
  [
    'a holiday',
    { availability: [...ready.availability, { ...ready.availability[0]!, id: 'a2', state: 'unavailable' }] },
    { rule: 'unavailable', record: { kind: 'availability', id: 'a2' } },
  ],
  [
    'as many reviews as somebody takes',
    { commitments: [{ id: 'k1', from: '2026-06-01', to: null, on: '2026-06-01', removedOn: null }] },
    { rule: 'capacity-full', record: { kind: 'commitment', id: 'k1' } },
  ],
])('%s is the one reason, with the record behind it', (_what, changed, reason) => {
  const { reasons } = first({ ...ready, ...changed })
  expect(reasons).toHaveLength(1)
  expect(reasons[0]).toMatchObject(reason)
})

test('a re-check that falls due on the day is a reason on that day, with the first date that a new one may bear', () => {
  expect(rulesOf(ready, '2027-03-01')).toEqual([])
  const { reasons } = first(ready, '2027-03-02')
  expect(reasons.map(({ rule, check }) => [rule, check])).toEqual([
    ['check-due', 'insurance'],
    ['check-due', 'declaration'],
  ])
  expect(reasons[0]).toMatchObject({ to: '2027-03-02', fix: { kind: 'record-check', from: '2026-03-03' } })
})

test('a declaration made here counts as a signed one does', () => {
  const undeclared = { ...ready, checks: ready.checks.filter(({ kind }) => kind !== 'declaration') }
  expect(first(undeclared).reasons).toMatchObject([{ rule: 'check-missing', fix: { kind: 'declare-interests' } }])
  expect(rulesOf({ ...undeclared, declarations: ['2026-01-05'] })).toEqual([])
  expect(first({ ...undeclared, declarations: ['2025-01-05'] }).reasons).toMatchObject([
    { rule: 'check-due', record: { kind: 'affiliation_declaration' }, to: '2026-01-05' },
  ])
})

test('where skills do not count, a bar that is missed is said beside it', () => {
  const role = first({ ...ready, verified: [] }, on, { ...rules, skillsCount: false })
  expect([role.reasons, role.warnings.map(({ rule }) => rule)]).toEqual([[], ['skills']])
})

test('what nobody said is not known, and stands in nobody’s way', () => {
  const role = first({ ...ready, availability: [], mostReviews: [] })
  expect([role.reasons, role.warnings.map(({ rule }) => rule)]).toEqual([[], ['availability-not-known', 'capacity-not-known']])
})

// A few years of days, so that facts fall before, on and after the day that is asked for.
const day = fc.integer({ min: 0, max: 1800 }).map((days) => daysLater('2023-01-01', days))
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const standing = fc.constantFrom(...(Object.keys(standingMoves) as Standing[]))
const byDay = <T extends { on: string }>(facts: T[]): T[] => facts.toSorted((a, b) => a.on.localeCompare(b.on))
const number = fc.integer({ min: 1, max: 999 }).map(String)

const anyFacts: fc.Arbitrary<ReadinessFacts> = fc.record({
  roles: fc.subarray(['chair', 'author', 'adviser'] as const, { minLength: 1 }),
  standings: fc.array(fc.record({ id: number, standing, on: day }), { maxLength: 4 }).map(byDay),
  passes: fc.array(fc.record({ module: fc.constantFrom('m1', 'm2', 'm3'), on: day }), { maxLength: 4 }).map(byDay),
  certificates: fc.array(fc.record({ id: number, on: day, validUntil: day, revokedOn: maybe(day) }), { maxLength: 2 }).map(byDay),
  checks: fc
    .array(
      fc.record({
        id: fc.uuid(),
        kind: fc.constantFrom(...checkKinds),
        level: fc.constantFrom('basic', 'enhanced', null),
        issuedOn: day,
        recordedOn: day,
        struckOn: maybe(day),
      }),
      { maxLength: 8 },
    )
    .map((checks) => checks.toSorted((a, b) => a.recordedOn.localeCompare(b.recordedOn))),
  declarations: fc.array(day, { maxLength: 2 }),
  verified: fc
    .array(fc.record({ skill: fc.constantFrom('1.1', '5.1'), level: fc.integer({ min: 0, max: 4 }), on: day }), { maxLength: 4 })
    .map(byDay),
  availability: fc
    .array(
      fc.record({
        id: fc.uuid(),
        from: day,
        to: day,
        state: fc.constantFrom('available', 'limited', 'unavailable', 'tentative'),
        roles: fc.subarray(['chair', 'author'] as const),
        on: day,
        removedOn: maybe(day),
      }),
      { maxLength: 4 },
    )
    .map(byDay),
  commitments: fc.array(fc.record({ id: fc.uuid(), from: day, to: maybe(day), on: day, removedOn: maybe(day) }), { maxLength: 4 }).map(byDay),
  mostReviews: fc
    .array(fc.record({ most: fc.integer({ min: 0, max: 3 }), month: maybe(day.map((one) => one.slice(0, 7))), on: day }), { maxLength: 2 })
    .map(byDay),
})

/** The facts after somebody did, on the day itself, what a reason says would lift it. */
function mended(facts: ReadinessFacts, { check, items, fix }: Reason, today: string): ReadinessFacts {
  const ids = new Set(fix?.items)
  switch (fix?.kind) {
    case 'change-standing':
      return insertAt(
        facts,
        'standings',
        today,
        fix.items.map((to, place) => ({ id: `new-${place}`, standing: to as Standing, on: today })),
      )
    case 'pass-modules':
      return { ...facts, passes: [...facts.passes, ...fix.items.map((module) => ({ module, on: today }))] }
    case 'renew-certificate':
      return { ...facts, certificates: [...facts.certificates, { id: 'new', on: today, validUntil: daysLater(today, 1000), revokedOn: null }] }
    case 'record-check':
    case 'declare-interests':
      return {
        ...facts,
        checks: [
          ...facts.checks,
          { id: 'new', kind: check!, level: fix.level, issuedOn: fix.from!, recordedOn: today, struckOn: null }, // both kinds of fix name them
        ],
      }
    case 'verify-skills':
      return insertAt(
        facts,
        'verified',
        today,
        items.map(({ id, needs }) => ({ skill: id, level: needs ?? 0, on: today })),
      )
    case 'change-availability':
      return { ...facts, availability: facts.availability.map((one) => (ids.has(one.id) ? { ...one, removedOn: today } : one)) }
    case 'state-availability': {
      const said = { id: 'new', from: today, to: today, state: 'available' as const, roles: [], on: today, removedOn: null }
      return { ...facts, availability: [...facts.availability, said] }
    }
    case 'end-commitments':
      return { ...facts, commitments: facts.commitments.map((one) => (ids.has(one.id) ? { ...one, removedOn: today } : one)) }
    case 'state-capacity':
      return insertAt(facts, 'mostReviews', today, [
        { most: 9, month: null, on: today },
        { most: 9, month: today.slice(0, 7), on: today },
      ])
    default:
      throw new Error('There is nothing to be done')
  }
}

/** Facts stand in the order of their days; what is done on a day comes after what was on record of it. */
function insertAt<Key extends 'standings' | 'verified' | 'mostReviews'>(
  facts: ReadinessFacts,
  key: Key,
  today: string,
  added: ReadinessFacts[Key][number][],
) {
  const all: readonly { on: string }[] = facts[key]
  return { ...facts, [key]: [...all.filter((one) => one.on <= today), ...added, ...all.filter((one) => one.on > today)] }
}

const sameReason = (a: Reason) => (b: Reason) => a.rule === b.rule && a.check === b.check

test('whatever is on record, doing what a reason or a warning says lifts it', () => {
  fc.assert(
    fc.property(anyFacts, day, (facts, today) => {
      for (const { role, reasons, warnings } of readinessOf(facts, today, rules)) {
        for (const reason of [...reasons, ...warnings]) {
          if (reason.fix === null) continue
          const after = readinessOf(mended(facts, reason, today), today, rules).find((one) => one.role === role)!
          expect([...after.reasons, ...after.warnings].some(sameReason(reason)), reason.rule).toBe(false)
        }
      }
    }),
    { numRuns: 400 },
  )
})

test('only removal, or never having stood in the pool, cannot be lifted', () => {
  fc.assert(
    fc.property(anyFacts, day, (facts, today) => {
      const stuck = readinessOf(facts, today, rules).flatMap(({ reasons, warnings }) => [...reasons, ...warnings].filter(({ fix }) => fix === null))
      for (const { rule, items } of stuck) expect([rule, items[0]?.id ?? 'removed']).toEqual(['standing', 'removed'])
    }),
  )
})

test('doing everything that is said makes somebody ready, and nobody is ready of whom something is said', () => {
  fc.assert(
    fc.property(anyFacts, day, (facts, today) => {
      const start: ReadinessFacts = { ...facts, roles: facts.roles.slice(0, 1) }
      let now = start
      // Ending one availability can leave none on record, which is then a warning alone; so a few rounds are enough.
      for (let round = 0; round < 3; round++) for (const reason of first(now, today).reasons) if (reason.fix) now = mended(now, reason, today)
      const left = first(now, today).reasons
      expect(left.every(({ rule, fix }) => rule === 'standing' && fix === null)).toBe(true)
    }),
  )
})

test('what was written down after a day changes nothing about that day', () => {
  fc.assert(
    fc.property(anyFacts, day, (facts, today) => {
      const known = <T extends { on: string }>(all: readonly T[]) => all.filter((one) => one.on <= today)
      const untilThen: ReadinessFacts = {
        ...facts,
        standings: known(facts.standings),
        passes: known(facts.passes),
        certificates: known(facts.certificates).map((one) => ({ ...one, revokedOn: later(one.revokedOn, today) })),
        checks: facts.checks.filter(({ recordedOn }) => recordedOn <= today).map((one) => ({ ...one, struckOn: later(one.struckOn, today) })),
        declarations: facts.declarations.filter((declaredOn) => declaredOn <= today),
        verified: known(facts.verified),
        availability: known(facts.availability).map((one) => ({ ...one, removedOn: later(one.removedOn, today) })),
        commitments: known(facts.commitments).map((one) => ({ ...one, removedOn: later(one.removedOn, today) })),
        mostReviews: known(facts.mostReviews),
      }
      expect(readinessOf(untilThen, today, rules)).toEqual(readinessOf(facts, today, rules))
    }),
  )
})

/** A day that had not come yet was not known. */
const later = (then: string | null, today: string) => (then !== null && then > today ? null : then)
