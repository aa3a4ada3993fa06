import type { z } from 'zod'
import { isMember } from './membership.ts'
import type { Standing } from './person.ts'
import type * as schema from './person-needs.schema.ts'
import { byPressureOf, todayKinds } from './today.ts'

type PersonNeeds = z.infer<typeof schema.PersonNeeds>
export type Need = PersonNeeds['needs'][number]
export type NeedKind = Need['kind']

/** The order of Today; what is not known of somebody's ties stands before what they have not confirmed, since a shortlist rests on it. Ours to set. */
export const needKinds: readonly NeedKind[] = todayKinds.flatMap((kind): NeedKind[] =>
  kind === 'region-under' ? [] : kind === 'not-confirmed' ? ['not-declared', 'not-matched', kind] : [kind],
)

/** What is on record of somebody's affiliations: the day of their declaration in the product, and how many of them name no organisation of the register. */
export interface Declared {
  declaredOn: string | null
  unmatched: number
}

/** Those who left, or were made to, are not asked for anything. */
const gone: readonly Standing[] = ['retired', 'removed', 'expired']

/**
 * What needs doing about one person, the most pressing first: what Today found of them, and what of their ties is not known. An empty list means nothing.
 * Declarations are asked of members, from their checks on; a signed one on paper names no organisations, so it does not stand for the one made here.
 */
export function needsOf(found: readonly Need[], standing: Standing | null, { declaredOn, unmatched }: Declared): Need[] {
  const asked = standing !== null && isMember(standing) && !gone.includes(standing)
  const about = { what: null, moduleId: null, day: null }
  return [
    ...found,
    ...(asked && declaredOn === null ? [{ ...about, key: 'not-declared', kind: 'not-declared' as const, figure: null }] : []),
    ...(asked && unmatched > 0 ? [{ ...about, key: 'not-matched', kind: 'not-matched' as const, figure: unmatched }] : []),
  ].toSorted(byPressureOf(needKinds))
}
