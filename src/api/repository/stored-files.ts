import { after } from '#domain/calendar.ts'
import type { ApiDeps } from '../deps.ts'
import type { Db, Tx } from './database.ts'

/** How long a file may lie in the store before the change that claims it: much longer than any upload takes. */
const graceMinutes = 60

/** Notes that a file is about to be stored, so that it is removed again when what should claim it never comes to pass. */
export const reserveFile = async (db: Db, id: string, now: Date): Promise<void> => {
  await db
    .insertInto('file_removal')
    .values({ id, due_at: after(now, { minutes: graceMinutes }).toISOString() })
    .execute()
}

/** A row now holds the file, in the transaction that says so. */
export const claimFile = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('file_removal').where('id', '=', id).execute()
}

/** No row holds these files any more: they are removed once the transaction that says so has committed. */
export async function releaseFiles(tx: Tx, ids: readonly (string | null)[], at: string): Promise<void> {
  const rows = ids.flatMap((id) => (id === null ? [] : [{ id, due_at: at }]))
  if (rows.length > 0)
    await tx
      .insertInto('file_removal')
      .values(rows)
      .onConflict((oc) => oc.doNothing())
      .execute()
}

/** Releases every file of a person, before their rows are deleted. */
export async function releaseFilesOf(tx: Tx, personId: string, at: string): Promise<void> {
  for (const table of ['evidence_version', 'evidence_draft'] as const) {
    const rows = await tx
      .selectFrom(table)
      .select('stored_as')
      .where('evidence_id', 'in', (eb) => eb.selectFrom('evidence').select('id').where('person_id', '=', personId))
      .where('stored_as', 'is not', null)
      .execute()
    await releaseFiles(
      tx,
      rows.map(({ stored_as }) => stored_as),
      at,
    )
  }
}

/** Removes the files that are due. One that cannot be removed now is due again the next time. */
export async function removeDueFiles({ db, files, clock, report }: Pick<ApiDeps, 'db' | 'files' | 'clock' | 'report'>): Promise<void> {
  const due = await db.selectFrom('file_removal').select('id').where('due_at', '<=', clock.now().toISOString()).orderBy('due_at').limit(500).execute()
  for (const { id } of due) {
    try {
      await files.remove(id)
      await db.deleteFrom('file_removal').where('id', '=', id).execute()
    } catch (error) {
      report(error)
    }
  }
}
