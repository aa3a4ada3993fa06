import { oneOf, searchCodec, text } from '#lib/search-params.ts'

export const catalogueRoles = ['chair', 'author', 'adviser'] as const

/** What the catalogue keeps in its address. */
export const catalogueFilters = searchCodec({ role: oneOf(catalogueRoles), skill: text })

export type CatalogueFilters = ReturnType<typeof catalogueFilters.read>
