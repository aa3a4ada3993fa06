import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** Filters of the roster that somebody keeps under a name, for themself or for every coordinator. */
export const rosterViews: Migration = {
  async up(db: Kysely<unknown>) {
    const key = sql.raw(isPostgres(db) ? 'text collate "C"' : 'text')
    await db.schema
      .createTable('roster_view')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', key, (c) => c.notNull())
      .addColumn('search', 'text', (c) => c.notNull())
      .addColumn('shared', 'integer', (c) => c.notNull())
      .addColumn('created_at', key, (c) => c.notNull())
      .addColumn('updated_at', key, (c) => c.notNull())
      .addUniqueConstraint('roster_view_name', ['person_id', 'name_key'])
      .execute()
    await db.schema.createIndex('roster_view_shared').on('roster_view').columns(['shared', 'name_key']).execute()
  },
}
