import { v7 as newId } from 'uuid'
import type { StartedApi } from './api.ts'

/** The cells of checks and readiness, in the order and the words of `policy.test.ts`. */
export const poolCheckCells: Record<string, string> = {
  'GET /api/people/{id}/checks of another': '401 404 404 y 404 y y',
  'GET /api/people/{id}/checks own': '401 y y y y y y',
  'POST /api/people/{id}/checks of another': '401 403 403 y 404 y y',
  'POST /api/people/{id}/checks own': '401 403 403 404 404 404 404',
  'GET /api/people/{id}/checks/{checkId}/number of another': '401 404 404 y 404 y y',
  'GET /api/people/{id}/checks/{checkId}/number own': '401 y y y y y y',
  'PUT /api/people/{id}/checks/{checkId}/strike of another': '401 403 403 y 404 y y',
  'PUT /api/people/{id}/checks/{checkId}/strike own': '401 403 403 404 404 404 404',
  'GET /api/checks-due': '401 403 403 y y y y',
  'GET /api/people/counts': '401 403 403 y y y y',
  'GET /api/people/{id}/why-not of another': '401 403 403 y 404 y y',
  'GET /api/people/{id}/why-not own': '401 403 403 y y y y',
  'GET /api/people/{id}/readiness of another': '401 404 404 y 404 y y',
  'GET /api/people/{id}/readiness own': '401 y y y y y y',
}

export const poolCheckBodies: Record<string, unknown> = {
  'POST /api/people/{id}/checks': { kind: 'dbs', level: 'enhanced', number: '001234567890', issuedOn: '2026-10-05', note: null },
  'PUT /api/people/{id}/checks/{checkId}/strike': { reason: 'Recorded for somebody else' },
}

/** The id of a check of somebody, as if a coordinator had recorded it. */
export async function aCheck(api: StartedApi, personId: string): Promise<string> {
  const id = newId()
  await api.db
    .insertInto('pool_check')
    .values({
      id,
      person_id: personId,
      kind: 'dbs',
      level: 'enhanced',
      number: '001234567890',
      issued_on: '2026-10-05',
      recheck_on: '2029-10-05',
      seen_by_person_id: null,
      seen_at: api.clock.now().toISOString(),
      note: null,
      superseded_at: null,
      struck_at: null,
      struck_reason: null,
    })
    .execute()
  return id
}
