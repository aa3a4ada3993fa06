import { z } from '@hono/zod-openapi'

/** Whether a rule was found in a source, or is recalled and still to be verified. A recalled rule is a setting, never stated as law. */
const Standing = z.enum(['fact', 'recalled'])

/** A review regime: its words, its roles and its clocks, as dated data. Screens read them from here. */
export const Regime = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    edition: z.string(),
    nation: z.string(),
    from: z.iso.date(),
    to: z.iso.date().nullable(),
    standing: Standing,
    summary: z.string(),
    roles: z.array(
      z.strictObject({
        key: z.enum(['chair', 'author']),
        name: z.string(),
        shortName: z.string(),
        duty: z.string(),
        standing: Standing,
        sources: z.array(z.string()),
      }),
    ),
    rolesMayCombine: z.boolean(),
    milestones: z.array(
      z.strictObject({
        key: z.string(),
        name: z.string(),
        limit: z.number().int(),
        unit: z.enum(['months', 'working-days']),
        after: z.string(),
        standing: Standing,
        sources: z.array(z.string()),
      }),
    ),
    sources: z.array(z.string()),
  })
  .openapi('Regime')
