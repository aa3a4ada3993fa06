import { z } from '@hono/zod-openapi'
import { Level, SkillId, Weight } from './framework.schema.ts'
import { PoolRole } from './person.schema.ts'

/** What one role asks of a skill. */
const Asked = z.strictObject({ role: PoolRole, weight: Weight, level: Level }).openapi('Asked')

/** The names of a framework and what its roles ask, without the words of its levels: for lists and filters. */
export const FrameworkOutline = z
  .strictObject({
    version: z.number().int(),
    levels: z.array(z.strictObject({ level: Level, name: z.string() })),
    domains: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        skills: z.array(z.strictObject({ id: SkillId, name: z.string(), asked: z.array(Asked) })),
      }),
    ),
  })
  .openapi('FrameworkOutline')
