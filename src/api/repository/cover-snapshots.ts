import { v7 as newId } from 'uuid'
import type { AuthoritiesCover, Cover, CoverSnapshot, CoverSnapshots } from '#domain/cover.ts'
import type { Region } from '#domain/region.ts'
import { account, type Doer } from './audit.ts'
import type { Db, Tx } from './database.ts'

interface Document {
  cover: Cover
  authorities: AuthoritiesCover
}

/** Keeps cover as it stands, for good. `region` is null for all of England. */
export async function keepSnapshot(tx: Tx, document: Document, region: Region | null, doer: Doer): Promise<string> {
  const id = newId()
  const on = document.cover.on
  await tx
    .insertInto('cover_snapshot')
    .values({ id, on_day: on, region, at: doer.at, by_person_id: doer.personId, document: JSON.stringify(document) })
    .execute()
  await account(tx, doer, {
    action: 'cover-snapshot-kept',
    record: 'cover-snapshot',
    recordId: id,
    personId: null,
    changes: [{ field: 'on', from: null, to: on }],
  })
  return id
}

/** Those of all England for who keeps all of it, else those of the regions that somebody keeps. */
const within = (db: Db, kept: 'all' | readonly Region[]) => {
  const query = db.selectFrom('cover_snapshot').leftJoin('person', 'person.id', 'cover_snapshot.by_person_id')
  return kept === 'all' ? query : query.where('cover_snapshot.region', 'in', kept.length > 0 ? kept : [''])
}

/** The newest hundred. */
export async function listSnapshots(db: Db, kept: 'all' | readonly Region[]): Promise<CoverSnapshots['snapshots']> {
  const rows = await within(db, kept)
    .select(['cover_snapshot.id', 'on_day', 'at', 'person.name'])
    .orderBy('cover_snapshot.id', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ id, on_day, at, name }) => ({ id, on: on_day, at, by: name ?? '' }))
}

export async function findSnapshot(db: Db, id: string, kept: 'all' | readonly Region[]): Promise<CoverSnapshot | undefined> {
  const row = await within(db, kept)
    .select(['cover_snapshot.id', 'on_day', 'at', 'person.name', 'document'])
    .where('cover_snapshot.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const document = JSON.parse(row.document) as Document // as `keepSnapshot` wrote it
  return { id: row.id, on: row.on_day, at: row.at, by: row.name ?? '', ...document }
}
