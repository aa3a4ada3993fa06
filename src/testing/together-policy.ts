import type { StartedApi } from './api.ts'
import { mergeBodies, mergeCells } from './merge.ts'

const keepers = '401 403 403 y y y y'

/** The cells of what is done to several people together, and of tags, in the order and the words of `policy.test.ts`. */
export const togetherCells: Record<string, string> = {
  ...mergeCells,
  'GET /api/commands': keepers,
  'POST /api/commands': keepers,
  'POST /api/commands/preview': keepers,
  'POST /api/roster-files': keepers,
  'GET /api/tags': keepers,
  'GET /api/people/{id}/duplicates of another': '401 403 403 y 404 y y',
  'GET /api/roster-views': keepers,
  'POST /api/roster-views': keepers,
  'PUT /api/roster-views/{id} of another': '401 403 403 404 404 404 404',
  'PUT /api/roster-views/{id} own': keepers,
  'DELETE /api/roster-views/{id} of another': '401 403 403 404 404 404 404',
  'DELETE /api/roster-views/{id} own': keepers,
  'GET /api/people/{id}/tags of another': '401 403 403 y 404 y y',
  'POST /api/people/{id}/tags of another': '401 403 403 y 404 y y',
  // Nobody has the tag that is asked for; that whoever may takes one away is a test of its own.
  'DELETE /api/people/{id}/tags/{tagId} of another': '401 403 403 404 404 404 404',
  ...Object.fromEntries(
    ['GET /api/commands/{id}', 'GET /api/commands/{id}/people', 'POST /api/commands/{id}/undo'].flatMap((operation) => [
      // A command to somebody of the North East, given by a coordinator of every region.
      [`${operation} of another`, '401 403 403 y 404 y y'],
    ]),
  ),
}

const nobody = { people: ['01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e'] }
const aTag = { kind: 'tag', chosen: nobody, tag: 'Speaks at events', readWarning: false }

const aView = { name: 'Chairs', search: '?role=chair', shared: true, readWarning: false }

export const togetherBodies: Record<string, unknown> = {
  ...mergeBodies,
  'POST /api/roster-views': aView,
  'PUT /api/roster-views/{id}': aView,
  'POST /api/people/{id}/tags': { tag: 'Speaks at events', readWarning: false },
  'POST /api/commands': aTag,
  'POST /api/commands/preview': aTag,
  'POST /api/roster-files': { chosen: nobody, kind: 'csv', contact: false },
}

/** The id of a command that was given to somebody. */
export async function aCommand(api: StartedApi, personId: string): Promise<string> {
  const { session } = await api.addOf('coordinator')
  return (await api.ask('POST', '/commands', { as: session, body: { ...aTag, chosen: { people: [personId] } } })).body.id
}

/** The id of a shared view that somebody keeps; where they may not, of one that somebody else does. */
export async function aRosterView(api: StartedApi, session: string): Promise<string> {
  const add = (as: string) => api.ask('POST', '/roster-views', { as, body: aView })
  const added = await add(session)
  return (added.status === 201 ? added : await add((await api.addOf('coordinator')).session)).body.id
}
