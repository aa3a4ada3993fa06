import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** What coordinators said of an item on Today: who took it, and until when it is put off. The items themselves are derived and not stored. */
export const today: Migration = {
  async up(db: Kysely<unknown>) {
    const key = sql.raw(isPostgres(db) ? 'text collate "C"' : 'text')
    await db.schema
      .createTable('today_mark')
      .addColumn('key', key, (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('taken_by_person_id', key)
      .addColumn('taken_at', key)
      .addColumn('until_on', key)
      .addColumn('reason', 'text')
      .addColumn('at', key, (c) => c.notNull())
      .execute()
  },
}
