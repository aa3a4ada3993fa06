import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** What lists of people by skill lean on: what each role asks, and who was verified at all of it. Both are derived. */
export const skillsMap: Migration = {
  async up(db: Kysely<unknown>) {
    const key = (type: 'text') => sql.raw(isPostgres(db) ? `${type} collate "C"` : type)

    // What each role asks in the framework that person_bar was last derived from.
    await db.schema
      .createTable('bar_need')
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('skill', 'text', (c) => c.notNull())
      .addColumn('level', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('bar_need_key', ['role', 'skill'])
      .execute()

    await db.schema
      .createTable('person_bar')
      .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('role', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('person_bar_key', ['person_id', 'role'])
      .execute()
    await db.schema.createIndex('person_bar_at').on('person_bar').columns(['role', 'person_id']).execute()
  },
}
