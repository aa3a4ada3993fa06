import { z } from '@hono/zod-openapi'
import { Month, StripMonth } from './member.schema.ts'
import { PoolRole } from './person.schema.ts'
import { PoolCheckKind } from './pool-check.schema.ts'
import { Roster, RosterFilters } from './roster.schema.ts'

/** What the board can be asked: whatever the roster can, from which month on, and for how many months. */
export const PlanningBoardFilters = RosterFilters.extend({ from: Month.optional(), months: z.enum(['3', '6', '12']).optional() })

/** A review in hand that lasts into a month; without an end it goes on. */
const BoardReview = z.strictObject({ reference: z.string(), role: PoolRole, from: z.iso.date(), to: z.iso.date().nullable() }).openapi('BoardReview')

/** A re-check; one that was due before the first month of the board stands in that. */
const BoardCheck = z.strictObject({ kind: PoolCheckKind, on: z.iso.date(), overdue: z.boolean() }).openapi('BoardCheck')

/** What a month comes to; see `lookOf`. */
const MonthLook = z.enum(['unknown', 'away', 'over', 'full', 'some', 'free']).openapi('MonthLook')

const BoardMonth = z
  .strictObject({ ...StripMonth.shape, look: MonthLook, reviews: z.array(BoardReview), checks: z.array(BoardCheck) })
  .openapi('BoardMonth')

const BoardPerson = Roster.shape.people.element
  .pick({ id: true, name: true, region: true, roles: true, standing: true })
  .extend({ months: z.array(BoardMonth) })
  .openapi('BoardPerson')

/** A page of the roster by months. `earlier` and `later` are the first months of the boards before and after this one, `now` is the month of today. */
export const PlanningBoard = z
  .strictObject({
    on: z.iso.date(),
    months: z.array(Month),
    earlier: Month,
    now: Month,
    later: Month,
    people: z.array(BoardPerson),
    asked: Roster.shape.asked,
    total: z.number().int(),
    about: z.boolean(),
    previous: z.string().nullable(),
    next: z.string().nullable(),
  })
  .openapi('PlanningBoard')
