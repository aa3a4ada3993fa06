import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { calendarFile } from '#domain/calendar-file.ts'
import { CalendarFeed, FeedName, NewCalendarFeed } from '#domain/calendar-feed.schema.ts'
import { dayOf } from '#domain/calendar.ts'
import { busyOrFree, inFull } from '#domain/own-calendar.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { notFound, problems } from '../problem.ts'
import { account } from '../repository/audit.ts'
import { availabilityOf } from '../repository/availability.ts'
import { feedOf, makeFeed, personOfFeed, removeFeed } from '../repository/calendar-feeds.ts'
import { commitmentsOf } from '../repository/commitments.ts'

const calendar = { description: 'The calendar', content: { 'text/calendar': { schema: z.string() } } }

const readRoute = createRoute({
  method: 'get',
  path: '/calendar-feed',
  operationId: 'readCalendarFeed',
  summary: 'Whether the asker has a private address for their calendar',
  ...may('keep-own-calendar'),
  responses: { 200: json(CalendarFeed, 'Since when there is one'), ...problems(401) },
})

const makeRoute = createRoute({
  method: 'put',
  path: '/calendar-feed',
  operationId: 'makeCalendarFeed',
  summary: 'Make a private address for the asker’s calendar, in place of the one before; it is shown this once',
  ...may('keep-own-calendar'),
  responses: { 200: json(NewCalendarFeed, 'The address'), ...problems(401) },
})

const removeRoute = createRoute({
  method: 'delete',
  path: '/calendar-feed',
  operationId: 'removeCalendarFeed',
  summary: 'Take the private address away: it shows nothing from then on',
  ...may('keep-own-calendar'),
  responses: { 200: json(CalendarFeed, 'None'), ...problems(401) },
})

const feedRoute = createRoute({
  method: 'get',
  path: '/calendars/{name}',
  operationId: 'readCalendar',
  summary: 'When a member is busy or free, for whoever has the private address; no words',
  ...may('read-calendar-feed'),
  request: { params: FeedName },
  responses: { 200: calendar, ...problems(404) },
})

const downloadRoute = createRoute({
  method: 'get',
  path: '/calendar.ics',
  operationId: 'downloadCalendar',
  summary: 'The asker’s own availability and reviews in hand as a calendar file, in words',
  ...may('keep-own-calendar'),
  responses: { 200: calendar, ...problems(401) },
})

const asCalendar = (c: Context<Env>, text: string, name: string) =>
  c.text(text, 200, { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"` })

export const calendarRoutes = () =>
  router()
    .openapi(readRoute, async (c) => c.json(await feedOf(c.var.deps.db, asking(c).personId), 200))
    .openapi(makeRoute, async (c) => {
      const { db, site } = c.var.deps
      const { personId } = asking(c)
      // Not through `change`: the answer holds the secret, and answers that can be given again are stored. Made twice, the second counts.
      const token = await db.transaction().execute(async (tx) => {
        await account(tx, doing(c), { action: 'calendar-feed-made', record: 'calendar-feed', recordId: personId, personId })
        return makeFeed(tx, personId, doing(c).at)
      })
      return c.json({ madeAt: doing(c).at, address: `${site.origin}/api/calendars/${token}.ics` }, 200)
    })
    .openapi(removeRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        if (await removeFeed(tx, personId))
          await account(tx, doing(c), { action: 'calendar-feed-removed', record: 'calendar-feed', recordId: personId, personId })
        return c.json({ madeAt: null }, 200)
      }),
    )
    .openapi(feedRoute, async (c) => {
      const { db } = c.var.deps
      const personId = await personOfFeed(db, c.req.valid('param').name.replace(/\.ics$/, ''))
      if (!personId) throw notFound()
      return asCalendar(c, calendarFile('Panel Pool: busy or free', busyOrFree(await availabilityOf(db, personId))), 'busy-or-free.ics')
    })
    .openapi(downloadRoute, async (c) => {
      const { db, clock } = c.var.deps
      const { personId } = asking(c)
      const entries = inFull(await availabilityOf(db, personId), await commitmentsOf(db, personId), dayOf(clock.now()))
      return asCalendar(c, calendarFile('Panel Pool: my availability', entries), 'panel-pool-availability.ics')
    })
