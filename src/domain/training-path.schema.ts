import { z } from '@hono/zod-openapi'
import { PoolRole } from './person.schema.ts'

/** Modules in the order to take them, each with the roles it is asked of. The first path is the common core. */
export const TrainingPath = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string().min(1),
  modules: z.array(z.strictObject({ id: z.string(), for: z.array(PoolRole).min(1) })).min(1),
})
