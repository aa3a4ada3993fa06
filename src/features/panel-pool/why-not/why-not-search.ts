import { searchCodec } from '#lib/search-params.ts'
import { paths } from '#paths'
import { type Filters, rosterFilters } from '../roster-filters.ts'

const personId = (value: string): string | null => (/^[0-9a-f-]{36}$/.test(value) ? value : null)

/** Whom it is asked about, beside the filters of the roster; by their id, since no name stands in an address. */
export const whyNotSearch = searchCodec({ of: personId })

/** The question with these filters, about somebody or about nobody yet. */
export function whyNotAddress(filters: Filters, of: string | undefined): string {
  const search = new URLSearchParams(rosterFilters.write(filters))
  if (of) search.set('of', of)
  return paths.whyNot() + (search.size > 0 ? `?${search.toString()}` : '')
}
