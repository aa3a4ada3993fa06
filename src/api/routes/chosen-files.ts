import { createRoute } from '@hono/zod-openapi'
import { ChosenFile } from '#domain/command.schema.ts'
import type { Person } from '#domain/person.ts'
import { byteStream } from '../byte-stream.ts'
import { asking, doing } from '../doer.ts'
import { body, router } from '../openapi.ts'
import { noWhys } from '../repository/roster-whys.ts'
import { may, reach } from '../policy.ts'
import { problems } from '../problem.ts'
import { account } from '../repository/audit.ts'
import { rosterAsRows } from '../roster-file.ts'
import { xlsxOf } from '../table-files/xlsx-writer.ts'
import { peopleChosen } from '../together/choose.ts'
import { csvBytes } from './roster-files.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const exportChosen = createRoute({
  method: 'post',
  path: '/roster-files',
  operationId: 'exportChosen',
  summary: 'The people who are chosen, by name, as a file; exporting it is accounted for',
  ...may('export-roster'),
  request: body(ChosenFile),
  responses: {
    200: {
      description: 'The people, comma-separated with formulas made inert, or as a workbook in which every cell is text',
      content: { 'text/csv': { schema: { type: 'string' } }, [xlsx]: { schema: { type: 'string', format: 'binary' } } },
    },
    ...problems(400, 401, 403, 409, 413, 415, 422),
  },
})

export const chosenFileRoutes = () =>
  router().openapi(exportChosen, async (c) => {
    const { db, content, clock } = c.var.deps
    const { chosen, kind, contact } = c.req.valid('json')
    const { people } = await peopleChosen(db, chosen, { content, now: clock.now(), reach: reach(c.var.actor, 'export-roster') })
    const { personId } = asking(c)
    const changes = [
      { field: 'chosen', from: null, to: people.length },
      { field: 'contact', from: null, to: contact ? 'yes' : null },
    ]
    await account(db, doing(c), { action: 'roster-exported', record: 'roster', recordId: personId, personId, changes })
    const sorted = people.toSorted((one, other) => (one.name < other.name ? -1 : 1))
    const rows = rosterAsRows(inOneBatch(sorted), {}, contact)
    const headers = { 'Content-Disposition': `attachment; filename="chosen.${kind}"` }
    return kind === 'csv'
      ? c.body(byteStream(csvBytes(rows)), 200, { ...headers, 'Content-Type': 'text/csv; charset=utf-8' })
      : c.body(byteStream(xlsxOf('Roster', rows)), 200, { ...headers, 'Content-Type': xlsx })
  })

/** The same shape as the roster's own file, all at once: there are no more people than can be chosen together. */
async function* inOneBatch(people: readonly Person[]) {
  yield people.map((person) => ({ ...noWhys, ...person }))
}
