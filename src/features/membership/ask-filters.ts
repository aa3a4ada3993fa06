import type { MembershipAskState } from '#domain/membership.ts'
import { oneOf, searchCodec, text } from '#lib/search-params.ts'
import { copy } from './asks.copy.ts'

export const askStates = Object.keys(copy.states) as MembershipAskState[]

/** What the list of those who want to join keeps in its address. */
export const askFilters = searchCodec({ state: oneOf(askStates), after: text, before: text })

export type AskFilters = ReturnType<typeof askFilters.read>
