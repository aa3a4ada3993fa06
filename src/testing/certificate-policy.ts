import type { StartedApi } from './api.ts'
import { takeModule } from './certificates.ts'

/** The cells of certificates, in the order and the words of `policy.test.ts`. */
export const certificateCells: Record<string, string> = {
  'GET /api/certificates': '401 y y y y y y',
  'GET /api/certificates/{code} of another': '401 404 404 y 404 y y',
  'GET /api/certificates/{code} own': '401 y y y y y y',
  'GET /api/certificates/{code}/credential of another': '401 404 404 404 404 404 404',
  'GET /api/certificates/{code}/credential own': '401 y y y y y y',
  'GET /api/certificates/{code}/pdf of another': '401 404 404 404 404 404 404',
  'GET /api/certificates/{code}/pdf own': '401 y y y y y y',
  'PUT /api/certificates/{code}/reminders of another': '401 404 404 404 404 404 404',
  'PUT /api/certificates/{code}/reminders own': '401 y y y y y y',
  'PUT /api/certificates/{code}/revocation': '401 403 403 403 403 403 y',
  'GET /api/issued-certificates': '401 403 403 403 403 403 y',
  'POST /api/certificates/check': 'y y y y y y y',
  'GET /api/certificates/{code}/status': 'y y y y y y y',
  'GET /api/issuer': 'y y y y y y y',
  'GET /api/issuer/keys': 'y y y y y y y',
  // There is no key of the name that is asked for; that anybody reads one that is there is a test of its own.
  'GET /api/issuer/keys/{key}': '404 404 404 404 404 404 404',
  'GET /api/offline-check': 'y y y y y y y',
}

export const certificateBodies: Record<string, unknown> = {
  'PUT /api/certificates/{code}/reminders': { on: false },
  'PUT /api/certificates/{code}/revocation': { reason: 'issued-in-error', words: 'Issued before a re-mark' },
  'POST /api/certificates/check': { text: 'not a credential' },
}

/** The code of the certificate that somebody now has. */
export async function aCertificate(api: StartedApi, session: string): Promise<string> {
  await takeModule(api, session, 'm1')
  return (await api.ask('GET', '/certificates', { as: session })).body.certificates[0].claims.code
}
