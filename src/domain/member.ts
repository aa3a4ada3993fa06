import type { z } from 'zod'
import type * as schema from './member.schema.ts'
import { namesWarnings } from './names-warning.ts'

export type Availability = z.infer<typeof schema.Availability>
export type AvailabilityGiven = z.infer<typeof schema.AvailabilityGiven>
export type AvailabilityState = z.infer<typeof schema.AvailabilityState>
export type BackgroundGiven = z.infer<typeof schema.BackgroundGiven>
export type CapacityGiven = z.infer<typeof schema.CapacityGiven>
export type Commitment = z.infer<typeof schema.Commitment>
export type CommitmentGiven = z.infer<typeof schema.CommitmentGiven>
export type Member = z.infer<typeof schema.Member>
export type StripMonth = Member['strip'][number]

interface Fault {
  pointer: string
  detail: string
}

const shared = (one: readonly string[], other: readonly string[]) =>
  one.length === 0 || other.length === 0 || one.some((role) => other.includes(role))

/** The first of some times that has a day and a role in common with another. */
const overlapping = <T extends Pick<AvailabilityGiven, 'from' | 'to' | 'roles'>>(
  { from, to, roles }: Pick<AvailabilityGiven, 'from' | 'to' | 'roles'>,
  others: readonly T[],
): T | undefined => others.find((other) => other.from <= to && other.to >= from && shared(roles, other.roles))

/**
 * What is wrong with a time that somebody is free or away, beside the others they have; an empty list means it will do. `inWords` says one of the others.
 */
export function availabilityFaults(given: AvailabilityGiven, others: readonly Availability[], inWords: (one: Availability) => string): Fault[] {
  const faults: Fault[] = []
  if (given.to < given.from) faults.push({ pointer: '/to', detail: 'This is before the first day. Choose the first day or a later one' })
  const other = faults.length === 0 ? overlapping(given, others) : undefined
  if (other) faults.push({ pointer: '/from', detail: `You have these days already: ${inWords(other)}. Change that entry, or choose other days` })
  const found = namesWarnings(given.note).map((one) => `“${one.found}”`)
  if (found.length > 0 && !given.readWarning)
    faults.push({
      pointer: '/note',
      detail: `This looks as if it named somebody: ${found.join(', ')}. Take it out, or say that it names no child, family or case`,
    })
  return faults
}

/** Words that stand in references and name nobody. */
const neutral = new Set([
  'review',
  'case',
  'reference',
  'ref',
  'number',
  'no',
  'panel',
  'board',
  'local',
  'serious',
  'practice',
  'north',
  'south',
  'east',
  'west',
])
const birthday = /\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\b(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}\b|\b\d{8}\b/

/** What in a reference could name a child or tell their birthday; null when it is neutral. Source: the rule that case data is never stored. */
export function referenceFault(reference: string): string | null {
  if (birthday.test(reference)) return 'This looks like a date of birth. Use a neutral reference, such as NE-2026-014'
  if (!/\d/.test(reference)) return 'Use a reference with a number in it, such as NE-2026-014. It must name nobody'
  const words = reference.match(/\p{L}+/gu) ?? []
  const isName = (word: string) => !neutral.has(word.toLowerCase()) && (word === word.toUpperCase() ? word.length > 6 : word.length > 2)
  if (words.some(isName) || namesWarnings(reference).some(({ kind }) => kind !== 'number'))
    return 'This looks like a name. Use a neutral reference, such as NE-2026-014'
  return null
}

/** What is wrong with a review in hand as given; an empty list means it will do. */
export function commitmentFaults({ reference, from, to }: Pick<CommitmentGiven, 'reference' | 'from' | 'to'>): Fault[] {
  const why = referenceFault(reference)
  return [
    ...(why ? [{ pointer: '/reference', detail: why }] : []),
    ...(to !== null && to < from ? [{ pointer: '/to', detail: 'This is before it begins. Choose the first day or a later one' }] : []),
  ]
}

/** What is wrong with an offer as given: a month named twice. */
export const capacityFaults = ({ months }: CapacityGiven): Fault[] =>
  months.flatMap(({ month }, place) =>
    months.findIndex((one) => one.month === month) < place ? [{ pointer: `/months/${place}/month`, detail: 'This month is there twice' }] : [],
  )
