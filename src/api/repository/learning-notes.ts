import { v7 as newId } from 'uuid'
import { type LessonNote, wholeLesson } from '#domain/learning-log.ts'
import { namesWarnings } from '#domain/names-warning.ts'
import { nameKey, searchWords } from '#domain/person.ts'
import { cutPage, pageSize, readCursor } from '../page.ts'
import { stale } from '../problem.ts'
import type { Db, LearningNoteTable, Tx } from './database.ts'

/** Where a note stands. */
export interface Place {
  moduleId: string
  moduleVersion: number
  lesson: string
}

/** A note as it is stored; titles and questions follow from the content. */
export interface StoredNote extends Place {
  id: string
  version: number
  kind: 'reflection' | 'note'
  block: string
  words: string
  updatedAt: string
}

const asNote = (row: Omit<LearningNoteTable, 'version'> & { version: number }): StoredNote => ({
  id: row.id,
  version: row.version,
  kind: row.kind as StoredNote['kind'],
  moduleId: row.module_id,
  moduleVersion: row.module_version,
  lesson: row.lesson,
  block: row.block,
  words: row.words,
  updatedAt: row.updated_at,
})

/** What somebody wrote in one lesson. */
export async function notesOn(db: Db, personId: string, { moduleId, moduleVersion, lesson }: Place): Promise<LessonNote[]> {
  const rows = await db
    .selectFrom('learning_note')
    .select(['block', 'version', 'words'])
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('module_version', '=', moduleVersion)
    .where('lesson', '=', lesson)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, warnings: namesWarnings(row.words) }))
}

/**
 * Keeps the words of a note, if nobody did so since `version` was read; 0 is a note that nobody wrote yet.
 * @throws Problem 412 with the note as it is now.
 */
export async function keepNote(
  tx: Tx,
  personId: string,
  place: Place,
  block: string,
  version: number,
  words: string,
  at: string,
): Promise<StoredNote> {
  const values = { words, search_key: nameKey(words), updated_at: at }
  const row =
    version === 0
      ? await tx
          .insertInto('learning_note')
          .values({
            id: newId(),
            person_id: personId,
            module_id: place.moduleId,
            module_version: place.moduleVersion,
            lesson: place.lesson,
            block,
            kind: block === wholeLesson ? 'note' : 'reflection',
            ...values,
          })
          .onConflict((oc) => oc.doNothing())
          .returningAll()
          .executeTakeFirst()
      : await tx
          .updateTable('learning_note')
          .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
          .where('person_id', '=', personId)
          .where('module_id', '=', place.moduleId)
          .where('module_version', '=', place.moduleVersion)
          .where('lesson', '=', place.lesson)
          .where('block', '=', block)
          .where('version', '=', version)
          .returningAll()
          .executeTakeFirst()
  if (row) return asNote(row)
  const now = (await notesOn(tx, personId, place)).find((note) => note.block === block)
  throw stale(now ?? { block, version: 0, words: '', warnings: [] })
}

export async function findNote(db: Db, personId: string, id: string): Promise<StoredNote | undefined> {
  const row = await db.selectFrom('learning_note').selectAll().where('id', '=', id).where('person_id', '=', personId).executeTakeFirst()
  return row && asNote(row)
}

/** @returns false when somebody changed it since `version` was read. */
export async function deleteNote(tx: Tx, id: string, version: number): Promise<boolean> {
  const row = await tx.deleteFrom('learning_note').where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst()
  return row !== undefined
}

export interface NoteFilters {
  module?: string | undefined
  search?: string | undefined
  after?: string | undefined
  before?: string | undefined
}

/** The notes of somebody that say something, as a query to go on with. */
function written(db: Db, personId: string, { module, search = '' }: NoteFilters) {
  let query = db.selectFrom('learning_note').where('person_id', '=', personId).where('words', '<>', '')
  if (module) query = query.where('module_id', '=', module)
  // A key holds letters, digits and spaces alone, so nothing in it is a pattern.
  for (const word of searchWords(search)) query = query.where('search_key', 'like', `%${word}%`)
  return query
}

/** A page of somebody's log, newest first. */
export async function notesOf(db: Db, personId: string, filters: NoteFilters) {
  const place = readCursor(filters.before ?? filters.after, 2)
  const back = place !== null && filters.before !== undefined
  let query = written(db, personId, filters)
  if (place) {
    const [at = '', id = ''] = place
    const past = back ? '>' : '<'
    query = query.where((eb) => eb.or([eb('updated_at', past, at), eb.and([eb('updated_at', '=', at), eb('id', past, id)])]))
  }
  const order = back ? 'asc' : 'desc'
  const rows = await query
    .selectAll()
    .orderBy('updated_at', order)
    .orderBy('id', order)
    .limit(pageSize + 1)
    .execute()
  const page = cutPage(rows, place ? filters : {}, (row) => [row.updated_at, row.id])
  return { notes: page.rows.map(asNote), previous: page.previous, next: page.next, total: await countOf(db, personId, filters) }
}

async function countOf(db: Db, personId: string, filters: NoteFilters): Promise<number> {
  const { count } = await written(db, personId, filters)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Everything that somebody wrote, by module and lesson in the order they met them. */
export async function wholeLog(db: Db, personId: string, filters: NoteFilters): Promise<StoredNote[]> {
  const rows = await written(db, personId, filters).selectAll().orderBy('module_id').orderBy('id').execute()
  return rows.map(asNote)
}

/** How much somebody wrote on each module. */
export const notesByModule = (db: Db, personId: string) =>
  written(db, personId, {})
    .select((eb) => ['module_id as id', eb.fn.max('module_version').as('version'), eb.cast<number>(eb.fn.countAll(), 'integer').as('entries')])
    .groupBy('module_id')
    .orderBy('module_id')
    .execute()
