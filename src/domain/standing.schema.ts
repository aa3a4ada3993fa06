import { z } from '@hono/zod-openapi'
import { orNull } from './or-null.schema.ts'
import { Moment, Standing } from './person.schema.ts'

/** A move of somebody's standing. `until` is for a pause that has an end. */
export const StandingMove = z
  .strictObject({
    to: z.enum(Standing.options, { error: 'Choose the new status' }),
    reason: z.string().trim().min(5, 'Say why in a few words').max(500, 'Use 500 characters or fewer'),
    until: z.iso.date({ error: 'Enter the day as a day, month and year' }).nullable(),
  })
  .openapi('StandingMove')

/** Where somebody stands, since when, why, until when, and where the asker can move them from there. */
export const CurrentStanding = z
  .strictObject({
    version: z.number().int(),
    standing: orNull(Standing),
    since: orNull(Moment),
    reason: z.string().nullable(),
    until: z.iso.date().nullable(),
    moves: z.array(Standing),
  })
  .openapi('CurrentStanding')
