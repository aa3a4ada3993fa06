import { addAvailability } from '#api/repository/availability.ts'
import { addCommitment } from '#api/repository/commitments.ts'
import { addAsk } from '#api/repository/membership-asks.ts'
import type { StartedApi } from './api.ts'

/** The cells of members of the pool, in the order and the words of `policy.test.ts`. */
export const membershipCells: Record<string, string> = {
  'GET /api/membership': '401 y y y y y y',
  'POST /api/membership-asks': '401 y y y y y y',
  'GET /api/membership-asks': '401 403 403 y y y y',
  'POST /api/membership-asks/{id}/withdrawal of another': '401 404 404 404 404 404 404',
  'POST /api/membership-asks/{id}/withdrawal own': '401 y y y y y y',
  'PUT /api/membership-asks/{id}/decision of another': '401 403 403 y 404 y y',
  'PUT /api/membership-asks/{id}/decision own': '401 403 403 404 404 404 404',
  'GET /api/people/{id}/standing of another': '401 404 404 y 404 y y',
  'GET /api/people/{id}/standing own': '401 y y y y y y',
  'PUT /api/people/{id}/standing of another': '401 403 403 y 404 y y',
  'PUT /api/people/{id}/standing own': '401 403 403 404 404 404 404',
  'GET /api/people/{id}/member of another': '401 404 404 y 404 y y',
  'GET /api/people/{id}/member own': '401 y y y y y y',
  'PUT /api/people/{id}/member/capacity of another': '401 404 404 y 404 y y',
  'PUT /api/people/{id}/member/capacity own': '401 y y y y y y',
  'PUT /api/people/{id}/member/background of another': '401 404 404 y 404 y y',
  'PUT /api/people/{id}/member/background own': '401 y y y y y y',
  'PUT /api/people/{id}/member/regions of another': '401 404 404 y 404 y y',
  'PUT /api/people/{id}/member/regions own': '401 y y y y y y',
  'POST /api/people/{id}/member/confirmation of another': '401 404 404 404 404 404 404',
  'POST /api/people/{id}/member/confirmation own': '401 y y y y y y',
  'POST /api/people/{id}/availability of another': '401 404 404 y 404 y y',
  'POST /api/people/{id}/availability own': '401 y y y y y y',
  'PUT /api/availability/{id} of another': '401 404 404 y 404 y y',
  'PUT /api/availability/{id} own': '401 y y y y y y',
  'DELETE /api/availability/{id} of another': '401 404 404 y 404 y y',
  'DELETE /api/availability/{id} own': '401 y y y y y y',
  'POST /api/people/{id}/commitments of another': '401 404 404 y 404 y y',
  'POST /api/people/{id}/commitments own': '401 y y y y y y',
  'PUT /api/commitments/{id} of another': '401 404 404 y 404 y y',
  'PUT /api/commitments/{id} own': '401 y y y y y y',
  'DELETE /api/commitments/{id} of another': '401 404 404 y 404 y y',
  'DELETE /api/commitments/{id} own': '401 y y y y y y',
  'GET /api/calendar-feed': '401 y y y y y y',
  'PUT /api/calendar-feed': '401 y y y y y y',
  'DELETE /api/calendar-feed': '401 y y y y y y',
  'GET /api/calendar.ics': '401 y y y y y y',
  // There is no calendar at the address that is asked for; that anybody reads one that is there is a test of its own.
  'GET /api/calendars/{name}': '404 404 404 404 404 404 404',
}

const away = { from: '2030-01-01', to: '2030-01-02', state: 'unavailable', roles: [], note: '', readWarning: false } as const
const inHand = { reference: 'NE-2026-014', authority: 'an-authority', role: 'chair', from: '2026-01-01', to: null, days: 3 } as const

export const membershipBodies: Record<string, unknown> = {
  'POST /api/membership-asks': { roles: ['chair'], words: 'Twenty years of chairing panels' },
  'PUT /api/membership-asks/{id}/decision': { to: 'declined', reason: 'Finish the core path first' },
  'PUT /api/people/{id}/member/capacity': { daysAMonth: 5, mostReviews: 2, months: [] },
  'PUT /api/people/{id}/member/background': { sector: null, specialisms: [], languages: [] },
  'PUT /api/people/{id}/member/regions': { regions: [] },
  'POST /api/people/{id}/availability': away,
  'PUT /api/availability/{id}': away,
  'POST /api/people/{id}/commitments': inHand,
  'PUT /api/commitments/{id}': inHand,
  'PUT /api/people/{id}/standing': { to: 'in-checks', reason: 'Agreed with the person', until: null },
}

/** The id of what such an address names, of somebody. */
export const membershipId = (pattern: string, api: StartedApi, personId: string): Promise<string> | null =>
  pattern.startsWith('/api/membership-asks')
    ? anAsk(api, personId)
    : pattern.startsWith('/api/availability')
      ? api.db.transaction().execute((tx) => addAvailability(tx, personId, { ...away, roles: [] }, [], by(api)))
      : pattern.startsWith('/api/commitments')
        ? api.db.transaction().execute((tx) => addCommitment(tx, personId, inHand, by(api)))
        : null

const by = (api: StartedApi) => ({ at: api.clock.now().toISOString(), personId: null })

/** The id of an ask that somebody has open. */
async function anAsk(api: StartedApi, personId: string): Promise<string> {
  const ask = await api.db
    .transaction()
    .execute((tx) => addAsk(tx, personId, { roles: ['chair'], words: 'I would like to join' }, api.clock.now().toISOString()))
  if (!ask) throw new Error('This person has an open ask already')
  return ask.id
}
