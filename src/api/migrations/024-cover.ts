import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** The numbers that cover is worked out from, each entry kept, and the pictures of cover that were kept for a board. */
export const cover: Migration = {
  async up(db: Kysely<unknown>) {
    const key = sql.raw(isPostgres(db) ? 'text collate "C"' : 'text')
    await db.schema
      .createTable('cover_input')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('key', key, (c) => c.notNull())
      .addColumn('region', key)
      .addColumn('value', 'double precision', (c) => c.notNull())
      .addColumn('basis', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('as_of', 'text', (c) => c.notNull())
      .addColumn('at', key, (c) => c.notNull())
      .addColumn('by_person_id', key)
      .execute()
    await db.schema.createIndex('cover_input_of').on('cover_input').columns(['key', 'region', 'id']).execute()
    await db.schema
      .createTable('cover_snapshot')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('on_day', key, (c) => c.notNull())
      .addColumn('region', key)
      .addColumn('at', key, (c) => c.notNull())
      .addColumn('by_person_id', key)
      .addColumn('document', 'text', (c) => c.notNull())
      .execute()
  },
}
