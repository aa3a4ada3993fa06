import { searchCodec, text } from '#lib/search-params.ts'

/** What the learning log keeps in its address. */
export const logFilters = searchCodec({ module: text, search: text, after: text, before: text })

export type LogFilters = ReturnType<typeof logFilters.read>
