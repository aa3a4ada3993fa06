import type { MergePreview } from '#domain/merge.ts'
import type { StartedApi } from './api.ts'
import type { Someone } from './someone.ts'

/** Somebody from a list, with an invitation that nobody has accepted. */
export async function anImported(api: StartedApi, someone: Someone = {}) {
  const made = await api.add({ standing: 'active', ...someone })
  await api.db
    .updateTable('account')
    .set({ confirmed_at: null, invited_at: new Date(0).toISOString() })
    .where('id', '=', made.account.id)
    .execute()
  await api.db.deleteFrom('session').where('account_id', '=', made.account.id).execute()
  return made
}

/** What two records that differ are asked, answered: what the record that stays says. */
export const keepAll = ({ questions }: MergePreview, keep: string) =>
  Object.fromEntries(questions.flatMap(({ field, is }) => (is === 'differ' ? [[field, keep]] : [])))

/** Puts two records together as somebody, keeping what `keep` says but for `choices`. */
export async function merge(api: StartedApi, as: string, keep: string, away: string, choices: Record<string, string> = {}) {
  const { body: preview } = await api.ask('GET', `/people/${keep}/merge/${away}`, { as })
  const reason = 'They told me on the phone'
  return api.ask('POST', '/merges', { as, body: { keep, away, seen: preview.seen, reason, choices: { ...keepAll(preview, keep), ...choices } } })
}

/** The id of a merge of two records of the North East. */
export async function aMerge(api: StartedApi, personId: string): Promise<string> {
  const { session } = await api.addOf('coordinator')
  const other = await anImported(api, { profile: { region: 'north-east' } })
  return (await merge(api, session, personId, other.person.id)).body.id
}

export const mergeCells: Record<string, string> = {
  // The other record is not there; that whoever may see both may put them together is a test of its own.
  'GET /api/people/{id}/merge/{otherId} of another': '401 403 403 404 404 404 404',
  'POST /api/merges': '401 403 403 404 404 404 404',
  'GET /api/merges/{id} of another': '401 403 403 y 404 y y',
  'POST /api/merges/{id}/undo of another': '401 403 403 y 404 y y',
  'GET /api/people/{id}/merges of another': '401 403 403 y 404 y y',
}

const nobody = '01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e'

export const mergeBodies: Record<string, unknown> = {
  'POST /api/merges': { keep: nobody, away: nobody, seen: '', choices: {}, reason: 'The same person' },
}
