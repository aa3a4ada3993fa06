import { oneOf, searchCodec } from '#lib/search-params.ts'

const id = (value: string): string | null => (/^[0-9a-f-]{36}$/.test(value) ? value : null)
const month = (value: string): string | null => (/^20\d\d-(0[1-9]|1[0-2])$/.test(value) ? value : null)
const name = (value: string): string | null => value.trim().slice(0, 100) || null

/** What the pages of a member keep in their address: which part is changed, which entry, the authority that is searched, and the month of the calendar. */
export const memberSearch = searchCodec({
  show: oneOf(['availability', 'commitment', 'capacity', 'background', 'regions']),
  id,
  name,
  month,
})

export type MemberSearch = ReturnType<typeof memberSearch.read>
