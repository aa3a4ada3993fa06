import { addAffiliation } from '#api/repository/affiliations.ts'
import { addOrganisation, applyAddition } from '#api/repository/register.ts'
import type { StartedApi } from './api.ts'

/** The cells of the register and of the affiliations that coordinators keep, in the order and the words of `policy.test.ts`. */
export const affiliationCells: Record<string, string> = {
  'GET /api/areas': '401 y y y y y y',
  'GET /api/register': '401 403 403 y y y y',
  'GET /api/register/{organisationId}': '401 403 403 y y y y',
  'POST /api/register': '401 403 403 403 403 403 y',
  'POST /api/register/{organisationId}/additions': '401 403 403 403 403 403 y',
  'DELETE /api/register/{organisationId}/additions/{additionId}': '401 403 403 403 403 403 y',
  'GET /api/people/{id}/affiliations of another': '401 403 403 y 404 y y',
  'GET /api/people/{id}/affiliations own': '401 403 403 404 404 404 404',
  'POST /api/people/{id}/affiliations of another': '401 403 403 y 404 y y',
  'POST /api/people/{id}/affiliations own': '401 403 403 404 404 404 404',
  'PUT /api/people/{id}/affiliations/{affiliationId} of another': '401 403 403 y 404 y y',
  'PUT /api/people/{id}/affiliations/{affiliationId} own': '401 403 403 404 404 404 404',
  'DELETE /api/people/{id}/affiliations/{affiliationId} of another': '401 403 403 y 404 y y',
  'DELETE /api/people/{id}/affiliations/{affiliationId} own': '401 403 403 404 404 404 404',
  'PUT /api/people/{id}/affiliations/{affiliationId}/organisation of another': '401 403 403 y 404 y y',
  'PUT /api/people/{id}/affiliations/{affiliationId}/organisation own': '401 403 403 404 404 404 404',
  'POST /api/people/{id}/declaration of another': '401 403 403 y 404 y y',
  'POST /api/people/{id}/declaration own': '401 403 403 404 404 404 404',
  'GET /api/unmatched-affiliations': '401 403 403 y y y y',
}

const given = { organisationId: null, freeName: 'A trust', kind: 'employer', from: '2020-01-01', to: null } as const

/** What those operations are sent, good enough to reach their permission. */
export const affiliationBodies: Record<string, unknown> = {
  'POST /api/register': { name: 'A trust', kind: 'other', region: null, areas: [] },
  'POST /api/register/{organisationId}/additions': { kind: 'other-name', name: 'Another name' },
  'POST /api/people/{id}/affiliations': given,
  'PUT /api/people/{id}/affiliations/{affiliationId}': given,
  'PUT /api/people/{id}/affiliations/{affiliationId}/organisation': { organisationId: 'no-such-body' },
  'POST /api/people/{id}/declaration': { declaredOn: '2020-01-01' },
}

/** Puts an organisation with another name, or an affiliation of somebody, where the path of an operation asks for one. */
export async function withRegister(api: StartedApi, path: string, personId: string): Promise<string> {
  const at = api.clock.now().toISOString()
  if (path.includes('{affiliationId}')) {
    const id = await api.db.transaction().execute((tx) => addAffiliation(tx, personId, given, at))
    return path.replace('{affiliationId}', id)
  }
  if (!path.includes('{organisationId}')) return path
  made += 1
  return api.db.transaction().execute(async (tx) => {
    const added = await addOrganisation(tx, { name: `Body ${made}`, kind: 'other', region: null, areas: [] }, at)
    const id = 'id' in added ? added.id : ''
    await applyAddition(tx, id, { kind: 'other-name', name: 'Some name' }, at)
    const { id: additionId } = await tx.selectFrom('organisation_addition').select('id').where('organisation_id', '=', id).executeTakeFirstOrThrow()
    return path.replace('{organisationId}', id).replace('{additionId}', additionId)
  })
}

let made = 0
