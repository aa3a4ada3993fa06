import { z } from '@hono/zod-openapi'
import { ReadWarning } from './names-warning.schema.ts'
import { Id, Moment } from './person.schema.ts'
import { Roster } from './roster.schema.ts'

/** A coordinator's own words for people of a kind. */
export const TagWords = z
  .string()
  .trim()
  .min(2, 'Use 2 characters or more')
  .max(40, 'Use 40 characters or fewer')
  .regex(/^[^\p{Cc},]*$/u, 'Use letters, numbers and spaces, without commas')
  .openapi({ example: 'Speaks at events' })

/** A tag on somebody: who put it there, and when. */
const PersonTag = z.strictObject({ id: Id, tag: z.string(), at: Moment, by: z.string().nullable() }).openapi('PersonTag')

export const PersonTags = z.strictObject({ tags: z.array(PersonTag) }).openapi('PersonTags')

/** The tags on the people of the roster within reach, each with how many have it. */
export const TagsInUse = z.strictObject({ tags: z.array(z.strictObject({ tag: z.string(), people: z.number().int() })) }).openapi('TagsInUse')

export const TagGiven = z.strictObject({ tag: TagWords, readWarning: ReadWarning }).openapi('TagGiven')

/** A page of the roster with the tags of its people, by their ids; who has none is left out. */
export const TaggedRoster = Roster.extend({ tags: z.record(z.string(), z.array(z.string())) }).openapi('TaggedRoster')
