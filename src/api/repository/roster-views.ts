import type { Selectable } from 'kysely'
import { v7 as newId } from 'uuid'
import { nameKey } from '#domain/person.ts'
import type { RosterView, RosterViewGiven } from '#domain/roster-view.ts'
import { stale } from '../problem.ts'
import { account, type Doer } from './audit.ts'
import type { Db, Tx } from './database.ts'
import type { RosterViewTable } from './together-tables.ts'

const asView = (row: Selectable<RosterViewTable> & { owner: string | null }, asker: string): RosterView => ({
  id: row.id,
  version: row.version,
  name: row.name,
  search: row.search,
  shared: row.shared === 1,
  owner: row.person_id === asker ? null : (row.owner ?? ''),
  updatedAt: row.updated_at,
})

const views = (db: Db) =>
  db.selectFrom('roster_view').leftJoin('person as owner', 'owner.id', 'roster_view.person_id').selectAll('roster_view').select('owner.name as owner')

/** The asker's own views and those that others share, each by name. */
export async function viewsFor(db: Db, asker: string): Promise<RosterView[]> {
  const rows = await views(db)
    .where((eb) => eb.or([eb('roster_view.person_id', '=', asker), eb('roster_view.shared', '=', 1)]))
    .orderBy('roster_view.name_key')
    .orderBy('roster_view.id')
    .execute()
  return rows.map((row) => asView(row, asker))
}

/** One of somebody's own. */
export async function ownView(db: Db, id: string, asker: string): Promise<RosterView | undefined> {
  const row = await views(db).where('roster_view.id', '=', id).where('roster_view.person_id', '=', asker).executeTakeFirst()
  return row && asView(row, asker)
}

type Given = Omit<RosterViewGiven, 'readWarning'>
const columns = ({ name, search, shared }: Given) => ({ name, name_key: nameKey(name), search, shared: shared ? 1 : 0 })

const entry = (asker: string, recordId: string, action: 'roster-view-kept' | 'roster-view-deleted', shared: boolean) => ({
  action,
  record: 'roster-view',
  recordId,
  personId: asker,
  changes: [{ field: 'shared', from: null, to: shared }],
})

export const hasViewNamed = async (db: Db, asker: string, name: string, butFor = ''): Promise<boolean> =>
  (await db
    .selectFrom('roster_view')
    .select('id')
    .where('person_id', '=', asker)
    .where('name_key', '=', nameKey(name))
    .where('id', '<>', butFor)
    .executeTakeFirst()) !== undefined

export async function addView(tx: Tx, asker: string, given: Given, doer: Doer): Promise<string> {
  const id = newId()
  await tx
    .insertInto('roster_view')
    .values({ id, person_id: asker, ...columns(given), created_at: doer.at, updated_at: doer.at })
    .execute()
  await account(tx, doer, entry(asker, id, 'roster-view-kept', given.shared))
  return id
}

/** @throws Problem 412 with the view as it is now, when another tab changed it since it was read. */
export async function saveView(tx: Tx, view: RosterView, version: number, asker: string, given: Given, doer: Doer): Promise<void> {
  const saved = await tx
    .updateTable('roster_view')
    .set((eb) => ({ ...columns(given), updated_at: doer.at, version: eb('version', '+', 1) }))
    .where('id', '=', view.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw stale(await ownView(tx, view.id, asker))
  await account(tx, doer, entry(asker, view.id, 'roster-view-kept', given.shared))
}

/** @throws Problem 412 with the view as it is now. */
export async function deleteView(tx: Tx, view: RosterView, version: number, asker: string, doer: Doer): Promise<void> {
  const gone = await tx.deleteFrom('roster_view').where('id', '=', view.id).where('version', '=', version).returning('id').executeTakeFirst()
  if (!gone) throw stale(await ownView(tx, view.id, asker))
  await account(tx, doer, entry(asker, view.id, 'roster-view-deleted', view.shared))
}
