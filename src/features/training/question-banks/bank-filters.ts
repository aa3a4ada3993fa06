import { oneOf, searchCodec } from '#lib/search-params.ts'

const bankStates = ['in-use', 'withdrawn'] as const

/** What the page of a bank keeps in its address. */
export const bankFilters = searchCodec({ show: oneOf(bankStates) })
