import type { StartedApi } from './api.ts'

const own = '401 404 404 404 404 404 404'
const keepers = '401 403 403 y y y y'

/** The cells of imports and exports of the roster, in the order and the words of `policy.test.ts`. */
export const importCells: Record<string, string> = {
  'GET /api/roster.csv': keepers,
  'GET /api/roster.xlsx': keepers,
  'POST /api/roster-imports': '401 403 403 y y y y',
  'GET /api/roster-imports': keepers,
  ...Object.fromEntries(
    [
      'GET /api/roster-imports/{id}',
      'GET /api/roster-imports/{id}/rows',
      'PUT /api/roster-imports/{id}/plan',
      'POST /api/roster-imports/{id}/check',
      'PUT /api/roster-imports/{id}/rows/{number}',
      'POST /api/roster-imports/{id}/commit',
      'POST /api/roster-imports/{id}/undo',
      'DELETE /api/roster-imports/{id}',
    ].flatMap((operation) => [
      [`${operation} of another`, own.replace('404 404', '403 403')],
      [`${operation} own`, keepers],
    ]),
  ),
}

const columns = { name: 0, email: 1, phone: null, region: null, roles: null, standing: null, joinedOn: null }

export const importBodies: Record<string, unknown> = {
  'PUT /api/roster-imports/{id}/plan': { columns, standing: 'in-checks', reason: null, tell: true },
  'PUT /api/roster-imports/{id}/rows/{number}': { values: {}, choice: null },
}

/** The id of a list that somebody sent; where they may not, of one that somebody else did. */
export async function anImport(api: StartedApi, session: string): Promise<string> {
  const send = (as: string) =>
    api.ask('POST', '/roster-imports', { as, bytes: new TextEncoder().encode('Name,E-mail\nA Person,a.person@example.org\n') })
  const sent = await send(session)
  return (sent.status === 201 ? sent : await send((await api.addOf('coordinator')).session)).body.id
}
