import { oneOf, searchCodec, text } from '#lib/search-params.ts'

export const roles = ['learner', 'assessor', 'coordinator', 'administrator'] as const
export const states = ['invited', 'unconfirmed', 'active', 'suspended'] as const

/** What the list of accounts keeps in its address. */
export const accountFilters = searchCodec({ name: text, role: oneOf(roles), state: oneOf(states), after: text, before: text })
