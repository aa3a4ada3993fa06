import { createRoute, z } from '@hono/zod-openapi'
import { AuthoritiesCover, Cover, CoverInputGiven, CoverQuestion, CoverSnapshot, CoverSnapshots } from '#domain/cover.schema.ts'
import { type CoverInputKey, coverInputKeys, coverInputs } from '#domain/cover-inputs.ts'
import { inputsFor } from '#domain/cover-figures.ts'
import { writeCsv } from '#domain/csv.ts'
import { regions } from '#domain/region.ts'
import { change } from '../change.ts'
import { coverAsRows } from '../cover-file.ts'
import { authoritiesFor, coverFor, keptBy, keptWords } from '../cover-view.ts'
import { asking, doing } from '../doer.ts'
import { body, IdempotencyKey, IdParams, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { invalid, notFound, problems, refused } from '../problem.ts'
import { account } from '../repository/audit.ts'
import { enteredInputs, enterInput } from '../repository/cover-inputs.ts'
import { findSnapshot, keepSnapshot, listSnapshots } from '../repository/cover-snapshots.ts'

const readRoute = createRoute({
  method: 'get',
  path: '/cover',
  operationId: 'readCover',
  summary: 'For each region that the asker keeps, what the pool can cover on a day, by the adequacy model, with every number that it rests on',
  ...may('read-cover'),
  request: { query: CoverQuestion },
  responses: { 200: json(Cover, 'The figures'), ...problems(401, 403, 422) },
})

const authoritiesRoute = createRoute({
  method: 'get',
  path: '/cover/authorities',
  operationId: 'readAuthoritiesCover',
  summary: 'For each authority, how many could take a typical review on a day once affiliations rule people out, and of how many that is not known',
  ...may('read-cover'),
  request: { query: CoverQuestion },
  responses: { 200: json(AuthoritiesCover, 'The authorities of the regions that the asker keeps'), ...problems(401, 403, 422) },
})

const exportRoute = createRoute({
  method: 'get',
  path: '/cover.csv',
  operationId: 'exportCover',
  summary: 'Cover with its finding, inputs and what is not known, as a file for a board; exporting it is accounted for',
  ...may('read-cover'),
  request: { query: CoverQuestion },
  responses: {
    200: { description: 'Comma-separated values, formulas made inert', content: { 'text/csv': { schema: { type: 'string' } } } },
    ...problems(401, 403, 422),
  },
})

const inputRoute = createRoute({
  method: 'post',
  path: '/cover/inputs',
  operationId: 'enterCoverInput',
  summary: 'Enter a number of the model with its source; the one before it stays on record',
  ...may('keep-cover-inputs'),
  request: { headers: IdempotencyKey, ...body(CoverInputGiven) },
  responses: { 201: json(Cover, 'Cover as it is with it'), ...problems(400, 401, 403, 413, 415, 422) },
})

const keepRoute = createRoute({
  method: 'post',
  path: '/cover/snapshots',
  operationId: 'keepCoverSnapshot',
  summary: 'Keep cover as it stands, dated, for a board',
  ...may('read-cover'),
  request: { headers: IdempotencyKey, ...body(CoverQuestion) },
  responses: { 201: json(z.strictObject({ id: z.uuid() }), 'Where it is kept'), ...problems(400, 401, 403, 413, 415, 422) },
})

const listRoute = createRoute({
  method: 'get',
  path: '/cover/snapshots',
  operationId: 'listCoverSnapshots',
  summary: 'The pictures of cover that were kept, newest first',
  ...may('read-cover'),
  responses: { 200: json(CoverSnapshots, 'The newest hundred'), ...problems(401, 403) },
})

const snapshotRoute = createRoute({
  method: 'get',
  path: '/cover/snapshots/{id}',
  operationId: 'readCoverSnapshot',
  summary: 'Cover as it stood when it was kept',
  ...may('read-cover'),
  request: { params: IdParams },
  responses: { 200: json(CoverSnapshot, 'As it was kept; it never changes'), ...problems(401, 403, 404, 422) },
})

export const coverRoutes = () =>
  router()
    .openapi(readRoute, async (c) => c.json(await coverFor(c, c.var.deps.db, c.req.valid('query').on), 200))
    .openapi(authoritiesRoute, async (c) => c.json(await authoritiesFor(c, c.var.deps.db, c.req.valid('query').on), 200))
    .openapi(exportRoute, async (c) => {
      const { db } = c.var.deps
      const cover = await coverFor(c, db, c.req.valid('query').on)
      const file = writeCsv(coverAsRows(cover, await authoritiesFor(c, db, cover.on)))
      const { personId } = asking(c)
      await account(db, doing(c), {
        action: 'cover-exported',
        record: 'cover',
        recordId: cover.on,
        personId,
        changes: [{ field: 'on', from: null, to: cover.on }],
      })
      return c.body(file, 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="cover-${cover.on}.csv"` })
    })
    .openapi(inputRoute, (c) =>
      change(c, async (tx) => {
        const given = c.req.valid('json')
        const key = coverInputKeys.find((one) => one === given.key)
        if (!key) throw invalid([{ pointer: '/key', detail: 'Choose one of the numbers of the model' }])
        const kept = keptBy(c, 'keep-cover-inputs')
        if (given.region ? !kept.has(given.region) : kept.size < regions.length)
          throw refused(given.region ? 'Your account does not keep this region' : 'A number for everywhere is for somebody who keeps every region')
        checkRange(key, given.value)
        const before = inputsFor(given.region, await enteredInputs(tx)).find((one) => one.key === key)
        await enterInput(tx, given, before?.value ?? 0, doing(c))
        return c.json(await coverFor(c, tx, undefined), 201)
      }),
    )
    .openapi(keepRoute, (c) =>
      change(c, async (tx) => {
        const cover = await coverFor(c, tx, c.req.valid('json').on)
        const authorities = await authoritiesFor(c, tx, cover.on)
        const [only] = cover.england ? [] : cover.regions
        return c.json({ id: await keepSnapshot(tx, { cover, authorities }, only?.region ?? null, doing(c)) }, 201)
      }),
    )
    .openapi(listRoute, async (c) => c.json({ snapshots: await listSnapshots(c.var.deps.db, keptWords(c)) }, 200))
    .openapi(snapshotRoute, async (c) => {
      const found = await findSnapshot(c.var.deps.db, c.req.valid('param').id, keptWords(c))
      if (!found) throw notFound()
      return c.json(found, 200)
    })

/** @throws Problem 422 when a number is beyond what makes sense for it. */
function checkRange(key: CoverInputKey, value: number): void {
  const { least, most, unit } = coverInputs[key]
  if (value < least || value > most) throw invalid([{ pointer: '/value', detail: `Enter a number of ${unit} from ${least} to ${most}` }])
}
