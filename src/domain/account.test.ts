import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountMoves, emailKey, isStaff } from './account.ts'
import { nameKey, searchWords } from './person.ts'
import { standingMoves } from './standing.ts'

test('an address is one address however it is typed', () =>
  expect(emailKey('  Amara.Okafor@Example.ORG ')).toBe(emailKey('amara.okafor@example.org')))

test('anyone who sees others’ records is staff; a learner is not', () => {
  expect(isStaff([{ role: 'learner', region: null }])).toBe(false)
  for (const role of ['assessor', 'coordinator', 'administrator'] as const) expect(isStaff([{ role, region: null }])).toBe(true)
})

test('a name’s key has no accents and no case, and making it twice changes nothing', () => {
  expect(nameKey('Siân  O’Riordan-Żak')).toBe('sian o riordan zak')
  fc.assert(fc.property(fc.string(), (name) => nameKey(nameKey(name)) === nameKey(name)))
})

test('a search that is part of a name is found in it', () => {
  fc.assert(fc.property(fc.lorem({ maxCount: 3 }), (name) => searchWords(name).every((word) => nameKey(name).includes(word))))
})

test('every move leads to a state that has moves of its own in the table', () => {
  for (const moves of [accountMoves, standingMoves] as Record<string, readonly string[]>[])
    for (const to of Object.values(moves).flat()) expect(Object.keys(moves)).toContain(to)
})
