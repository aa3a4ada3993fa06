import type { StartedApi } from './api.ts'

/** The cells of the learning log, in the order and the words of `policy.test.ts`. */
export const logCells: Record<string, string> = {
  'GET /api/learning-log': '401 y y y y y y',
  'GET /api/learning-log.txt': '401 y y y y y y',
  'GET /api/learning-log/{moduleId}/{moduleVersion}/{lesson}': '401 y y y y y y',
  'PUT /api/learning-log/{moduleId}/{moduleVersion}/{lesson}/{block}': '401 y y y y y y',
  'DELETE /api/learning-log/{id} of another': '401 404 404 404 404 404 404',
  'DELETE /api/learning-log/{id} own': '401 y y y y y y',
  'GET /api/bookmarks': '401 y y y y y y',
  'PUT /api/bookmarks/{moduleId}/{moduleVersion}/{lesson}/{block}': '401 y y y y y y',
  'DELETE /api/bookmarks/{moduleId}/{moduleVersion}/{lesson}/{block}': '401 y y y y y y',
}

const body = { words: 'What I take from it' }

export const logBodies: Record<string, unknown> = { 'PUT /api/learning-log/{moduleId}/{moduleVersion}/{lesson}/{block}': body }

/** The id of a note that somebody wrote. */
export async function aNote(api: StartedApi, session: string): Promise<string> {
  await api.ask('PUT', '/learning-log/m1/1/first/lesson', { as: session, ifMatch: 0, body })
  return (await api.ask('GET', '/learning-log', { as: session })).body.entries[0].id
}
