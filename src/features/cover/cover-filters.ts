import { searchCodec } from '#lib/search-params.ts'

const day = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null)

/** What cover keeps in its address: the day it is asked for; today without one. */
export const coverFilters = searchCodec({ on: day })
