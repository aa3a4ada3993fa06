import { z } from '@hono/zod-openapi'
import { Id, Moment } from './person.schema.ts'

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** One thing that happened, as it is shown. `by` is null for the system itself. */
export const HistoryEvent = z
  .strictObject({
    id: Id,
    at: Moment,
    by: z.strictObject({ personId: Id, name: z.string() }).nullable(),
    action: z.string(),
    changes: z.array(z.strictObject({ field: z.string(), from: Value, to: Value })),
    reason: z.string().nullable(),
  })
  .openapi('HistoryEvent')

export const History = z.strictObject({ events: z.array(HistoryEvent), next: z.string().nullable() }).openapi('History')
