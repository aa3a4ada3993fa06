import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/**
 * Tries that coordinators give beyond the rules of a check, and which modules the training states on the roster were derived from, so that a common core
 * that grew is noticed.
 */
export const trainingPath: Migration = {
  async up(db: Kysely<unknown>) {
    const key = sql.raw(isPostgres(db) ? 'text collate "C"' : 'text')
    await db.schema
      .createTable('extra_try')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('module_id', 'text', (c) => c.notNull())
      .addColumn('tries', 'integer', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('at', key, (c) => c.notNull())
      .addColumn('by_person_id', key, (c) => c.notNull())
      .execute()
    await db.schema.createIndex('extra_try_person').on('extra_try').columns(['person_id', 'id']).execute()
    await db.schema
      .createTable('core_module')
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('module_id', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('core_module_key', ['role', 'module_id'])
      .execute()
  },
}
