import { v7 as newId } from 'uuid'
import type { Db, Tx } from './database.ts'
import type { StoredNote } from './learning-notes.ts'

/** An entry of a learning log as it was when it was shared. */
export interface StoredSharedNote extends Omit<StoredNote, 'id' | 'version' | 'updatedAt' | 'words'> {
  noteId: string
  words: string | null
  sharedAt: string
  takenBackAt: string | null
}

/** What was shared with a request, in the order in which it was, with what was taken back. */
export async function sharedWith(db: Db, requestId: string): Promise<StoredSharedNote[]> {
  const rows = await db.selectFrom('shared_note').selectAll().where('request_id', '=', requestId).orderBy('shared_at').orderBy('note_id').execute()
  return rows.map((row) => ({
    noteId: row.note_id,
    kind: row.kind as StoredNote['kind'],
    moduleId: row.module_id,
    moduleVersion: row.module_version,
    lesson: row.lesson,
    block: row.block,
    words: row.words,
    sharedAt: row.shared_at,
    takenBackAt: row.taken_back_at,
  }))
}

/** Shares an entry with a request, fixed as it is now; one that was taken back is shared anew. False when it is shared already. */
export async function shareNote(tx: Tx, requestId: string, personId: string, note: StoredNote, at: string): Promise<boolean> {
  const { id: noteId, kind, moduleId, moduleVersion, lesson, block, words } = note
  const values = { kind, module_id: moduleId, module_version: moduleVersion, lesson, block, words, shared_at: at, taken_back_at: null }
  const shared = await tx
    .insertInto('shared_note')
    .values({ id: newId(), request_id: requestId, note_id: noteId, person_id: personId, ...values })
    .onConflict((oc) => oc.columns(['request_id', 'note_id']).doUpdateSet(values).where('shared_note.taken_back_at', 'is not', null))
    .returning('id')
    .executeTakeFirst()
  return shared !== undefined
}

/** Takes an entry back from one request, or from every one: its words go. Gives how many it was shared with. */
export async function takeBackNote(tx: Tx, personId: string, noteId: string, at: string, requestId?: string): Promise<number> {
  let sharing = tx
    .updateTable('shared_note')
    .set({ words: null, taken_back_at: at })
    .where('person_id', '=', personId)
    .where('note_id', '=', noteId)
    .where('taken_back_at', 'is', null)
  if (requestId) sharing = sharing.where('request_id', '=', requestId)
  return (await sharing.returning('id').execute()).length
}

/** In which requests each of some entries can be read. */
export async function sharedIn(db: Db, noteIds: readonly string[]): Promise<Map<string, string[]>> {
  if (noteIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('shared_note')
    .select(['note_id', 'request_id'])
    .where('note_id', 'in', noteIds)
    .where('taken_back_at', 'is', null)
    .orderBy('shared_at')
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.note_id)].map(([id, group]) => [id, group.map((row) => row.request_id)]))
}
