import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Connected, mayAssess, tiesBetween } from './independence.ts'
import { standsFor } from './organisation.ts'

const rule = { today: '2026-11-23', countsForYears: 5 }
const register = [
  { id: 'old-north', successorId: 'north' },
  { id: 'older-north', successorId: 'old-north' },
  { id: 'north', successorId: null },
  { id: 'south', successorId: null },
  { id: 'ring-one', successorId: 'ring-two' },
  { id: 'ring-two', successorId: 'ring-one' },
]
const day = fc.integer({ min: 1990, max: 2026 }).map((year) => `${year}-04-01`)
const affiliation = fc.record({
  organisationId: fc.option(fc.constantFrom(...register.map(({ id }) => id)), { nil: null }),
  freeName: fc.constantFrom('Northwick Trust', ' northwick  trust', 'Another'),
  from: day,
  to: fc.option(day, { nil: null }),
})
const people = ['person-a', 'person-b', 'person-c']
const connected: fc.Arbitrary<Connected> = fc.record({
  personId: fc.constantFrom(...people),
  declaredAt: fc.option(fc.constant('2026-01-05T09:00:00.000Z'), { nil: null }),
  affiliations: fc.array(affiliation, { maxLength: 4 }),
  knows: fc.subarray(people),
})
const someone = (personId: string, changed: Partial<Connected> = {}): Connected => ({
  personId,
  declaredAt: '2026-01-05T09:00:00.000Z',
  affiliations: [],
  knows: [],
  ...changed,
})
const at = (organisationId: string | null, from = '2020-01-01', to: string | null = null, freeName: string | null = null) => ({
  organisationId,
  freeName,
  from,
  to,
})

test('a tie is the same from both sides', () => {
  fc.assert(
    fc.property(connected, connected, (one, other) => {
      expect(tiesBetween(one, other, register, rule)).toEqual(tiesBetween(other, one, register, rule))
    }),
  )
})

test('nobody is independent of themself', () => {
  fc.assert(
    fc.property(connected, (one) => {
      expect(tiesBetween(one, { ...one, affiliations: [] }, register, rule)).toContainEqual({ kind: 'same-person' })
    }),
  )
})

test('a tie to a body that merged is a tie to its successor, however often it merged', () => {
  fc.assert(
    fc.property(connected, connected, (one, other) => {
      const moved = {
        ...one,
        affiliations: one.affiliations.flatMap((tie) =>
          tie.organisationId === null ? [tie] : standsFor(tie.organisationId, register).map((organisationId) => ({ ...tie, organisationId })),
        ),
      }
      expect(tiesBetween(moved, other, register, rule)).toEqual(tiesBetween(one, other, register, rule))
    }),
  )
  const ties = tiesBetween(someone('a', { affiliations: [at('older-north')] }), someone('b', { affiliations: [at('north')] }), register, rule)
  expect(ties).toEqual([{ kind: 'same-organisation', organisation: 'north', when: 'together' }])
})

test('taking an affiliation away never adds a tie', () => {
  fc.assert(
    fc.property(connected, connected, fc.nat(), (one, other, index) => {
      const fewer = { ...one, affiliations: one.affiliations.filter((_, place) => place !== index % Math.max(1, one.affiliations.length)) }
      const named = (who: Connected) => tiesBetween(who, other, register, rule).map((tie) => ('organisation' in tie ? tie.organisation : tie.kind))
      expect(named(one)).toEqual(expect.arrayContaining(named(fewer)))
    }),
  )
})

test('somebody who never declared their ties is not known, and so may not assess', () => {
  const ties = tiesBetween(someone('a'), someone('b', { declaredAt: null }), register, rule)
  expect(ties).toEqual([{ kind: 'not-known', personId: 'b' }])
  expect(mayAssess(ties)).toBe(false)
  expect(mayAssess(tiesBetween(someone('a'), someone('b'), register, rule))).toBe(true)
})

test('a tie that either of them declared counts', () => {
  expect(tiesBetween(someone('a', { knows: ['b'] }), someone('b'), register, rule)).toEqual([{ kind: 'knows' }])
  expect(tiesBetween(someone('a'), someone('b', { knows: ['a'] }), register, rule)).toEqual([{ kind: 'knows' }])
})

test('one organisation at different times counts until the years have passed since it ended', () => {
  const now = someone('b', { affiliations: [at('south', '2025-01-01')] })
  const left = (to: string) => tiesBetween(someone('a', { affiliations: [at('south', '2010-01-01', to)] }), now, register, rule)
  expect(left('2021-11-24')).toEqual([{ kind: 'same-organisation', organisation: 'south', when: 'apart' }])
  expect(left('2021-11-23')).toEqual([])
})

test('an organisation that the register does not have is known by its name, whatever its spaces and capitals', () => {
  const [one, other] = [at(null, '2020-01-01', null, 'Northwick Trust'), at(null, '2020-01-01', null, ' northwick  trust ')]
  expect(tiesBetween(someone('a', { affiliations: [one] }), someone('b', { affiliations: [other] }), register, rule)).toHaveLength(1)
})
