import { z } from '@hono/zod-openapi'
import { OrganisationId } from './organisation.schema.ts'
import { Id } from './person.schema.ts'

const why = {
  tie: z.enum(['goes-on', 'ended-lately']),
  notKnown: z.enum(['never-declared', 'unmatched']),
}

/**
 * What is on record between one person and one thing that was asked for. Nobody is ever called clear: without a tie, all that can be said is that none was
 * on record when they last declared.
 */
export const TieVerdict = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('tie'),
      asked: z.string(),
      /** The body of today that they are tied to, the affiliation that says so, and whether it still goes on. */
      ties: z.array(z.strictObject({ organisation: OrganisationId, affiliation: Id, why: why.tie })),
    }),
    z.strictObject({ kind: z.literal('not-known'), asked: z.string(), why: z.array(why.notKnown) }),
    z.strictObject({ kind: z.literal('none'), asked: z.string(), declaredOn: z.iso.date() }),
  ])
  .openapi('TieVerdict')
