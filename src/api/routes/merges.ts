import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Merge, MergeGiven, MergePreview, PersonMerges } from '#domain/merge.schema.ts'
import { mergeFaults } from '#domain/merge.ts'
import { Id } from '#domain/person.schema.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { mergePreview } from '../merge/facts.ts'
import { putTogether } from '../merge/put-together.ts'
import { takeApart } from '../merge/take-apart.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may, mustReach, reach, reaches } from '../policy.ts'
import { conflict, invalid, notFound, problems, stale } from '../problem.ts'
import type { Db, Tx } from '../repository/database.ts'
import { cannotUndo, claimMergeUndo, findMerge, mergesInto, mergeThatPutAway, mergeView, type StoredMerge } from '../repository/merges.ts'
import { type AnyRecord, findPerson, findRecord, holdPerson } from '../repository/people.ts'

const previewRoute = createRoute({
  method: 'get',
  path: '/people/{id}/merge/{otherId}',
  operationId: 'previewMerge',
  summary: 'Two records side by side: where they differ, what would go over, and what stands in the way of putting them together',
  ...may('merge-records'),
  request: { params: IdParams.extend({ otherId: Id }) },
  responses: { 200: json(MergePreview, 'Both records as they are now'), ...problems(401, 403, 404) },
})

const mergeRoute = createRoute({
  method: 'post',
  path: '/merges',
  operationId: 'mergeRecords',
  summary: 'Put two records of one person together. `seen` is what the preview said: where either changed since, nothing happens',
  ...may('merge-records'),
  request: { headers: IdempotencyKey, ...body(MergeGiven) },
  responses: { 201: json(Merge, 'What was put together'), ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422) },
})

const readRoute = createRoute({
  method: 'get',
  path: '/merges/{id}',
  operationId: 'readMerge',
  summary: 'Two records that were put together: what went over and what was changed, and what became of it',
  ...may('merge-records'),
  request: { params: IdParams },
  responses: { 200: json(Merge, 'The merge'), ...problems(401, 403, 404) },
})

const undoRoute = createRoute({
  method: 'post',
  path: '/merges/{id}/undo',
  operationId: 'undoMerge',
  summary: 'Take two records apart again, each with what it had; what was changed since is left alone and listed',
  ...may('merge-records'),
  request: { params: IdParams, headers: IfMatch.extend(IdempotencyKey.shape) },
  responses: { 200: json(Merge, 'The merge as it is now'), ...problems(401, 403, 404, 409, 412, 422, 428) },
})

const ofPersonRoute = createRoute({
  method: 'get',
  path: '/people/{id}/merges',
  operationId: 'readPersonMerges',
  summary: 'Which records were put together with this one, and where this one went',
  ...may('merge-records'),
  request: { params: z.strictObject({ id: Id }) },
  responses: { 200: json(PersonMerges, 'The newest first'), ...problems(401, 403, 404) },
})

export const mergeRoutes = () =>
  router()
    .openapi(previewRoute, async (c) => {
      const { id, otherId } = c.req.valid('param')
      const { db } = c.var.deps
      return c.json(await preview(c, db, await recordFor(c, db, id), await recordFor(c, db, otherId)), 200)
    })
    .openapi(mergeRoute, (c) =>
      change(c, async (tx) => {
        const given = c.req.valid('json')
        // In one order always, so that two who put the same two together do not wait for each other in a ring.
        for (const id of [given.keep, given.away].toSorted()) await holdPerson(tx, id)
        const [kept, away] = [await recordFor(c, tx, given.keep), await recordFor(c, tx, given.away)]
        const now = await preview(c, tx, kept, away)
        const [obstacle] = now.obstacles
        if (obstacle) throw conflict(obstacle.words, [])
        if (given.seen !== now.seen) throw stale(now)
        const faults = mergeFaults(now, given)
        if (faults.length > 0) throw invalid(faults)
        const id = await putTogether(tx, kept, away, now, given, around(c))
        const done = await viewNow(tx, id)
        return c.json(done, 201, etag(done.version))
      }),
    )
    .openapi(readRoute, async (c) => {
      const { db } = c.var.deps
      const merge = await mergeFor(c, db, c.req.valid('param').id)
      return c.json(await mergeView(db, merge), 200, etag(merge.version))
    })
    .openapi(undoRoute, (c) =>
      change(c, async (tx) => {
        const merge = await mergeFor(c, tx, c.req.valid('param').id, 'both')
        for (const id of [merge.kept_id, merge.away_id].toSorted()) await holdPerson(tx, id)
        if (merge.version !== c.req.valid('header')['if-match']) throw stale(await viewNow(tx, merge.id))
        const why = await cannotUndo(tx, merge)
        if (why) throw conflict(why, [])
        const kept = await findPerson(tx, merge.kept_id)
        if (!kept) throw notFound()
        if (!(await claimMergeUndo(tx, merge, doing(c).at, asking(c).personId))) throw stale(await viewNow(tx, merge.id))
        await takeApart(tx, merge, kept, around(c))
        const after = await viewNow(tx, merge.id)
        return c.json(after, 200, etag(after.version))
      }),
    )
    .openapi(ofPersonRoute, async (c) => {
      const { db } = c.var.deps
      const record = await recordFor(c, db, c.req.valid('param').id)
      const into = await mergeThatPutAway(db, record.id)
      const merges = await mergesInto(db, record.id)
      return c.json({ into: into ? await mergeView(db, into) : null, merges: await Promise.all(merges.map((one) => mergeView(db, one))) }, 200)
    })

const around = (c: Context<Env>) => ({ content: c.var.deps.content, now: c.var.deps.clock.now(), doer: doing(c) })

const preview = (c: Context<Env>, db: Db, one: AnyRecord, other: AnyRecord) =>
  mergePreview(db, one, other, asking(c).personId, c.var.deps.clock.now())

/** A record within reach, also one that was put together with another. */
const recordFor = async (c: Context<Env>, db: Db, id: string): Promise<AnyRecord> => mustReach(c.var.actor, 'merge-records', await findRecord(db, id))

/** A merge of which the asker may see one record, or both where they are to be taken apart. */
async function mergeFor(c: Context<Env>, db: Db, id: string, which: 'either' | 'both' = 'either'): Promise<StoredMerge> {
  const merge = await findMerge(db, id)
  const sides = merge ? [await findRecord(db, merge.kept_id), await findRecord(db, merge.away_id)] : []
  const within = sides.filter((side) => side !== undefined && reaches(reach(c.var.actor, 'merge-records'), side))
  if (!merge || within.length < (which === 'both' ? 2 : 1)) throw notFound()
  return merge
}

async function viewNow(tx: Tx, id: string) {
  const merge = await findMerge(tx, id)
  if (!merge) throw notFound()
  return mergeView(tx, merge)
}
