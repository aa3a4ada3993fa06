import { oneOf, type SearchCodec, searchCodec } from '#lib/search-params.ts'
import { paths } from '#paths'
import { type Filters, rosterFilters } from '../roster-filters.ts'

export const spans = ['3', '6', '12'] as const

const month = (value: string): string | null => (/^20\d\d-(0[1-9]|1[0-2])$/.test(value) ? value : null)

/** What the board keeps in its address beside the filters of the roster. */
export const boardSpan = searchCodec({ from: month, months: oneOf(spans) })
export type Span = ReturnType<typeof boardSpan.read>

/** The filters of the roster in the address of the board, which keeps its months while they change. */
export const boardFilters = (span: Span): SearchCodec<Filters> => ({
  read: rosterFilters.read,
  write: (filters) => boardAddress(filters as Filters, span).slice(paths.planningBoard().length), // absent is as good as undefined
})

/** The board with these filters and months: the roster of the same filters has the same address but for its months. */
export function boardAddress(filters: Filters, span: Span): string {
  const search = new URLSearchParams([...new URLSearchParams(rosterFilters.write(filters)), ...new URLSearchParams(boardSpan.write(span))]).toString()
  return paths.planningBoard() + (search ? `?${search}` : '')
}
