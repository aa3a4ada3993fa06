import { oneOf, searchCodec, text } from '#lib/search-params.ts'

export const poolRoles = ['chair', 'author', 'adviser'] as const

/** What the framework's pages keep in their address. */
export const frameworkFilters = searchCodec({ search: text, role: oneOf(poolRoles) })
export type FrameworkFilters = ReturnType<typeof frameworkFilters.read>

/** Which two roles are set side by side; chair and author when nothing is said. */
export const pairs = ['chair-author', 'chair-adviser', 'author-adviser'] as const
export const comparisonFilters = searchCodec({ roles: oneOf(pairs) })
