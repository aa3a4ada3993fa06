import { z } from '@hono/zod-openapi'
import { orNull } from './or-null.schema.ts'
import { CoverState } from './cover.schema.ts'
import { Id, Moment, Region } from './person.schema.ts'

export const TodayKind = z
  .enum([
    'check-due-in-work',
    'check-due',
    'not-confirmed',
    'wants-to-join',
    'request-unassigned',
    'verification-late',
    'region-under',
    'training-stuck',
  ])
  .openapi('TodayKind')

/** One thing that needs doing. `key` names it for as long as it is there. */
export const TodayItem = z
  .strictObject({
    key: z.string(),
    kind: TodayKind,
    personId: orNull(Id),
    /** The person it is about. */
    name: z.string().nullable(),
    region: orNull(Region),
    /** What of them: the kind of a check, a module, a role. */
    what: z.string().nullable(),
    /** The day it is or was due; for what has no such day, since when it waits. */
    day: z.iso.date().nullable(),
    /** A figure that says how bad it is: cover in per cent, people short. */
    figure: z.number().nullable(),
    version: z.number().int(),
    /** Who sees to it; `own` where that is the asker. */
    takenBy: orNull(z.strictObject({ name: z.string(), at: Moment, own: z.boolean() })),
    /** Put off until this day, with the reason. */
    putOff: orNull(z.strictObject({ until: z.iso.date(), reason: z.string() })),
  })
  .openapi('TodayItem')

const Total = z.strictObject({ kind: TodayKind, total: z.number().int(), about: z.boolean() })

export const TodayFilters = z.strictObject({ kind: TodayKind.optional(), show: z.enum(['put-off']).optional() })

/** The first of each kind, ranked; `totals` says how many there are. The picture of cover stands beside it. */
export const Today = z
  .strictObject({
    on: z.iso.date(),
    items: z.array(TodayItem),
    totals: z.array(Total),
    putOff: z.number().int(),
    cover: z.array(z.strictObject({ region: Region, chair: z.number().nullable(), author: z.number().nullable(), state: CoverState })),
    finding: z.array(z.string()),
  })
  .openapi('Today')

export const TodayTaking = z.strictObject({ taken: z.boolean() }).openapi('TodayTaking')

/** `until` null takes the item up again. */
export const TodayPutOff = z
  .strictObject({
    until: z.iso.date({ error: 'Enter the day on which it should come back' }).nullable(),
    reason: z.string().trim().max(300, 'Use 300 characters or fewer'),
  })
  .openapi('TodayPutOff', { example: { until: '2026-12-14', reason: 'She is abroad until the 12th and will send it then' } })
