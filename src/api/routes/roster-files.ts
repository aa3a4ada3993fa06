import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { z } from 'zod'
import { csvLines, writeCsv } from '#domain/csv.ts'
import { RosterFileFilters } from '#domain/roster.schema.ts'
import { byteStream } from '../byte-stream.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { router } from '../openapi.ts'
import { may, reach } from '../policy.ts'
import { problems } from '../problem.ts'
import { account } from '../repository/audit.ts'
import { rosterQuestion } from '../repository/roster-question.ts'
import { wholeRoster } from '../repository/roster.ts'
import { rosterAsRows } from '../roster-file.ts'
import { xlsxOf } from '../table-files/xlsx-writer.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const exportCsv = createRoute({
  method: 'get',
  path: '/roster.csv',
  operationId: 'exportRosterCsv',
  summary: 'The people whom the roster shows for the same filters, in its order, as a file; exporting it is accounted for',
  ...may('export-roster'),
  request: { query: RosterFileFilters },
  responses: {
    200: { description: 'The people, comma-separated, formulas made inert', content: { 'text/csv': { schema: { type: 'string' } } } },
    ...problems(401, 403, 422),
  },
})

const exportXlsx = createRoute({
  method: 'get',
  path: '/roster.xlsx',
  operationId: 'exportRosterXlsx',
  summary: 'The same as a workbook in which every cell is text',
  ...may('export-roster'),
  request: { query: RosterFileFilters },
  responses: {
    200: { description: 'The people, as a workbook', content: { [xlsx]: { schema: { type: 'string', format: 'binary' } } } },
    ...problems(401, 403, 422),
  },
})

export const rosterFileRoutes = () =>
  router()
    .openapi(exportCsv, async (c) => {
      const rows = await rowsOf(c, c.req.valid('query'))
      return c.body(byteStream(csvBytes(rows)), 200, asFile('csv', 'text/csv; charset=utf-8'))
    })
    .openapi(exportXlsx, async (c) => {
      const rows = await rowsOf(c, c.req.valid('query'))
      return c.body(byteStream(xlsxOf('Roster', rows)), 200, asFile('xlsx', xlsx))
    })

const asFile = (ending: string, type: string) => ({ 'Content-Type': type, 'Content-Disposition': `attachment; filename="roster.${ending}"` })

/** Accounts for the export, with what it was filtered by, before anything of it leaves. */
async function rowsOf(c: Context<Env>, { contact, ...filters }: z.infer<typeof RosterFileFilters>): Promise<AsyncGenerator<string[][]>> {
  const { db, content, clock } = c.var.deps
  const question = await rosterQuestion(db, content, filters, clock.now())
  const changes = Object.entries({ ...filters, contact }).flatMap(([field, to]) => (to === undefined ? [] : [{ field, from: null, to }]))
  const { personId } = asking(c)
  await account(db, doing(c), { action: 'roster-exported', record: 'roster', recordId: personId, personId, changes })
  const people = wholeRoster(db, question, reach(c.var.actor, 'export-roster'))
  return rosterAsRows(people, question.filters, contact === 'yes')
}

export async function* csvBytes(rows: AsyncGenerator<string[][]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(writeCsv([]))
  for await (const some of rows) yield encoder.encode(csvLines(some))
}
