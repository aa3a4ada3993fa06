import { isoDay, searchCodec } from '#lib/search-params.ts'

/** The day of an appointment, kept in the address. */
export const readinessDay = searchCodec({ on: isoDay })
