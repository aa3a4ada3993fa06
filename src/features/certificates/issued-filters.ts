import { searchCodec, text } from '#lib/search-params.ts'

/** What the list of issued certificates keeps in its address. */
export const issuedFilters = searchCodec({ name: text, after: text, before: text })
export type IssuedFilters = ReturnType<typeof issuedFilters.read>
