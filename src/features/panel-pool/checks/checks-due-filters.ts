import { regions } from '#domain/region.ts'
import { oneOf, searchCodec, text } from '#lib/search-params.ts'
import { kinds } from './checks.copy.ts'

export const spans = ['0', '30', '60', '90', '180'] as const

/** What the list of checks due keeps in its address. */
export const checksDueFilters = searchCodec({ kind: oneOf(kinds), region: oneOf(regions), within: oneOf(spans), after: text, before: text })

export type Filters = ReturnType<typeof checksDueFilters.read>
