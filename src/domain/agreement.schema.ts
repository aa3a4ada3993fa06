import { z } from '@hono/zod-openapi'

const count = z.number().int().min(0)

/**
 * How far two sets of levels agree. `ratings` is how many skills were rated by both; `comparisons` is larger when several people are compared with.
 * `severity` is the mean difference in levels, below 0 for the harder one to please. Both it and `furthest` are null when nothing can be compared.
 */
export const Agreement = z
  .strictObject({
    ratings: count,
    comparisons: count,
    exact: count,
    withinOne: count,
    furthest: count.nullable(),
    severity: z.number().nullable(),
    kappa: z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('too-few'), from: count }),
      z.strictObject({ state: z.literal('no-variation') }),
      z.strictObject({ state: z.literal('known'), value: z.number().min(-1).max(1) }),
    ]),
  })
  .openapi('Agreement')
