import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stableShuffle } from './stable-shuffle.ts'

const things = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 14 })

test('a shuffle holds the same things, the same way for the same seed, and never in the order given', () => {
  fc.assert(
    fc.property(things, fc.string(), (given, seed) => {
      const shuffled = stableShuffle(given, seed)
      expect(shuffled.toSorted()).toEqual(given.toSorted())
      expect(stableShuffle(given, seed)).toEqual(shuffled)
      expect(shuffled).not.toEqual(given)
    }),
  )
})

test('lessons differ in how they shuffle', () => {
  const given = ['a', 'b', 'c', 'd', 'e', 'f']
  const orders = new Set(Array.from({ length: 40 }, (_, lesson) => stableShuffle(given, `m1 lesson-${lesson} b4`).join('')))
  expect(orders.size).toBeGreaterThan(30)
})
