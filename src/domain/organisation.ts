import type { z } from 'zod'
import type * as schema from './organisation.schema.ts'

export type Organisation = z.infer<typeof schema.Organisation>
export type OrganisationKind = z.infer<typeof schema.OrganisationKind>
export type Organisations = z.infer<typeof schema.Organisations>

/** Who followed whom: enough of the register to follow a merger. */
export type Succession = readonly Pick<Organisation, 'id' | 'successorId'>[]

/**
 * The body that stands for an organisation today: itself, or what it became part of, however often. Of bodies that became part of each other, which no
 * register should hold, the first by id stands for all.
 */
export function standsFor(id: string, succession: Succession): string {
  const successors = new Map(succession.map((one) => [one.id, one.successorId]))
  const way = [id]
  for (let next = successors.get(id); next; next = successors.get(next)) {
    if (way.includes(next)) return way.slice(way.indexOf(next)).toSorted()[0] ?? next
    way.push(next)
  }
  return way.at(-1) ?? id
}
