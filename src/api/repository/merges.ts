import { v7 as newId } from 'uuid'
import type { Merge, MergePart, MergeValues } from '#domain/merge.ts'
import { changedFields, shownRows } from '#domain/merge.ts'
import { idWords } from '../merge/id-words.ts'
import { movable, nameOf } from '../merge/movable.ts'
import type { Db, Tx } from './database.ts'
import type { RecordMergeTable } from './merge-tables.ts'
import { peopleNamed } from './people.ts'

export type StoredMerge = Omit<RecordMergeTable, 'version'> & { version: number }

type NewMerge = Pick<StoredMerge, 'kept_id' | 'away_id' | 'by_person_id' | 'reason' | 'at' | 'before' | 'away'>

/** Begins the account of a merge; what the record that stays was given is noted at its end. */
export async function addMerge(tx: Tx, merge: NewMerge): Promise<string> {
  const id = newId()
  await tx
    .insertInto('record_merge')
    .values({ id, ...merge, set_to: merge.before, standing: null, undone_at: null, undone_by_person_id: null, undone_left: null })
    .execute()
  return id
}

export const findMerge = (db: Db, id: string): Promise<StoredMerge | undefined> =>
  db.selectFrom('record_merge').selectAll().where('id', '=', id).executeTakeFirst()

/** The merge that put a record away, where it is away now. */
export const mergeThatPutAway = (db: Db, awayId: string): Promise<StoredMerge | undefined> =>
  db.selectFrom('record_merge').selectAll().where('away_id', '=', awayId).where('undone_at', 'is', null).executeTakeFirst()

/** What was put together with a record that stays, the newest first, also where it was undone. */
export const mergesInto = (db: Db, keptId: string): Promise<StoredMerge[]> =>
  db.selectFrom('record_merge').selectAll().where('kept_id', '=', keptId).orderBy('id', 'desc').execute()

/** @returns whether nobody undid it since it was read. */
export async function claimMergeUndo(tx: Tx, { id, version }: StoredMerge, at: string, by: string | null): Promise<boolean> {
  const claimed = await tx
    .updateTable('record_merge')
    .set((eb) => ({ undone_at: at, undone_by_person_id: by, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('undone_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return claimed !== undefined
}

/** How many rows of each part a merge moved, or left where they were. */
async function partsOf(db: Db, mergeId: string, moved: 0 | 1): Promise<Merge['moved']> {
  const rows = await db
    .selectFrom('record_merge_row')
    .select((eb) => ['what', eb.cast<number>(eb.fn.countAll(), 'integer').as('rows')])
    .where('merge_id', '=', mergeId)
    .where('moved', '=', moved)
    .groupBy('what')
    .execute()
  const counts = new Map<MergePart, number>()
  for (const kind of movable) {
    const count = rows.find(({ what }) => what === nameOf(kind))?.rows ?? 0
    if (kind.part && count > 0) counts.set(kind.part, (counts.get(kind.part) ?? 0) + count)
  }
  return [...counts].map(([what, count]) => ({ what, rows: shownRows(what, count) }))
}

/** Why a merge cannot be undone now; null where it can. Also where the record that stays was itself put together with another since. */
export async function cannotUndo(db: Db, merge: StoredMerge): Promise<string | null> {
  if (merge.undone_at) return 'This was undone already'
  const kept = await db.selectFrom('person').select(['merged_into', 'name']).where('id', '=', merge.kept_id).executeTakeFirst()
  return kept?.merged_into ? `The record of ${kept.name} was put together with another one since. Undo that first` : null
}

/** A merge as pages show it. */
export async function mergeView(db: Db, merge: StoredMerge): Promise<Merge> {
  const names = await peopleNamed(db, [merge.by_person_id, merge.undone_by_person_id])
  const records = await db.selectFrom('person').select(['id', 'name', 'email']).where('id', 'in', [merge.kept_id, merge.away_id]).execute()
  const record = (id: string) => records.find((one) => one.id === id) ?? { id, name: '', email: null }
  const [before, set] = [JSON.parse(merge.before) as MergeValues, JSON.parse(merge.set_to) as MergeValues]
  return {
    id: merge.id,
    version: merge.version,
    at: merge.at,
    by: merge.by_person_id ? { id: merge.by_person_id, name: names.get(merge.by_person_id) ?? '' } : null,
    reason: merge.reason,
    kept: record(merge.kept_id),
    away: record(merge.away_id),
    moved: await partsOf(db, merge.id, 1),
    stayed: await partsOf(db, merge.id, 0),
    changed: changedFields(before, set),
    before,
    set,
    words: idWords([before, set]),
    cannotUndo: await cannotUndo(db, merge),
    undone: merge.undone_at
      ? {
          at: merge.undone_at,
          by: names.get(merge.undone_by_person_id ?? '') ?? '',
          left: JSON.parse(merge.undone_left ?? '[]') as string[],
        }
      : null,
  }
}
