import type { StartedApi } from './api.ts'

/** The cells of cover, in the order and the words of `policy.test.ts`. */
export const coverCells: Record<string, string> = {
  'GET /api/cover': '401 403 403 y y y y',
  'GET /api/people/{id}/needs of another': '401 404 404 y 404 y y',
  'GET /api/people/{id}/needs own': '401 y y y y y y',
  'GET /api/planning-board': '401 403 403 y y y y',
  'GET /api/today': '401 403 403 y y y y',
  // There is no item of the name that is asked for; that somebody marks one of theirs and no other is a test of its own.
  'PUT /api/today/{key}/taking': '401 403 403 404 404 404 404',
  'PUT /api/today/{key}/put-off': '401 403 403 404 404 404 404',
  'GET /api/cover/authorities': '401 403 403 y y y y',
  'GET /api/cover.csv': '401 403 403 y y y y',
  // A number for everywhere is for those who keep every region.
  'POST /api/cover/inputs': '401 403 403 403 403 y y',
  'POST /api/cover/snapshots': '401 403 403 y y y y',
  'GET /api/cover/snapshots': '401 403 403 y y y y',
  // Of all of England: whoever keeps one region has pictures of that one.
  'GET /api/cover/snapshots/{id} of another': '401 403 403 404 404 y y',
}

export const coverBodies: Record<string, unknown> = {
  'POST /api/cover/inputs': { key: 'months', region: null, value: 9, basis: 'fact', source: 'Counted by the regional group', asOf: '2025-26' },
  'POST /api/cover/snapshots': {},
  'PUT /api/today/{key}/taking': { taken: true },
  'PUT /api/today/{key}/put-off': { until: null, reason: '' },
}

/** The id of a picture of all of England. */
export async function aSnapshot(api: StartedApi): Promise<string> {
  const { session } = await api.addOf('coordinator')
  return (await api.ask('POST', '/cover/snapshots', { as: session, body: {} })).body.id
}
