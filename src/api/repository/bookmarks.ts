import type { Db, Tx } from './database.ts'
import type { Place } from './learning-notes.ts'

export interface StoredBookmark extends Place {
  block: string
  at: string
}

/** The places that somebody marked, the newest first. */
export async function bookmarksOf(db: Db, personId: string): Promise<StoredBookmark[]> {
  return db
    .selectFrom('bookmark')
    .select(['module_id as moduleId', 'module_version as moduleVersion', 'lesson', 'block', 'at'])
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('module_id')
    .orderBy('lesson')
    .orderBy('block')
    .execute()
}

/** Marks a place. False when it was marked before: then it stays as it is. */
export async function addBookmark(tx: Tx, personId: string, { moduleId, moduleVersion, lesson, block, at }: StoredBookmark): Promise<boolean> {
  const added = await tx
    .insertInto('bookmark')
    .values({ person_id: personId, module_id: moduleId, module_version: moduleVersion, lesson, block, at })
    .onConflict((oc) => oc.doNothing())
    .returning('block')
    .executeTakeFirst()
  return added !== undefined
}

/** False when it was not marked. */
export async function removeBookmark(
  tx: Tx,
  personId: string,
  { moduleId, moduleVersion, lesson, block }: Omit<StoredBookmark, 'at'>,
): Promise<boolean> {
  const removed = await tx
    .deleteFrom('bookmark')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('module_version', '=', moduleVersion)
    .where('lesson', '=', lesson)
    .where('block', '=', block)
    .returning('block')
    .executeTakeFirst()
  return removed !== undefined
}
