import { z } from '@hono/zod-openapi'
import { orNull } from './or-null.schema.ts'
import { Moment } from './person.schema.ts'

/** Whether somebody has a private address for their calendar, and since when. The address itself is shown once, when it is made. */
export const CalendarFeed = z.strictObject({ madeAt: orNull(Moment) }).openapi('CalendarFeed')

export const NewCalendarFeed = z.strictObject({ madeAt: Moment, address: z.url() }).openapi('NewCalendarFeed')

/** The last part of the address: 32 random bytes, base64url, and the ending that calendar programs look for. */
export const FeedName = z.strictObject({ name: z.string().regex(/^[A-Za-z0-9_-]{43}\.ics$/) })
