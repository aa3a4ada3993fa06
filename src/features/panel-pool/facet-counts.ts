import type { RosterCounts, RosterFacet } from '#domain/person.ts'
import { showNumber } from '#lib/show.ts'

/** What each further choice would lead to; nothing until it was counted. */
export type Counts = RosterCounts | undefined

interface Option {
  value: string
  text: string
}

/** A choice with how many people it would show, once that is known. */
export function counted(counts: Counts, facet: RosterFacet, { value, text }: Option): Option {
  const values = counts?.facets.find((one) => one.facet === facet)?.values
  return values ? { value, text: `${text} (${showNumber(values.find((one) => one.value === value)?.people ?? 0)})` } : { value, text }
}
