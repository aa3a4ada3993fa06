import type { z } from 'zod'
import type * as schema from './tag.schema.ts'

export type PersonTags = z.infer<typeof schema.PersonTags>
export type TaggedRoster = z.infer<typeof schema.TaggedRoster>

/** So many tags at most on one person: more say nothing. */
export const mostTags = 20
