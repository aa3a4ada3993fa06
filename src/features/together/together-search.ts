import { oneOf, searchCodec, text } from '#lib/search-params.ts'

export const listSearch = searchCodec({ after: text, before: text })
export const shows = ['done', 'refused', 'unchanged', 'left'] as const
export const rowsSearch = searchCodec({ show: oneOf(shows), after: text, before: text })
