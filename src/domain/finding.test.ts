import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findingFaults, levelFound } from './finding.ts'

const finding = { outcome: 'agree' as const, level: null, reason: 'The chronology shows it', equivalence: '' }
const judged = { skill: '5.1', name: 'Chronologies', restsOnExperience: false, rating: { level: 2 } }
const pointers = (changed: object, rests = false) =>
  findingFaults({ ...judged, restsOnExperience: rests, finding: { ...finding, ...changed } }).map(({ pointer }) => pointer.split('/').at(-1))

test('an outcome needs a reason, and a lower or higher one a level on that side', () => {
  expect(pointers({})).toEqual([])
  expect(pointers({ outcome: null })).toEqual(['outcome'])
  expect(pointers({ reason: '  short ' })).toEqual(['reason'])
  expect(pointers({ outcome: 'lower', level: null })).toEqual(['level'])
  expect(pointers({ outcome: 'lower', level: 2 })).toEqual(['level'])
  expect(pointers({ outcome: 'lower', level: 0 })).toEqual([])
  expect(pointers({ outcome: 'higher', level: 2 })).toEqual(['level'])
  expect(pointers({ outcome: 'higher', level: 3 })).toEqual([])
})

test('a level that rests on prior experience alone needs the reason why it is equivalent', () => {
  expect(pointers({}, true)).toEqual(['equivalence'])
  expect(pointers({ equivalence: 'Two published reports show the same work' }, true)).toEqual([])
  expect(pointers({ outcome: 'not-enough' }, true)).toEqual([])
})

test('the level found is on the side that the outcome says, whatever level was typed and then left', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4 }),
      fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
      fc.constantFrom('agree', 'lower', 'higher', 'not-enough'),
      (self, level, outcome) => {
        const given = { ...finding, outcome: outcome as 'agree', level }
        if (findingFaults({ ...judged, rating: { level: self }, finding: given }).length > 0) return
        const found = levelFound(given, self)
        if (outcome === 'agree') expect(found).toBe(self)
        if (outcome === 'lower') expect(found).toBeLessThan(self)
        if (outcome === 'higher') expect(found).toBeGreaterThan(self)
        if (outcome === 'not-enough') expect(found).toBeNull()
      },
    ),
  )
})
