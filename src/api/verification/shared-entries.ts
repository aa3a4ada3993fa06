import type { SharedEntry, ShareableEntry } from '#domain/shared-entry.ts'
import type { Content } from '../deps.ts'
import { aboutEntry } from '../log-entry.ts'
import type { Db } from '../repository/database.ts'
import { notesOf } from '../repository/learning-notes.ts'
import { sharedWith } from '../repository/shared-notes.ts'

/** The entries of a learning log that were shared with a request. */
export const entriesOf = async (db: Db, content: Content, requestId: string): Promise<SharedEntry[]> =>
  (await sharedWith(db, requestId)).map((note) => {
    const { moduleTitle, lessonTitle, prompt } = aboutEntry(content, note)
    const { noteId, kind, words, sharedAt, takenBackAt } = note
    return { noteId, kind, moduleTitle, lessonTitle, prompt, words, sharedAt, takenBackAt }
  })

/** The newest entries of somebody’s own log, to choose from. */
export const shareableOf = async (db: Db, content: Content, personId: string): Promise<ShareableEntry[]> =>
  (await notesOf(db, personId, {})).notes.map((note) => {
    const { moduleTitle, lessonTitle, prompt } = aboutEntry(content, note)
    return { noteId: note.id, kind: note.kind, moduleTitle, lessonTitle, prompt, words: note.words }
  })
