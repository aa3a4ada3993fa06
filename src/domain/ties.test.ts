import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodiesMeant, countsSince, type Declared, organisationsTied, tiesTo, type TieRegister, tieStateOf } from './ties.ts'
import { standsFor } from './organisation.ts'

const rule = { on: '2026-11-30', countsForYears: 5 }

/** A county that was split in two, a trust that merged twice, a force that serves both halves, and one of another region. */
const register: TieRegister = {
  succession: [
    { id: 'old-county', successorId: 'north', from: '2023-04-01' },
    { id: 'old-county', successorId: 'south', from: '2023-04-01' },
    { id: 'older-trust', successorId: 'old-trust', from: '2010-04-01' },
    { id: 'old-trust', successorId: 'trust', from: '2020-04-01' },
    { id: 'trust', successorId: 'next-trust', from: '2030-04-01' },
  ],
  areas: [
    { organisationId: 'force', areaId: 'north' },
    { organisationId: 'force', areaId: 'south' },
    { organisationId: 'old-trust', areaId: 'north' },
    { organisationId: 'far-force', areaId: 'far' },
  ],
  regions: [
    ...['old-county', 'north', 'south', 'force', 'trust', 'old-trust', 'older-trust'].map((organisationId) => ({
      organisationId,
      region: 'north-west',
    })),
    ...['far', 'far-force'].map((organisationId) => ({ organisationId, region: 'london' })),
  ],
}
const organisations = ['old-county', 'north', 'south', 'older-trust', 'old-trust', 'trust', 'next-trust', 'force', 'far', 'far-force']
const everything = [...organisations, 'area:north', 'area:south', 'area:far', 'area:old-county', 'region:north-west', 'region:london']

const day = fc.integer({ min: 2008, max: 2028 }).map((year) => `${year}-06-15`)
const affiliation = fc.record({
  id: fc.uuid(),
  organisationId: fc.option(fc.constantFrom(...organisations), { nil: null, freq: 5 }),
  from: day,
  to: fc.option(day, { nil: null }),
})
const person: fc.Arbitrary<Declared> = fc.record({
  declaredOn: fc.option(fc.constant('2026-03-03'), { nil: null, freq: 4 }),
  affiliations: fc.uniqueArray(affiliation, { maxLength: 5, selector: ({ id }) => id }),
})
const asked = fc.subarray(everything, { minLength: 1 })
const rules = fc.record({ on: fc.constantFrom('2019-01-01', '2026-11-30', '2031-01-01'), countsForYears: fc.integer({ min: 0, max: 8 }) })

const someone = (affiliations: Partial<Declared['affiliations'][number]>[], declaredOn: string | null = '2026-03-03'): Declared => ({
  declaredOn,
  affiliations: affiliations.map((one, index) => ({ id: `tie-${index}`, organisationId: null, from: '2015-01-01', to: null, ...one })),
})
const kinds = (who: Declared, ...what: string[]) => tiesTo(who, what, register, rule).map(({ kind }) => kind)

test('taking an affiliation away never adds a tie', () => {
  fc.assert(
    fc.property(person, asked, rules, fc.nat(), (who, what, how, index) => {
      const fewer = { ...who, affiliations: who.affiliations.filter((_, place) => place !== index % Math.max(1, who.affiliations.length)) }
      const tied = (one: Declared) => tiesTo(one, what, register, how).flatMap((verdict) => (verdict.kind === 'tie' ? [verdict.asked] : []))
      expect(tied(who)).toEqual(expect.arrayContaining(tied(fewer)))
    }),
  )
})

test('the order in which affiliations were declared, and in which things are asked, changes nothing', () => {
  fc.assert(
    fc.property(person, asked, rules, (who, what, how) => {
      const turned = tiesTo({ ...who, affiliations: who.affiliations.toReversed() }, what.toReversed(), register, how)
      expect(turned.toReversed()).toEqual(tiesTo(who, what, register, how))
    }),
  )
})

test('a tie to a body that became another is a tie to that one, and asking for the old one means the new', () => {
  fc.assert(
    fc.property(person, fc.constantFrom(...organisations), rules, (who, id, how) => {
      const bodies = standsFor(id, register.succession, how.on)
      const state = tieStateOf(tiesTo(who, bodies, register, how))
      expect(tiesTo(who, [id], register, how)[0]?.kind).toBe(state)
    }),
  )
  expect(kinds(someone([{ organisationId: 'older-trust' }]), 'trust', 'old-trust')).toEqual(['tie', 'tie'])
})

test('somebody of a county that was split is tied to each of those that followed it; somebody of one half is not tied to the other', () => {
  expect(kinds(someone([{ organisationId: 'old-county' }]), 'north', 'south')).toEqual(['tie', 'tie'])
  expect(kinds(someone([{ organisationId: 'north' }]), 'north', 'south', 'old-county')).toEqual(['tie', 'none', 'tie'])
})

test('a merger counts from its day on, not before', () => {
  const tied = someone([{ organisationId: 'trust' }])
  expect(kinds(tied, 'next-trust')).toEqual(['none'])
  expect(tiesTo(tied, ['next-trust'], register, { ...rule, on: '2030-04-01' })[0]?.kind).toBe('tie')
})

test('asking for an area means the authority and every body that serves it, also through a merger', () => {
  expect(bodiesMeant('area:north', register, rule.on)).toEqual(['force', 'north', 'trust'])
  expect(bodiesMeant('area:old-county', register, rule.on)).toEqual(['force', 'north', 'south', 'trust'])
  expect(bodiesMeant('region:north-west', register, rule.on)).toEqual(['force', 'north', 'south', 'trust'])
})

test('what followed a body that was split serves only what it says it serves', () => {
  const split: TieRegister = {
    succession: ['east-board', 'west-board'].map((successorId) => ({ id: 'board', successorId })),
    areas: [
      { organisationId: 'board', areaId: 'east' },
      { organisationId: 'east-board', areaId: 'east' },
    ],
    regions: [],
  }
  expect(bodiesMeant('area:east', split, rule.on)).toEqual(['east', 'east-board'])
  expect(tiesTo(someone([{ organisationId: 'board' }]), ['area:east'], split, rule)[0]?.kind).toBe('tie')
})

test('a tie counts for so many years after it ended, to the day', () => {
  const left = (to: string) => kinds(someone([{ organisationId: 'force', to }]), 'force')
  expect(left('2021-12-01')).toEqual(['tie'])
  expect(left('2021-11-30')).toEqual(['none'])
  expect(countsSince('2026-11-30', 5)).toBe('2021-11-30')
})

test('somebody who never declared, or whose affiliation nobody matched, is not known; a tie on record is a tie all the same', () => {
  expect(tiesTo(someone([], null), ['force'], register, rule)).toEqual([{ kind: 'not-known', asked: 'force', why: ['never-declared'] }])
  expect(tiesTo(someone([{}]), ['force'], register, rule)).toEqual([{ kind: 'not-known', asked: 'force', why: ['unmatched'] }])
  expect(kinds(someone([{}, { organisationId: 'force' }], null), 'force', 'far')).toEqual(['tie', 'not-known'])
  expect(kinds(someone([{ to: '2010-01-01' }]), 'force')).toEqual(['none'])
})

test('a verdict without a tie says when it was declared, and one with a tie names the body, the affiliation and why it counts', () => {
  expect(tiesTo(someone([{ organisationId: 'force', to: '2024-01-01' }]), ['area:south', 'far'], register, rule)).toEqual([
    { kind: 'tie', asked: 'area:south', ties: [{ organisation: 'force', affiliation: 'tie-0', why: 'ended-lately' }] },
    { kind: 'none', asked: 'far', declaredOn: '2026-03-03' },
  ])
})

test('the organisations that SQL looks for are exactly those a tie to which is a tie to what was asked', () => {
  fc.assert(
    fc.property(asked, rules, (what, how) => {
      const sought = organisationsTied(
        what.flatMap((one) => bodiesMeant(one, register, how.on)),
        register.succession,
        how.on,
      )
      const tied = organisations.filter((id) => tieStateOf(tiesTo(someone([{ organisationId: id }]), what, register, how)) === 'tie')
      expect(sought.filter((id) => organisations.includes(id)).toSorted()).toEqual(tied.toSorted())
    }),
  )
})
