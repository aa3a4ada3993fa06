import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Profile } from './person.ts'
import { changedDetails, clashes, mergedProfile } from './profile-merge.ts'

const profile: fc.Arbitrary<Profile> = fc.record({
  name: fc.constantFrom('Amara Okafor', 'Amara Hart'),
  phone: fc.constantFrom(null, '0191 498 0123', '0191 498 0999'),
  region: fc.constantFrom(null, 'london' as const, 'north-east' as const),
  roles: fc.shuffledSubarray(['chair' as const, 'author' as const]),
})

test('two who change different details both have them, whoever saves first, and nobody has to choose', () => {
  fc.assert(
    fc.property(profile, profile, profile, (opened, one, other) => {
      const [mine, theirs] = [changedDetails(opened, one), changedDetails(opened, other)]
      fc.pre(!mine.some((key) => theirs.includes(key)))
      const [first, second] = [mergedProfile(opened, one, other), mergedProfile(opened, other, one)]
      expect(changedDetails(first, second)).toEqual([])
      for (const key of mine) expect(first[key]).toEqual(one[key])
      for (const key of theirs) expect(first[key]).toEqual(other[key])
      expect(clashes(opened, one, other)).toBe(false)
    }),
  )
})

test('they clash exactly where both changed one detail, and not to the same', () => {
  fc.assert(
    fc.property(profile, profile, profile, (opened, one, other) => {
      const both = changedDetails(opened, one).filter((key) => changedDetails(opened, other).includes(key))
      expect(clashes(opened, one, other)).toBe(both.some((key) => changedDetails(one, other).includes(key)))
    }),
  )
})

test('where nobody saved meanwhile, what was typed stands', () => {
  fc.assert(
    fc.property(profile, profile, (opened, typed) => {
      expect(changedDetails(mergedProfile(opened, typed, opened), typed)).toEqual([])
    }),
  )
})
