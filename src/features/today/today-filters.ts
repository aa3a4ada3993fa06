import { oneOf, searchCodec } from '#lib/search-params.ts'

const kinds = [
  'check-due-in-work',
  'verification-late',
  'request-unassigned',
  'check-due',
  'wants-to-join',
  'region-under',
  'not-confirmed',
  'training-stuck',
] as const

/** What Today keeps in its address: one kind alone, or what was put off; and whether the whole list is shown. */
export const todayFilters = searchCodec({ kind: oneOf(kinds), show: oneOf(['put-off'] as const), all: oneOf(['yes'] as const) })

export type TodayAsked = ReturnType<typeof todayFilters.read>
