import type { AccountState, Role } from '#domain/account.ts'
import { accountStateWords, roleWords } from '#domain/words.ts'
import { oneOf, searchCodec, text } from '#lib/search-params.ts'

// Each has one word for every value, as its type asks: the keys are the whole list.
export const roles = Object.keys(roleWords) as Role[]
export const states = Object.keys(accountStateWords) as AccountState[]

/** What the list of accounts keeps in its address. */
export const accountFilters = searchCodec({ name: text, role: oneOf(roles), state: oneOf(states), after: text, before: text })
