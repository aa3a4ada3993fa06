import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { namesFaults, namesWarnings } from '#domain/names-warning.ts'
import { RosterView, RosterViewGiven, RosterViews } from '#domain/roster-view.schema.ts'
import { mostViews, type RosterViewGiven as Given } from '#domain/roster-view.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { conflict, invalid, notFound, problems } from '../problem.ts'
import type { Tx } from '../repository/database.ts'
import { holdPerson } from '../repository/people.ts'
import { addView, deleteView, hasViewNamed, ownView, saveView, viewsFor } from '../repository/roster-views.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/roster-views',
  operationId: 'listRosterViews',
  summary: 'The views of the roster that the asker keeps, and those that others share',
  ...may('keep-roster-views'),
  responses: { 200: json(RosterViews, 'By name'), ...problems(401, 403) },
})

const addRoute = createRoute({
  method: 'post',
  path: '/roster-views',
  operationId: 'addRosterView',
  summary: 'Keep filters of the roster under a name; to copy a view is to keep its filters under a name of one’s own',
  ...may('keep-roster-views'),
  request: { headers: IdempotencyKey, ...body(RosterViewGiven) },
  responses: { 201: json(RosterView, 'The view'), ...problems(400, 401, 403, 409, 413, 415, 422) },
})

const saveRoute = createRoute({
  method: 'put',
  path: '/roster-views/{id}',
  operationId: 'saveRosterView',
  summary: 'Rename a view of one’s own, give it other filters, share it or no longer',
  ...may('keep-roster-views'),
  request: { params: IdParams, headers: IfMatch, ...body(RosterViewGiven) },
  responses: { 200: json(RosterView, 'The view as saved'), ...problems(400, 401, 403, 404, 412, 413, 415, 422, 428) },
})

const deleteRoute = createRoute({
  method: 'delete',
  path: '/roster-views/{id}',
  operationId: 'deleteRosterView',
  summary: 'Delete a view of one’s own',
  ...may('keep-roster-views'),
  request: { params: IdParams, headers: IfMatch },
  responses: { 200: json(z.strictObject({ message: z.string() }), 'Gone'), ...problems(401, 403, 404, 412, 422, 428) },
})

export const rosterViewRoutes = () =>
  router()
    .openapi(listRoute, async (c) => c.json({ views: await viewsFor(c.var.deps.db, asking(c).personId) }, 200))
    .openapi(addRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        // Of two tabs that keep one name at once the second sees the first.
        await holdPerson(tx, personId)
        const given = await good(c, tx, c.req.valid('json'))
        const own = (await viewsFor(tx, personId)).filter(({ owner }) => owner === null)
        if (own.length >= mostViews) throw conflict(`You keep ${mostViews} views. Delete one first`, [])
        const view = await viewNow(tx, await addView(tx, personId, given, doing(c)), personId)
        return c.json(view, 201, etag(view.version))
      }),
    )
    .openapi(saveRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        await holdPerson(tx, personId)
        const view = await viewNow(tx, c.req.valid('param').id, personId)
        const given = await good(c, tx, c.req.valid('json'), view.id)
        await saveView(tx, view, c.req.valid('header')['if-match'], personId, given, doing(c))
        const after = await viewNow(tx, view.id, personId)
        return c.json(after, 200, etag(after.version))
      }),
    )
    .openapi(deleteRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        const view = await viewNow(tx, c.req.valid('param').id, personId)
        await deleteView(tx, view, c.req.valid('header')['if-match'], personId, doing(c))
        return c.json({ message: 'The view is deleted. Nobody on the roster is changed' }, 200)
      }),
    )

async function viewNow(tx: Tx, id: string, personId: string) {
  const view = await ownView(tx, id, personId)
  if (!view) throw notFound()
  return view
}

/** @throws Problem 422 for a name that the asker has already, or one that seems to name somebody. */
async function good(c: Context<Env>, tx: Tx, { readWarning, ...given }: Given, butFor?: string): Promise<Omit<Given, 'readWarning'>> {
  const faults = namesFaults(namesWarnings(given.name), readWarning)
  if (await hasViewNamed(tx, asking(c).personId, given.name, butFor))
    faults.push({ pointer: '/name', detail: 'You have a view of this name already. Choose another name, or replace that one' })
  if (faults.length > 0) throw invalid(faults)
  return given
}
