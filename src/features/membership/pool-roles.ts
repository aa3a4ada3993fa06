import type { PoolRole } from '#domain/person.ts'
import { poolRoleWords } from '#domain/words.ts'

// It has one word for every role, as its type asks: the keys are the whole list.
export const poolRoles = Object.keys(poolRoleWords) as PoolRole[]
