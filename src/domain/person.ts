import type { z } from 'zod'
import type * as schema from './person.schema.ts'
import type * as roster from './roster.schema.ts'

export type PoolRole = z.infer<typeof schema.PoolRole>
export type Standing = z.infer<typeof schema.Standing>
export type TrainingState = z.infer<typeof schema.TrainingState>
export type Profile = z.infer<typeof schema.Profile>
export type Person = z.infer<typeof schema.Person>
export type RosterFilters = z.infer<typeof roster.RosterFilters>
export type Roster = z.infer<typeof roster.Roster>
export type RosterRow = Roster['people'][number]
export type RosterTraining = z.infer<typeof roster.RosterTraining>
export type RosterFilter = z.infer<typeof roster.RosterFilter>
export type RosterFacet = z.infer<typeof roster.RosterFacet>
export type RosterCounts = z.infer<typeof roster.RosterCounts>

/**
 * A name as it is searched and sorted: no accents, no case, single spaces. Stored, so that every database sorts alike
 * whatever its collation.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
}

/** The words of a search, each of which must occur in the name's key. */
export const searchWords = (search: string): string[] => nameKey(search).split(' ').filter(Boolean)
