import { createRoute } from '@hono/zod-openapi'
import { changesBetween } from '#domain/audit.ts'
import { dayOf } from '#domain/calendar.ts'
import { Experience, ExperienceGiven, ExperienceList } from '#domain/experience.schema.ts'
import { yearFault } from '#domain/experience.ts'
import { change } from '../change.ts'
import type { Clock } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { invalid, notFound, problems } from '../problem.ts'
import { account } from '../repository/audit.ts'
import type { Db } from '../repository/database.ts'
import { addExperience, experienceOf, findExperience, removeExperience, saveExperience } from '../repository/experience.ts'

const listExperience = createRoute({
  method: 'get',
  path: '/experience',
  operationId: 'listExperience',
  summary: 'The published reports that the asker worked on',
  ...may('keep-own-experience'),
  responses: { 200: json(ExperienceList, 'Newest first'), ...problems(401) },
})

const addRoute = createRoute({
  method: 'post',
  path: '/experience',
  operationId: 'addExperience',
  summary: 'List a published report',
  ...may('keep-own-experience'),
  request: { headers: IdempotencyKey, ...body(ExperienceGiven) },
  responses: { 201: json(Experience, 'Listed'), ...problems(400, 401, 413, 415, 422) },
})

const readRoute = createRoute({
  method: 'get',
  path: '/experience/{id}',
  operationId: 'readExperience',
  summary: 'One report that the asker listed',
  ...may('keep-own-experience'),
  request: { params: IdParams },
  responses: { 200: json(Experience, 'The report'), ...problems(401, 404) },
})

const changeRoute = createRoute({
  method: 'put',
  path: '/experience/{id}',
  operationId: 'changeExperience',
  summary: 'Change a report that the asker listed',
  ...may('keep-own-experience'),
  request: { params: IdParams, headers: IfMatch, ...body(ExperienceGiven) },
  responses: { 200: json(Experience, 'As saved'), ...problems(400, 401, 404, 412, 413, 415, 422, 428) },
})

const removeRoute = createRoute({
  method: 'delete',
  path: '/experience/{id}',
  operationId: 'removeExperience',
  summary: 'Take a report off the list',
  ...may('keep-own-experience'),
  request: { params: IdParams, headers: IfMatch },
  responses: { 200: json(Experience, 'As it was'), ...problems(401, 404, 412, 422, 428) },
})

function mustBeAYear({ year }: { year: number }, clock: Clock): void {
  const detail = yearFault(year, Number(dayOf(clock.now()).slice(0, 4)))
  if (detail) throw invalid([{ pointer: '/year', detail }])
}

/** Someone else's report is answered like one that is not there. */
async function ownReport(db: Db, id: string, personId: string) {
  const report = await findExperience(db, id)
  if (report?.personId !== personId) throw notFound()
  return report
}

const fields = ['publisher', 'year', 'role', 'url'] as const
const none = { publisher: null, year: null, role: null, url: null }

export const experienceRoutes = () =>
  router()
    .openapi(listExperience, async (c) => c.json({ reports: await experienceOf(c.var.deps.db, asking(c).personId) }, 200))
    .openapi(addRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        mustBeAYear(c.req.valid('json'), c.var.deps.clock)
        const added = await addExperience(tx, personId, c.req.valid('json'), doing(c).at)
        const changes = changesBetween<Record<(typeof fields)[number], unknown>>(none, added, fields)
        await account(tx, doing(c), { action: 'experience-added', record: 'experience', recordId: added.id, personId, changes })
        return c.json(added, 201, etag(added.version))
      }),
    )
    .openapi(readRoute, async (c) => {
      const report = await ownReport(c.var.deps.db, c.req.valid('param').id, asking(c).personId)
      return c.json(report, 200, etag(report.version))
    })
    .openapi(changeRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        const before = await ownReport(tx, c.req.valid('param').id, personId)
        mustBeAYear(c.req.valid('json'), c.var.deps.clock)
        const saved = await saveExperience(tx, before.id, c.req.valid('header')['if-match'], c.req.valid('json'))
        const changes = changesBetween(before, saved, fields)
        await account(tx, doing(c), { action: 'experience-changed', record: 'experience', recordId: saved.id, personId, changes })
        return c.json(saved, 200, etag(saved.version))
      }),
    )
    .openapi(removeRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        const before = await ownReport(tx, c.req.valid('param').id, personId)
        await removeExperience(tx, before.id, c.req.valid('header')['if-match'])
        await account(tx, doing(c), { action: 'experience-removed', record: 'experience', recordId: before.id, personId })
        return c.json(before, 200)
      }),
    )
