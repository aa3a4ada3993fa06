import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysLater } from './calendar.ts'
import {
  type CheckFact,
  checkKinds,
  type CheckPolicy,
  checkStanding,
  earliestThatCounts,
  endOf,
  type PoolCheckGiven,
  poolCheckFaults,
  recheckOn,
  standingCheck,
} from './pool-check.ts'

const today = '2026-11-30'
const months = { dbs: 36, references: 60, insurance: 12, registration: 12, training: 36, declaration: 12, 'data-protection': 0 }
const policy: CheckPolicy = { months, dbsLevel: 'enhanced' }
const given = (changed: Partial<PoolCheckGiven> = {}): PoolCheckGiven => ({
  kind: 'dbs',
  level: 'enhanced',
  number: '0012 3456 7890',
  issuedOn: '2026-10-05',
  note: null,
  ...changed,
})
const check = (changed: Partial<CheckFact> = {}): CheckFact => ({
  id: 'a',
  kind: 'dbs',
  level: 'enhanced',
  issuedOn: '2025-03-05',
  recordedOn: '2025-03-09',
  struckOn: null,
  ...changed,
})

test('a DBS number of 12 digits will do, however it is spaced', () => {
  expect(poolCheckFaults(given(), today)).toEqual([])
  expect(poolCheckFaults(given({ number: '001234567890' }), today)).toEqual([])
})

test.each<[string, Partial<PoolCheckGiven>, string, RegExp]>([
  ['a DBS number of 11 digits', { number: '00123456789' }, '/number', /12 digits; this one has 11/],
  ['a DBS number with a letter', { number: '00123456789O' }, '/number', /no letters/],
  ['a DBS check without a number', { number: null }, '/number', /12 digits/],
  ['a DBS check without a level', { level: null }, '/level', /level/],
  ['references with a level', { kind: 'references', number: null }, '/level', /Only a DBS check/],
  ['a check dated tomorrow', { issuedOn: '2026-12-01' }, '/issuedOn', /today or earlier/],
  ['a check dated in the year 202', { issuedOn: '0202-12-01' }, '/issuedOn', /1980/],
])('%s is refused at %s', (_what, changed, pointer, detail) => {
  const faults = poolCheckFaults(given(changed), today)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatchObject({ pointer, detail: expect.stringMatching(detail) })
})

test('a re-check falls due so many months after the date on it, at the end of a month that is shorter', () => {
  expect(recheckOn(check({ issuedOn: '2025-03-05' }), policy)).toBe('2028-03-05')
  expect(recheckOn(check({ kind: 'insurance', issuedOn: '2024-02-29' }), policy)).toBe('2025-02-28')
  expect(recheckOn(check({ kind: 'data-protection' }), policy)).toBeNull()
})

test('the newest date of a kind counts, and of one date what was recorded last', () => {
  const checks = [
    check({ id: 'new', issuedOn: '2026-01-05' }),
    check({ id: 'old', issuedOn: '2020-01-05' }),
    check({ id: 'again', issuedOn: '2026-01-05' }),
  ]
  expect(standingCheck(checks, 'dbs', today)?.id).toBe('again')
})

test('a check that is struck out gives way to the one before it', () => {
  const checks = [check({ id: 'old' }), check({ id: 'mistaken', issuedOn: '2026-01-05', recordedOn: '2026-01-09', struckOn: '2026-02-01' })]
  expect(standingCheck(checks, 'dbs', '2026-01-31')?.id).toBe('mistaken')
  expect(standingCheck(checks, 'dbs', '2026-02-01')?.id).toBe('old')
})

test.each<[string, CheckFact[], string]>([
  ['missing', [], 'missing'],
  ['current', [check()], 'current'],
  ['due soon', [check({ issuedOn: '2023-12-20', recordedOn: '2023-12-20' })], 'due-soon'],
  ['due on the very day', [check({ issuedOn: '2023-11-30', recordedOn: '2023-12-20' })], 'due'],
  ['below the level that is asked', [check({ level: 'standard' })], 'level'],
])('somebody’s DBS check is %s', (_what, checks, state) => {
  expect(checkStanding(checks, 'dbs', policy, today).state).toBe(state)
})

test('a registration is asked only of those of whom one was recorded', () => {
  expect(checkStanding([], 'registration', policy, today)).toMatchObject({ asked: false, state: 'not-asked' })
  const ran = check({ kind: 'registration', level: null, issuedOn: '2020-01-05' })
  expect(checkStanding([ran], 'registration', policy, today)).toMatchObject({ asked: true, state: 'due' })
})

const day = fc.integer({ min: 0, max: 2000 }).map((days) => daysLater('2022-01-01', days))
const fact: fc.Arbitrary<CheckFact> = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  kind: fc.constantFrom(...checkKinds),
  level: fc.constantFrom('basic', 'enhanced'),
  issuedOn: day,
  recordedOn: day,
  struckOn: fc.option(day, { nil: null }),
})

test('a check dated on the first day that counts, counts; one dated the day before does not', () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 5 }), fc.constantFrom(...checkKinds), day, (checks, kind, on) => {
      const standing = standingCheck(checks, kind, on)
      const from = earliestThatCounts(kind, policy, standing, on)
      const made = (issuedOn: string) => [...checks, check({ kind, issuedOn, recordedOn: on })]
      expect(['current', 'due-soon', 'not-asked']).toContain(checkStanding(made(from), kind, policy, on).state)
      // Where one stands already, a date before its own would not take its place.
      if (months[kind] > 0 && standing === null) expect(checkStanding(made(daysLater(from, -1)), kind, policy, on).state).toBe('due')
    }),
  )
})

test('of a long number the end is shown, of a short one nothing', () => {
  expect([endOf('001234567890'), endOf('SW1234')]).toEqual(['7890', ''])
})
