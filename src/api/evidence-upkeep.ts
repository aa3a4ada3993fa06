import { after } from '#domain/calendar.ts'
import type { Evidence } from '#domain/evidence.ts'
import type { ApiDeps } from './deps.ts'
import { account, type Doer } from './repository/audit.ts'
import type { Db, Tx } from './repository/database.ts'
import { dropDraft, findDraft, setDraftFile } from './repository/evidence-drafts.ts'
import { appendVersion, describeEvidence, findEvidence, moveEvidence, noContent } from './repository/evidence.ts'
import { settingValue } from './repository/settings.ts'
import { releaseFiles, removeDueFiles } from './repository/stored-files.ts'
import { forgetAsk } from './repository/testimony-asks.ts'

type Needs = Pick<ApiDeps, 'db' | 'clock' | 'files' | 'scan' | 'report'>

/** How an entry of the audit names a piece of evidence: never by its words. */
export const entryOf = ({ id, personId }: Pick<Evidence, 'id' | 'personId'>) => ({ record: 'evidence', recordId: id, personId })

/**
 * Has a file that was handed in scanned. A clean one becomes the newest version; of a harmful one nothing is kept but that it was refused. Nothing
 * happens when the piece was moved meanwhile, such as into quarantine.
 * @throws when the scanner gives no answer; the file is then looked at again later.
 */
export async function scanEvidence(needs: Needs, id: string): Promise<void> {
  const { db, clock, files, scan } = needs
  const draft = await findDraft(db, id)
  if (!draft?.storedAs || !draft.file) return
  const bytes = await files.get(draft.storedAs)
  if (!bytes) throw new Error(`The file store has lost the file of evidence ${id}`)
  const verdict = await scan(bytes, draft.file.mediaType)
  const at = clock.now().toISOString()
  await db.transaction().execute(async (tx) => {
    const evidence = await findEvidence(tx, id)
    const still = await findDraft(tx, id)
    if (evidence?.state !== 'scanning' || still?.storedAs !== draft.storedAs || !still.file) return
    const system = { at, personId: null }
    if (verdict === 'infected') {
      await moveEvidence(tx, id, 'scanning', evidence.current ? 'ready' : 'rejected', at)
      await setDraftFile(tx, id, null, true, at)
      await releaseFiles(tx, [still.storedAs], at)
      await account(tx, system, { ...entryOf(evidence), action: 'evidence-refused' })
      return
    }
    await moveEvidence(tx, id, 'scanning', 'ready', at)
    const { name, mediaType, bytes: size } = still.file
    const content = { ...noContent, text: still.text.trim() || null, file_name: name, media_type: mediaType, bytes: size, stored_as: still.storedAs }
    const number = await appendVersion(tx, id, content, at)
    await describeEvidence(tx, id, still.title.trim(), still.skills)
    await dropDraft(tx, id)
    await account(tx, system, { ...entryOf(evidence), action: 'evidence-version-added', changes: [{ field: 'version', from: null, to: number }] })
  })
  await removeDueFiles(needs)
}

/** Purges a piece of evidence: its words, its files once this has committed, and every copy of an answer. What stays is that it was there, and the account. */
export async function purgeEvidence(tx: Tx, evidence: Evidence, doer: Doer): Promise<void> {
  const { id, state } = evidence
  await moveEvidence(tx, id, state, 'purged', doer.at)
  const stored = await tx.selectFrom('evidence_version').select('stored_as').where('evidence_id', '=', id).execute()
  await releaseFiles(tx, [...stored.map(({ stored_as }) => stored_as), (await findDraft(tx, id))?.storedAs ?? null], doer.at)
  await tx.deleteFrom('evidence_version').where('evidence_id', '=', id).execute()
  await dropDraft(tx, id)
  await forgetAsk(tx, id)
  await describeEvidence(tx, id, '', [])
  await forgetAnswers(tx, id)
  await account(tx, doer, { ...entryOf(evidence), action: 'evidence-purged', changes: [{ field: 'kind', from: evidence.kind, to: null }] })
}

/** Answers are kept for a day, so that a request sent twice counts once; those that hold these words go now. */
export const forgetAnswers = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('idempotency').where('body', 'like', `%${id}%`).execute()
}

const atOnce = 200

/** Everything that happens to evidence by itself: scans that were cut short, links that ran out, what is kept for too long, files to remove. */
export async function keepEvidence(needs: Needs): Promise<void> {
  const { db, clock, report } = needs
  const now = clock.now()
  const system = { at: now.toISOString(), personId: null }
  for (const { id } of await inState(db, ['scanning'], system.at)) await scanEvidence(needs, id).catch(report)
  await lapseAsks(db, system)
  const before = (days: number) => after(now, { days: -days }).toISOString()
  const old = [
    ...(await inState(db, ['lapsed', 'declined'], before(await settingValue(db, 'testimony-kept-days')))),
    ...(await inState(db, ['quarantined'], before(await settingValue(db, 'quarantine-kept-days')))),
  ]
  for (const { id } of old)
    await db.transaction().execute(async (tx) => {
      const evidence = await findEvidence(tx, id)
      if (evidence && evidence.state !== 'purged') await purgeEvidence(tx, evidence, system)
    })
  await removeDueFiles(needs)
}

const inState = (db: Db, states: readonly Evidence['state'][], before: string) =>
  db.selectFrom('evidence').select('id').where('state', 'in', states).where('moved_at', '<=', before).orderBy('moved_at').limit(atOnce).execute()

async function lapseAsks(db: Db, system: Doer): Promise<void> {
  const expired = await db
    .selectFrom('evidence')
    .innerJoin('testimony_ask', 'testimony_ask.evidence_id', 'evidence.id')
    .select(['evidence.id', 'evidence.person_id'])
    .where('state', '=', 'asked')
    .where('expires_at', '<=', system.at)
    .limit(atOnce)
    .execute()
  for (const { id, person_id: personId } of expired)
    await db.transaction().execute(async (tx) => {
      await moveEvidence(tx, id, 'asked', 'lapsed', system.at)
      await account(tx, system, { ...entryOf({ id, personId }), action: 'testimony-lapsed' })
    })
}
