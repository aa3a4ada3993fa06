import type { z } from 'zod'
import type * as schema from './duplicate.schema.ts'
import { nameKey, type Person } from './person.ts'

export type Duplicates = z.infer<typeof schema.Duplicates>
export type SameBecause = Duplicates['people'][number]['because'][number]

type Known = Pick<Person, 'name' | 'email' | 'phone'>

/** The digits of a number as it is dialled within the country: '+44 191 498 0123' and '0191 498 0123' are one. */
const dialled = (phone: string): string => phone.replace(/\D/g, '').replace(/^(?:00)?44(?=\d{9,10}$)/, '0')

const nameWords = (name: string): string => nameKey(name).split(' ').toSorted().join(' ')

/** The keys under which somebody of this name may stand: as it is, and with the family name first. */
export function nameKeysOf(name: string): string[] {
  const words = nameKey(name).split(' ')
  return [...new Set([words.join(' '), [...words.slice(-1), ...words.slice(0, -1)].join(' '), [...words.slice(1), ...words.slice(0, 1)].join(' ')])]
}

/**
 * Why two records may be of one person: the same words in the name, in whatever order, the same address, or the same number. It speaks for it and proves
 * nothing: two people may share a name, and a household a number. An empty list means that nothing speaks for it.
 */
export function sameBecause(one: Known, other: Known): SameBecause[] {
  const email = (known: Known) => known.email?.trim().toLowerCase() || null
  const phone = (known: Known) => (known.phone ? dialled(known.phone) : null)
  return [
    ...(nameWords(one.name) !== '' && nameWords(one.name) === nameWords(other.name) ? (['name'] as const) : []),
    ...(email(one) !== null && email(one) === email(other) ? (['email'] as const) : []),
    ...(phone(one) !== null && phone(one) === phone(other) ? (['phone'] as const) : []),
  ]
}
