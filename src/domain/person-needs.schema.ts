import { z } from '@hono/zod-openapi'
import { TodayKind } from './today.schema.ts'

const NeedKind = z.enum([...TodayKind.exclude(['region-under']).options, 'not-declared', 'not-matched']).openapi('NeedKind')

/** One thing that needs doing about somebody, with what it follows from. `key` names it for as long as it is there. */
const Need = z
  .strictObject({
    key: z.string(),
    kind: NeedKind,
    /** What of them: the kind of a check, the title of a module, roles. */
    what: z.string().nullable(),
    /** The module, where it is about one. */
    moduleId: z.string().nullable(),
    /** The day it is or was due; for what has no such day, since when it waits. */
    day: z.iso.date().nullable(),
    /** How many, where it is about several. */
    figure: z.number().int().nullable(),
  })
  .openapi('PersonNeed')

/** What needs doing about somebody today, the most pressing first. */
export const PersonNeeds = z.strictObject({ on: z.iso.date(), needs: z.array(Need) }).openapi('PersonNeeds')
