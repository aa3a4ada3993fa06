import { searchCodec } from '#lib/search-params.ts'

/** A day that there is, or null. */
const isoDay = (value: string): string | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value) ? value : null

/** The day of an appointment, kept in the address. */
export const readinessDay = searchCodec({ on: isoDay })
