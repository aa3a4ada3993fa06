import type { PoolRole } from '#domain/person.ts'
import { regions } from '#domain/region.ts'
import { poolRoleWords } from '#domain/words.ts'
import { oneOf, searchCodec, text } from '#lib/search-params.ts'

/** One word for every role, as its type asks: the keys are the whole list. */
const poolRoles = Object.keys(poolRoleWords) as PoolRole[]

const whom = { role: oneOf(poolRoles), region: oneOf(regions), module: text }

/** What the pages of training progress keep in their address. */
export const progressFilters = searchCodec(whom)
export const stuckFilters = searchCodec({ ...whom, after: text, before: text })

export type ProgressFilters = ReturnType<typeof progressFilters.read>
export type StuckFilters = ReturnType<typeof stuckFilters.read>

export const roleChoices = poolRoles.map((value) => ({ value, text: poolRoleWords[value] }))

/** The module whose questions are shown; the first where the address names none. */
export const questionFilters = searchCodec({ module: text })
