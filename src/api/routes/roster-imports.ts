import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { dayOf } from '#domain/calendar.ts'
import { nameKey } from '#domain/person.ts'
import { Id } from '#domain/person.schema.ts'
import { ImportPlan, ImportRows, ImportRowsAsked, MendedRow, RosterImport, RosterImports, RowMended } from '#domain/roster-import.schema.ts'
import { guessColumns, importFields, importMoves, planFaults } from '#domain/roster-import.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { digest } from '../hash.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may, reach } from '../policy.ts'
import { conflict, invalid, notFound, problems, stale } from '../problem.ts'
import { account, type Entry } from '../repository/audit.ts'
import { findRow, rowsAfter, rowsView, rowViews, saveMended, textsOf } from '../repository/import-rows.ts'
import { addDraft, deleteDraft, draftsOf, draftView, noteChecked, planOf, rememberedColumns, savePlan } from '../repository/imports.ts'
import { checkAround, checkRows, type Importer } from '../roster-import/check-rows.ts'
import { commitImport } from '../roster-import/commit.ts'
import { openDraft, ownDraft, viewNow } from '../roster-import/own-draft.ts'
import { undoImport } from '../roster-import/undo.ts'
import { RefusedTable } from '../table-files/refused-table.ts'
import { readTableFile } from '../table-files/table-file.ts'

/** So many rows are checked for one request: short enough to show how far it is, and for others to have their turn. */
const checkedAtOnce = 500

const FileHeaders = IdempotencyKey.extend({ 'file-name': z.string().max(2000).optional().openapi({ example: 'Our%20pool.xlsx' }) })
const RowParams = z.strictObject({ id: Id, number: z.coerce.number().int().min(1).max(10_000) })
const whole = json(RosterImport, 'The import as it is now')
const mayImport = () => may('import-people')

const startImport = createRoute({
  method: 'post',
  path: '/roster-imports',
  operationId: 'startRosterImport',
  summary: 'Send a list of people, CSV or XLSX. It is read and kept; nobody is added or changed yet',
  ...mayImport(),
  request: {
    headers: FileHeaders,
    body: { required: true, content: { 'application/octet-stream': { schema: { type: 'string' as const, format: 'binary' } } } },
  },
  responses: { 201: json(RosterImport, 'The list as it was read'), ...problems(401, 403, 413, 415, 422) },
})

const listImports = createRoute({
  method: 'get',
  path: '/roster-imports',
  operationId: 'listRosterImports',
  summary: 'The lists that the asker is importing or has imported lately',
  ...mayImport(),
  responses: { 200: json(RosterImports, 'The newest first'), ...problems(401, 403) },
})

const readImport = createRoute({
  method: 'get',
  path: '/roster-imports/{id}',
  operationId: 'readRosterImport',
  summary: 'One import',
  ...mayImport(),
  request: { params: IdParams },
  responses: { 200: whole, ...problems(401, 403, 404) },
})

const readRows = createRoute({
  method: 'get',
  path: '/roster-imports/{id}/rows',
  operationId: 'readRosterImportRows',
  summary: 'The rows of a list, a page at a time, with what would become of each',
  ...mayImport(),
  request: { params: IdParams, query: ImportRowsAsked },
  responses: { 200: json(ImportRows, 'A page of rows'), ...problems(401, 403, 404, 422) },
})

const planImport = createRoute({
  method: 'put',
  path: '/roster-imports/{id}/plan',
  operationId: 'planRosterImport',
  summary: 'Say which column holds what and how new people are taken; every row has to be checked again',
  ...mayImport(),
  request: { params: IdParams, headers: IfMatch, ...body(ImportPlan) },
  responses: { 200: whole, ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428) },
})

const checkImport = createRoute({
  method: 'post',
  path: '/roster-imports/{id}/check',
  operationId: 'checkRosterImport',
  summary: `Check the next ${checkedAtOnce} rows; asked again and again until all are checked`,
  ...mayImport(),
  request: { params: IdParams, headers: IdempotencyKey },
  responses: { 200: whole, ...problems(401, 403, 404, 409, 422) },
})

const mendRow = createRoute({
  method: 'put',
  path: '/roster-imports/{id}/rows/{number}',
  operationId: 'mendRosterImportRow',
  summary: 'Mend cells of a row, or decide whether it is somebody who is there already; it is checked again at once',
  ...mayImport(),
  request: { params: RowParams, ...body(RowMended) },
  responses: { 200: json(MendedRow, 'The row and the import'), ...problems(400, 401, 403, 404, 409, 413, 415, 422) },
})

const commit = createRoute({
  method: 'post',
  path: '/roster-imports/{id}/commit',
  operationId: 'commitRosterImport',
  summary: 'Add and change the people of a list, all of it or nothing. Rows with errors and undecided rows are left out',
  ...mayImport(),
  request: { params: IdParams, headers: IfMatch.extend(IdempotencyKey.shape) },
  responses: { 200: whole, ...problems(401, 403, 404, 409, 412, 422, 428) },
})

const undo = createRoute({
  method: 'post',
  path: '/roster-imports/{id}/undo',
  operationId: 'undoRosterImport',
  summary: 'Remove whom an import added and give back what it changed, but for people who were changed since',
  ...mayImport(),
  request: { params: IdParams, headers: IfMatch.extend(IdempotencyKey.shape) },
  responses: { 200: whole, ...problems(401, 403, 404, 409, 412, 422, 428) },
})

const discard = createRoute({
  method: 'delete',
  path: '/roster-imports/{id}',
  operationId: 'discardRosterImport',
  summary: 'Throw a list away that was not imported',
  ...mayImport(),
  request: { params: IdParams, headers: IfMatch },
  responses: { 200: json(z.strictObject({ message: z.string() }), 'Gone'), ...problems(401, 403, 404, 409, 412, 422, 428) },
})

export const rosterImportRoutes = () =>
  router()
    .openapi(startImport, async (c) => {
      const file = await readTableFile(new Uint8Array(await c.req.arrayBuffer())).catch((error: unknown) => {
        throw error instanceof RefusedTable ? invalid([{ pointer: '/file', detail: error.message }]) : error
      })
      const headingsKey = await digest(JSON.stringify(file.headings.map(nameKey)))
      return change(c, async (tx) => {
        const { personId } = asking(c)
        const known = await rememberedColumns(tx, personId, headingsKey)
        const fileName = shortName(c.req.valid('header')['file-name'] ?? '')
        const draft = { personId, fileName, headingsKey, columns: known ?? guessColumns(file.headings), remembered: known !== null }
        const id = await addDraft(tx, draft, file, doing(c).at)
        await account(tx, doing(c), entry(c, id, 'import-started'))
        const view = await viewNow(tx, id)
        return c.json(view, 201, etag(view.version))
      })
    })
    .openapi(listImports, async (c) => c.json({ imports: await draftsOf(c.var.deps.db, asking(c).personId) }, 200))
    .openapi(readImport, async (c) => {
      const draft = await ownDraft(c, c.var.deps.db, c.req.valid('param').id)
      return c.json(await draftView(c.var.deps.db, draft), 200, etag(draft.version))
    })
    .openapi(readRows, async (c) => {
      const draft = await ownDraft(c, c.var.deps.db, c.req.valid('param').id)
      return c.json(await rowsView(c.var.deps.db, draft, c.req.valid('query')), 200)
    })
    .openapi(planImport, (c) =>
      change(c, async (tx) => {
        const draft = await openDraft(c, tx, c.req.valid('param').id, c.req.valid('header')['if-match'])
        const plan = c.req.valid('json')
        const faults = planFaults(plan, JSON.parse(draft.headings) as string[])
        if (faults.length > 0) throw invalid(faults)
        await savePlan(tx, draft, plan, doing(c).at)
        await account(tx, doing(c), entry(c, draft.id, 'import-planned'))
        const view = await viewNow(tx, draft.id)
        return c.json(view, 200, etag(view.version))
      }),
    )
    .openapi(checkImport, (c) =>
      change(c, async (tx) => {
        const draft = await openDraft(c, tx, c.req.valid('param').id)
        const rows = await rowsAfter(tx, draft.id, draft.checked, checkedAtOnce)
        await checkRows(tx, draft, rows, importer(c))
        await noteChecked(tx, draft.id, rows.at(-1)?.number ?? draft.rows)
        const view = await viewNow(tx, draft.id)
        return c.json(view, 200, etag(view.version))
      }),
    )
    .openapi(mendRow, (c) =>
      change(c, async (tx) => {
        const { id, number } = c.req.valid('param')
        const draft = await openDraft(c, tx, id)
        if (draft.checked < draft.rows) throw conflict('Rows can be mended once all of them are checked', ['check'])
        const before = await findRow(tx, id, number)
        if (!before) throw notFound()
        const { values, choice } = c.req.valid('json')
        const { columns } = planOf(draft)
        const texts = { ...textsOf(before, columns), ...values }
        const asInFile = textsOf({ cells: before.cells, mended: '{}' }, columns)
        const mended = Object.fromEntries(importFields.flatMap((field) => (texts[field] === asInFile[field] ? [] : [[field, texts[field]]])))
        await saveMended(tx, before, mended, choice)
        await checkAround(tx, draft, { number, before: before.email_key }, importer(c))
        await account(tx, doing(c), { ...entry(c, id, 'import-row-mended'), changes: [{ field: 'row', from: null, to: before.line }] })
        const after = await findRow(tx, id, number)
        const [row] = after ? await rowViews(tx, draft, [after]) : []
        if (!row) throw notFound()
        return c.json({ row, import: await viewNow(tx, id) }, 200)
      }),
    )
    .openapi(commit, (c) =>
      change(c, async (tx) => {
        const draft = await openDraft(c, tx, c.req.valid('param').id, c.req.valid('header')['if-match'])
        if (draft.checked < draft.rows) throw conflict('Check all rows first', ['check'])
        const { content, site, clock } = c.var.deps
        const { reach: reached } = importer(c)
        await commitImport(tx, draft, { content, site, now: clock.now(), reach: reached, doer: doing(c), by: asking(c).name })
        const view = await viewNow(tx, draft.id)
        return c.json(view, 200, etag(view.version))
      }),
    )
    .openapi(undo, (c) =>
      change(c, async (tx) => {
        const draft = await ownDraft(c, tx, c.req.valid('param').id)
        if (draft.version !== c.req.valid('header')['if-match']) throw stale(await draftView(tx, draft))
        if (draft.state !== 'committed') throw conflict('There is nothing to undo', [...importMoves[draft.state as 'open']])
        await undoImport(tx, draft, c.var.deps.content, doing(c))
        const view = await viewNow(tx, draft.id)
        return c.json(view, 200, etag(view.version))
      }),
    )
    .openapi(discard, (c) =>
      change(c, async (tx) => {
        const draft = await openDraft(c, tx, c.req.valid('param').id, c.req.valid('header')['if-match'])
        await deleteDraft(tx, draft.id)
        await account(tx, doing(c), entry(c, draft.id, 'import-discarded'))
        return c.json({ message: 'The list is thrown away. Nobody was added or changed' }, 200)
      }),
    )

const importer = (c: Context<Env>): Importer => ({
  reach: reach(c.var.actor, 'import-people'),
  personId: asking(c).personId,
  today: dayOf(c.var.deps.clock.now()),
})

const entry = (c: Context<Env>, id: string, action: Entry['action']): Entry => ({
  action,
  record: 'import',
  recordId: id,
  personId: asking(c).personId,
})

/** The name of a file as it is shown: sent percent-encoded, since headers hold no accents. */
function shortName(given: string): string {
  const decoded = (() => {
    try {
      return decodeURIComponent(given)
    } catch {
      return given
    }
  })()
  const name = decoded.replace(/^.*[\\/]/, '').replace(/\p{Cc}/gu, '')
  return name.slice(0, 120) || 'A list'
}
