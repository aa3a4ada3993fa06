import { addRequest } from '#api/repository/verification-requests.ts'
import type { StartedApi } from './api.ts'

/** The cells of affiliations and verification, in the order and the words of `policy.test.ts`. */
export const verificationCells: Record<string, string> = {
  'GET /api/organisations': '401 y y y y y y',
  'GET /api/assessors': '401 y y y y y y',
  'GET /api/affiliations': '401 y y y y y y',
  'POST /api/affiliations': '401 y y y y y y',
  'PUT /api/affiliations/{id} of another': '401 404 404 404 404 404 404',
  'PUT /api/affiliations/{id} own': '401 y y y y y y',
  'DELETE /api/affiliations/{id} of another': '401 404 404 404 404 404 404',
  'DELETE /api/affiliations/{id} own': '401 y y y y y y',
  'POST /api/affiliations/confirmation': '401 y y y y y y',
  'POST /api/ties': '401 y y y y y y',
  'DELETE /api/ties/{id} of another': '401 404 404 404 404 404 404',
  'DELETE /api/ties/{id} own': '401 y y y y y y',
  'GET /api/verification-options': '401 y y y y y y',
  'GET /api/verification-requests': '401 y y y y y y',
  'POST /api/verification-requests': '401 y y y y y y',
  'GET /api/verification-requests/{id} of another': '401 404 404 404 404 404 404',
  'GET /api/verification-requests/{id} own': '401 y y y y y y',
  'POST /api/verification-requests/{id}/withdrawal of another': '401 404 404 404 404 404 404',
  'POST /api/verification-requests/{id}/withdrawal own': '401 y y y y y y',
  'POST /api/verification-requests/{id}/resending of another': '401 404 404 404 404 404 404',
  'POST /api/verification-requests/{id}/resending own': '401 y y y y y y',
  'POST /api/verification-requests/{id}/objection of another': '401 404 404 404 404 404 404',
  'POST /api/verification-requests/{id}/objection own': '401 y y y y y y',
  'POST /api/verification-requests/{id}/answer of another': '401 404 404 404 404 404 404',
  'POST /api/verification-requests/{id}/answer own': '401 y y y y y y',
  'POST /api/verification-requests/{id}/answer-withdrawal of another': '401 404 404 404 404 404 404',
  'POST /api/verification-requests/{id}/answer-withdrawal own': '401 y y y y y y',
  'POST /api/verification-requests/{id}/log-entries of another': '401 404 404 404 404 404 404',
  'POST /api/verification-requests/{id}/log-entries own': '401 y y y y y y',
  'DELETE /api/verification-requests/{id}/log-entries/{noteId} of another': '401 404 404 404 404 404 404',
  'DELETE /api/verification-requests/{id}/log-entries/{noteId} own': '401 y y y y y y',
  'GET /api/assessor/requests': '401 403 y 403 403 403 403',
  'GET /api/assessor/requests/{id} of another': '401 403 404 403 403 403 403',
  'GET /api/assessor/requests/{id} own': '401 403 404 403 403 403 403',
  'POST /api/assessor/requests/{id}/acceptance of another': '401 403 404 403 403 403 403',
  'POST /api/assessor/requests/{id}/acceptance own': '401 403 404 403 403 403 403',
  'POST /api/assessor/requests/{id}/refusal of another': '401 403 404 403 403 403 403',
  'POST /api/assessor/requests/{id}/refusal own': '401 403 404 403 403 403 403',
  'PUT /api/assessor/requests/{id}/findings/{skill} of another': '401 403 404 403 403 403 403',
  'PUT /api/assessor/requests/{id}/findings/{skill} own': '401 403 404 403 403 403 403',
  'POST /api/assessor/requests/{id}/decision of another': '401 403 404 403 403 403 403',
  'POST /api/assessor/requests/{id}/decision own': '401 403 404 403 403 403 403',
  'GET /api/verification-requests/{id}/evidence/{evidenceId}/file of another': '401 403 404 403 403 403 403',
  'GET /api/verification-requests/{id}/evidence/{evidenceId}/file own': '401 403 404 403 403 403 403',
  'GET /api/verification-requests/without-assessor': '401 403 403 y y y y',
  'PUT /api/verification-requests/{id}/assessor of another': '401 403 403 y 404 y y',
  'PUT /api/verification-requests/{id}/assessor own': '401 403 403 404 404 404 404',
  'GET /api/people/{id}/verification-requests of another': '401 404 404 y 404 y y',
  'GET /api/people/{id}/verification-requests own': '401 y y y y y y',
}

/** What those operations are sent, good enough to reach their permission. */
export const verificationBodies: Record<string, unknown> = {
  'POST /api/affiliations': { organisationId: null, freeName: 'A trust', kind: 'employer', from: '2020-01-01', to: null },
  'PUT /api/affiliations/{id}': { organisationId: null, freeName: 'A trust', kind: 'employer', from: '2020-01-01', to: null },
  'POST /api/ties': { personId: '01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e', reason: 'We worked together' },
  'POST /api/verification-requests': { skills: ['1.1'], evidence: [], experience: [] },
  'POST /api/verification-requests/{id}/objection': { reason: 'We worked together for years' },
  'POST /api/verification-requests/{id}/answer': { answers: [{ skill: '1.1', text: 'What I sent shows more than that.' }] },
  'POST /api/verification-requests/{id}/log-entries': { noteId: '01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e' },
  'POST /api/assessor/requests/{id}/refusal': { why: 'capacity', reason: 'I am away this month' },
  'PUT /api/assessor/requests/{id}/findings/{skill}': { outcome: null, level: null, reason: '', equivalence: '' },
  'PUT /api/verification-requests/{id}/assessor': { personId: '01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e', reason: 'I asked them and they can' },
}

/** A request for verification of somebody, as it is before anybody has it. */
export async function aRequest(api: StartedApi, personId: string): Promise<string> {
  const doer = { at: api.clock.now().toISOString(), personId }
  return api.db.transaction().execute(async (tx) => (await addRequest(tx, personId, { ratings: [], evidence: [], experience: [] }, doer)).id)
}

/** The id of a tie that somebody declared: to an organisation, or to an assessor they know. */
export async function aTie(pattern: string, api: StartedApi, session: string): Promise<string> {
  if (pattern.startsWith('/api/affiliations'))
    return (await api.ask('POST', '/affiliations', { as: session, body: verificationBodies['POST /api/affiliations'] })).body.id
  const { person: assessor } = await api.addOf('assessor')
  return (await api.ask('POST', '/ties', { as: session, body: { personId: assessor.id, reason: 'We worked together' } })).body.ties[0].id
}
