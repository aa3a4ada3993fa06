import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** Checks of people with when they are to be made again, the reminders sent about them, and the policy that the days follow from. */
export const poolChecks: Migration = {
  async up(db: Kysely<unknown>) {
    const key = sql.raw(isPostgres(db) ? 'text collate "C"' : 'text')
    await db.schema
      .createTable('pool_check')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('kind', key, (c) => c.notNull())
      .addColumn('level', 'text')
      .addColumn('number', 'text')
      .addColumn('issued_on', key, (c) => c.notNull())
      .addColumn('recheck_on', key)
      .addColumn('seen_by_person_id', 'text')
      .addColumn('seen_at', key, (c) => c.notNull())
      .addColumn('note', 'text')
      .addColumn('superseded_at', key)
      .addColumn('struck_at', key)
      .addColumn('struck_reason', 'text')
      .execute()
    await db.schema.createIndex('pool_check_of_person').on('pool_check').columns(['person_id', 'kind', 'issued_on']).execute()
    await db.schema.createIndex('pool_check_due').on('pool_check').columns(['recheck_on', 'id']).execute()
    await db.schema
      .createTable('check_reminder')
      .addColumn('check_id', key, (c) => c.notNull().references('pool_check.id').onDelete('cascade'))
      .addColumn('days', 'integer', (c) => c.notNull())
      .addColumn('sent_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('check_reminder_one', ['check_id', 'days'])
      .execute()
    await db.schema
      .createTable('check_policy')
      .addColumn('kind', key, (c) => c.primaryKey())
      .addColumn('months', 'integer', (c) => c.notNull())
      .execute()
  },
}
