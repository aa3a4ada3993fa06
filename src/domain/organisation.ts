import type { z } from 'zod'
import type * as schema from './organisation.schema.ts'
import { nameKey } from './person.ts'

export type Organisation = z.infer<typeof schema.Organisation>
export type OrganisationKind = z.infer<typeof schema.OrganisationKind>
export type Organisations = z.infer<typeof schema.Organisations>
export type RegisterEntry = z.infer<typeof schema.RegisterEntry>
export type RegisterFilters = z.infer<typeof schema.RegisterFilters>
export type Register = z.infer<typeof schema.Register>
export type OrganisationRecord = z.infer<typeof schema.OrganisationRecord>
export type Areas = z.infer<typeof schema.Areas>
export type OrganisationGiven = z.infer<typeof schema.OrganisationGiven>
export type AdditionGiven = z.infer<typeof schema.AdditionGiven>

/** Who followed whom, and from which day: enough of the register to follow mergers. One that was split is there once for each that followed it. */
export type Succession = readonly { id: string; successorId: string | null; from?: string | null }[]

/** An id that stays while the name does: people's affiliations point at it. */
export const organisationIdOf = (name: string): string => nameKey(name).replaceAll(' ', '-').slice(0, 120)

/**
 * The bodies that stand for an organisation on a day, in the order of their ids: itself, or what it became part of, however often; several where one was
 * split. Of bodies that became part of each other, which no register should hold, the first by id stands for all. Without a day every merger counts.
 */
export function standsFor(id: string, succession: Succession, on?: string): string[] {
  const next = (one: string) =>
    succession.flatMap(({ id: from, successorId, from: day }) => (from === one && successorId && (!on || !day || day <= on) ? [successorId] : []))
  const reachedFrom = (start: string) => {
    const reached = new Set<string>()
    const waiting = next(start)
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      if (reached.has(one)) continue
      reached.add(one)
      waiting.push(...next(one))
    }
    return reached
  }
  const reached = [...new Set([id, ...reachedFrom(id)])]
  const ends = reached.filter((one) => next(one).length === 0)
  if (ends.length > 0) return ends.toSorted()
  return reached
    .filter((one) => reachedFrom(one).has(one))
    .toSorted()
    .slice(0, 1)
}

/** Whether `id` becoming part of `successorId` would make a ring of mergers. */
export function wouldRing(id: string, successorId: string, succession: Succession): boolean {
  const seen = new Set<string>()
  const waiting = [successorId]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one === id) return true
    if (seen.has(one)) continue
    seen.add(one)
    waiting.push(...succession.flatMap((edge) => (edge.id === one && edge.successorId ? [edge.successorId] : [])))
  }
  return false
}
