import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { dayOf } from '#domain/calendar.ts'
import { Today, TodayFilters, TodayPutOff, TodayTaking } from '#domain/today.schema.ts'
import { putOffFault } from '#domain/today.ts'
import { change } from '../change.ts'
import { coverFor } from '../cover-view.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { body, IfMatch, json, router } from '../openapi.ts'
import { may, reach } from '../policy.ts'
import { invalid, notFound, problems, stale } from '../problem.ts'
import type { Db, Tx } from '../repository/database.ts'
import { mark, type Mark, marksOf, noMark } from '../repository/today-marks.ts'
import { itemsFor, todayFrom } from '../today-view.ts'

const KeyParams = z.strictObject({ key: z.string().max(120) })

const readRoute = createRoute({
  method: 'get',
  path: '/today',
  operationId: 'readToday',
  summary: 'What needs doing among the people that the asker keeps, ranked, with the picture of cover',
  ...may('read-today'),
  request: { query: TodayFilters },
  responses: { 200: json(Today, 'The first of each kind, and how many there are'), ...problems(401, 403, 422) },
})

const takeRoute = createRoute({
  method: 'put',
  path: '/today/{key}/taking',
  operationId: 'takeTodayItem',
  summary: 'Say that one is seeing to something, or no longer is',
  ...may('read-today'),
  request: { params: KeyParams, headers: IfMatch, ...body(TodayTaking) },
  responses: { 200: json(Today, 'What needs doing now'), ...problems(400, 401, 403, 404, 412, 413, 415, 422, 428) },
})

const putOffRoute = createRoute({
  method: 'put',
  path: '/today/{key}/put-off',
  operationId: 'putOffTodayItem',
  summary: 'Put something off to a day, with a reason; it comes back by itself',
  ...may('read-today'),
  request: { params: KeyParams, headers: IfMatch, ...body(TodayPutOff) },
  responses: { 200: json(Today, 'What needs doing now'), ...problems(400, 401, 403, 404, 412, 413, 415, 422, 428) },
})

export const todayRoutes = () =>
  router()
    .openapi(readRoute, async (c) => c.json(await todayFor(c, c.var.deps.db, c.req.valid('query')), 200))
    .openapi(takeRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        const at = doing(c).at
        const takenBy = c.req.valid('json').taken ? { personId, name: '', at } : null
        await say(c, tx, c.req.valid('param').key, c.req.valid('header')['if-match'], (before) => ({ ...before, takenBy }))
        return c.json(await todayFor(c, tx, {}), 200)
      }),
    )
    .openapi(putOffRoute, (c) =>
      change(c, async (tx) => {
        const { until, reason } = c.req.valid('json')
        const fault = until === null ? null : putOffFault(until, reason, dayOf(c.var.deps.clock.now()))
        if (fault) throw invalid([fault])
        const putOff = until === null ? null : { until, reason }
        await say(c, tx, c.req.valid('param').key, c.req.valid('header')['if-match'], (before) => ({ ...before, putOff }))
        return c.json(await todayFor(c, tx, {}), 200)
      }),
    )

/** Marks one of the items that the asker can see, as it was when they saw it. */
async function say(c: Context<Env>, tx: Tx, key: string, version: number, to: (before: Mark) => Mark): Promise<void> {
  const { content, clock } = c.var.deps
  const { items } = await itemsFor(tx, content, reach(c.var.actor, 'read-today'), clock.now(), await coverFor(c, tx, undefined))
  const item = items.find((one) => one.key === key)
  if (!item) throw notFound()
  if (item.version !== version) throw stale(item)
  const before = (await marksOf(tx, [key])).get(key) ?? noMark
  await mark(tx, item, to(before), doing(c))
}

async function todayFor(c: Context<Env>, db: Db, asked: z.infer<typeof TodayFilters>): Promise<z.infer<typeof Today>> {
  const { content, clock } = c.var.deps
  const now = clock.now()
  const cover = await coverFor(c, db, undefined)
  return todayFrom(dayOf(now), await itemsFor(db, content, reach(c.var.actor, 'read-today'), now, cover), cover, asked)
}
