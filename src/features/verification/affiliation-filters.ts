import { oneOf, searchCodec, text } from '#lib/search-params.ts'

/** What the page of affiliations keeps in its address: whether one is added or changed, and the name that is searched. */
export const affiliationSearch = searchCodec({ show: oneOf(['add', 'change']), id: text, name: text })
