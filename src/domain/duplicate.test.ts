import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameKeysOf, sameBecause } from './duplicate.ts'
import { nameKey } from './person.ts'

const nobody = { name: 'Amara Okafor', email: null, phone: null }

describe('two records', () => {
  test.each([
    ['the same name, written otherwise', { name: 'OKAFOR, Amára' }, ['name']],
    ['the same address', { name: 'A. Okafor', email: 'Amara@Example.org' }, ['email']],
    ['the same number, with the code of the country', { name: 'Somebody Else', phone: '+44 191 498 0123' }, ['phone']],
    ['nothing', { name: 'Amara Okafor-Hart', email: 'amara@example.com', phone: '0191 498 0124' }, []],
  ])('have %s in common', (_, other, because) => {
    const one = { name: 'Amara Okafor', email: 'amara@example.org', phone: '0191 498 0123' }
    expect(sameBecause(one, { ...nobody, ...other })).toEqual(because)
  })

  test('that say nothing have nothing in common', () => {
    expect(sameBecause({ ...nobody, name: '-' }, { ...nobody, name: '!' })).toEqual([])
    expect(sameBecause({ ...nobody, email: '' }, { ...nobody, name: 'Else', email: '' })).toEqual([])
  })

  const known = fc.record({
    name: fc.constantFrom('Amara Okafor', 'Okafor Amara', 'Bryn Pritchard', ''),
    email: fc.constantFrom(null, 'a@example.org', 'A@EXAMPLE.ORG', 'b@example.org'),
    phone: fc.constantFrom(null, '0191 498 0123', '+441914980123', '0191 498 0199'),
  })
  test('have in common what the other has in common with them', () => {
    fc.assert(
      fc.property(known, known, (one, other) => {
        expect(sameBecause(one, other)).toEqual(sameBecause(other, one))
      }),
    )
  })
  test('of one person are looked for under the key that either has, whichever name comes first', () => {
    const word = fc.constantFrom('Amara', 'Okafor', 'Bryn', 'Hart')
    fc.assert(
      fc.property(word, word, (first, last) => {
        expect(nameKeysOf(`${first} ${last}`)).toContain(nameKey(`${last}, ${first}`))
      }),
    )
  })
})
