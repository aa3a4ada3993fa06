import type { EvidenceDraft, EvidenceWords } from '#domain/evidence.ts'
import { namesWarnings } from '#domain/names-warning.ts'
import type { Db, Tx } from './database.ts'
import type { EvidenceDraftTable } from './evidence-tables.ts'
import { asFile } from './evidence.ts'

export interface StoredDraft extends EvidenceDraft {
  /** The id of its file in the store. */
  storedAs: string | null
}

const asDraft = (row: EvidenceDraftTable): StoredDraft => ({
  title: row.title,
  text: row.text,
  url: row.url,
  skills: row.skills ? row.skills.split(',') : [],
  witnessName: row.witness_name,
  witnessEmail: row.witness_email,
  witnessCapacity: row.witness_capacity,
  file: asFile(row),
  refused: row.refused === 1,
  warnings: namesWarnings([row.title, row.text, row.file_name ?? ''].join('\n\n')),
  updatedAt: row.updated_at,
  storedAs: row.stored_as,
})

export async function draftsOf(db: Db, ids: readonly string[]): Promise<Map<string, StoredDraft>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('evidence_draft').selectAll().where('evidence_id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.evidence_id, asDraft(row)]))
}

export const findDraft = async (db: Db, id: string): Promise<StoredDraft | undefined> => (await draftsOf(db, [id])).get(id)

export const noWords: EvidenceWords = { title: '', text: '', url: '', skills: [], witnessName: '', witnessEmail: '', witnessCapacity: '' }

const columns = (words: EvidenceWords) => ({
  title: words.title,
  text: words.text,
  url: words.url,
  skills: [...new Set(words.skills)].join(','),
  witness_name: words.witnessName,
  witness_email: words.witnessEmail,
  witness_capacity: words.witnessCapacity,
})

/** Begins a draft. Nothing happens where there is one. */
export async function openDraft(tx: Tx, id: string, words: EvidenceWords, at: string): Promise<void> {
  await tx
    .insertInto('evidence_draft')
    .values({ evidence_id: id, ...columns(words), file_name: null, media_type: null, bytes: null, stored_as: null, refused: 0, updated_at: at })
    .onConflict((oc) => oc.column('evidence_id').doNothing())
    .execute()
}

export async function saveDraft(tx: Tx, id: string, words: EvidenceWords, at: string): Promise<void> {
  await tx
    .updateTable('evidence_draft')
    .set({ ...columns(words), updated_at: at })
    .where('evidence_id', '=', id)
    .execute()
}

interface DraftFile {
  name: string
  mediaType: string
  bytes: number
  storedAs: string
}

/** Puts a file into a draft, or takes it out; `refused` says that the scanner did so. The file that was there before is not removed here. */
export async function setDraftFile(tx: Tx, id: string, file: DraftFile | null, refused: boolean, at: string): Promise<void> {
  await tx
    .updateTable('evidence_draft')
    .set({
      file_name: file?.name ?? null,
      media_type: file?.mediaType ?? null,
      bytes: file?.bytes ?? null,
      stored_as: file?.storedAs ?? null,
      refused: refused ? 1 : 0,
      updated_at: at,
    })
    .where('evidence_id', '=', id)
    .execute()
}

export const dropDraft = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('evidence_draft').where('evidence_id', '=', id).execute()
}
