import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { writeCsv } from '#domain/csv.ts'
import { ErasurePreview, ErasureProof, ErasureRequest, PersonalRecord } from '#domain/privacy.schema.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { body, etag, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may, mustReach } from '../policy.ts'
import { conflict, invalid, problems, stale } from '../problem.ts'
import { erase, previewErasure, proveErasure, subjectsOf } from '../privacy/erasure.ts'
import { personalRecord, type PersonalRecord as Taken, recordAsRows } from '../privacy/record.ts'
import { countAdministrators, rolesOf } from '../repository/accounts.ts'
import { account as note } from '../repository/audit.ts'
import { findPerson } from '../repository/people.ts'
import { removeDueFiles } from '../repository/stored-files.ts'

const recordRoute = createRoute({
  method: 'get',
  path: '/people/{id}/record',
  operationId: 'downloadRecord',
  summary: 'Everything held on a person; reading it is accounted for',
  ...may('download-record'),
  request: { params: IdParams },
  responses: { 200: json(PersonalRecord, 'The whole record'), ...problems(401, 404) },
})

const recordFileRoute = createRoute({
  method: 'get',
  path: '/people/{id}/record.csv',
  operationId: 'downloadRecordAsCsv',
  summary: 'Everything held on a person as a table; reading it is accounted for',
  ...may('download-record'),
  request: { params: IdParams },
  responses: {
    200: { description: 'A row for each field, comma-separated, formulas made inert', content: { 'text/csv': { schema: { type: 'string' } } } },
    ...problems(401, 404),
  },
})

const previewRoute = createRoute({
  method: 'get',
  path: '/people/{id}/erasure',
  operationId: 'previewErasure',
  summary: 'What erasing a person would do',
  ...may('erase-person'),
  request: { params: IdParams },
  responses: { 200: json(ErasurePreview, 'Table by table'), ...problems(401, 404) },
})

const eraseRoute = createRoute({
  method: 'put',
  path: '/people/{id}/erasure',
  operationId: 'erasePerson',
  summary: 'Erase a person, and prove it',
  ...may('erase-person'),
  request: { params: IdParams, headers: IfMatch, ...body(ErasureRequest) },
  responses: { 200: json(ErasureProof, 'Erased; what a search of every text still finds'), ...problems(400, 401, 404, 409, 412, 413, 415, 422, 428) },
})

/** The record of somebody, with an entry that it was taken. */
const takeRecord = (c: Context<Env>, id: string): Promise<Taken> =>
  c.var.deps.db.transaction().execute(async (tx) => {
    const person = mustReach(c.var.actor, 'download-record', await findPerson(tx, id))
    await note(tx, doing(c), { action: 'record-downloaded', record: 'person', recordId: person.id, personId: person.id })
    return personalRecord(tx, await subjectsOf(tx, person), c.var.deps.clock.now(), asking(c).personId === person.id)
  })

export const privacyRoutes = () =>
  router()
    .openapi(recordRoute, async (c) => c.json(await takeRecord(c, c.req.valid('param').id), 200))
    .openapi(recordFileRoute, async (c) =>
      c.body(writeCsv(recordAsRows(await takeRecord(c, c.req.valid('param').id))), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="panel-pool-record.csv"',
      }),
    )
    .openapi(previewRoute, async (c) => {
      const { db } = c.var.deps
      const person = mustReach(c.var.actor, 'erase-person', await findPerson(db, c.req.valid('param').id))
      return c.json(await previewErasure(db, await subjectsOf(db, person), person.version), 200, etag(person.version))
    })
    .openapi(eraseRoute, async (c) => {
      const own = asking(c).personId === c.req.valid('param').id
      const response = await change(c, async (tx) => {
        const person = mustReach(c.var.actor, 'erase-person', await findPerson(tx, c.req.valid('param').id))
        const subjects = await subjectsOf(tx, person)
        const { name, reason } = c.req.valid('json')
        if (person.version !== c.req.valid('header')['if-match']) throw stale(await previewErasure(tx, subjects, person.version))
        if (name.trim().toLowerCase() !== person.name.toLowerCase())
          throw invalid([{ pointer: '/name', detail: `Enter the name exactly as it is shown: ${person.name}` }])
        const [{ accountId }] = subjects
        const roles = (accountId ? (await rolesOf(tx, [accountId])).get(accountId) : undefined) ?? []
        if (roles.some(({ role }) => role === 'administrator') && (await countAdministrators(tx)) < 2)
          throw conflict('This is the last administrator. Invite another one first', [])
        await erase(tx, person, subjects, doing(c), reason)
        return c.json(await proveErasure(tx, subjects, doing(c).at), 200)
      })
      await removeDueFiles(c.var.deps)
      if (own) c.env.dropSession()
      return response
    })
