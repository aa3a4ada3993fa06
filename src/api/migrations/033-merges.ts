import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/**
 * Two records of one person that were put together: what each had before, and every row that went over, so that they can be taken apart again. A record
 * that was put away points to the one that stays, and has no standing while it does.
 */
export const merges: Migration = {
  async up(db: Kysely<unknown>) {
    const key = sql.raw(isPostgres(db) ? 'text collate "C"' : 'text')
    await db.schema.alterTable('person').addColumn('merged_into', key).execute()
    await db.schema.createIndex('person_by_merged').on('person').column('merged_into').where(sql.ref('merged_into'), 'is not', null).execute()

    await db.schema
      .createTable('record_merge')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('kept_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('away_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('by_person_id', key)
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('at', key, (c) => c.notNull())
      .addColumn('before', 'text', (c) => c.notNull())
      .addColumn('set_to', 'text', (c) => c.notNull())
      .addColumn('standing', 'text')
      .addColumn('away', 'text', (c) => c.notNull())
      .addColumn('undone_at', key)
      .addColumn('undone_by_person_id', key)
      .addColumn('undone_left', 'text')
      .execute()
    await db.schema.createIndex('record_merge_kept').on('record_merge').columns(['kept_id', 'id']).execute()
    await db.schema.createIndex('record_merge_away').on('record_merge').columns(['away_id', 'id']).execute()

    await db.schema
      .createTable('record_merge_row')
      .addColumn('merge_id', key, (c) => c.notNull().references('record_merge.id').onDelete('cascade'))
      .addColumn('what', key, (c) => c.notNull())
      .addColumn('row_key', key, (c) => c.notNull())
      .addColumn('row_version', 'integer')
      .addColumn('moved', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('record_merge_row_key', ['merge_id', 'what', 'row_key'])
      .execute()
  },
}
