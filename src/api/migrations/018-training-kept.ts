import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** Places in lessons that learners marked to come back to; entries of their log that they shared with an assessor; and that a certificate can be renewed, so that somebody has more than one of a path. */
export const trainingKept: Migration = {
  async up(db: Kysely<unknown>) {
    const key = sql.raw(isPostgres(db) ? 'text collate "C"' : 'text')
    await db.schema
      .createTable('bookmark')
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('module_id', 'text', (c) => c.notNull())
      .addColumn('module_version', 'integer', (c) => c.notNull())
      .addColumn('lesson', 'text', (c) => c.notNull())
      .addColumn('block', 'text', (c) => c.notNull())
      .addColumn('at', key, (c) => c.notNull())
      .addPrimaryKeyConstraint('bookmark_one', ['person_id', 'module_id', 'module_version', 'lesson', 'block'])
      .execute()
    await db.schema
      .createTable('shared_note')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('request_id', key, (c) => c.notNull().references('verification_request.id').onDelete('cascade'))
      // The entry itself may be deleted since: no reference.
      .addColumn('note_id', key, (c) => c.notNull())
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('module_id', 'text', (c) => c.notNull())
      .addColumn('module_version', 'integer', (c) => c.notNull())
      .addColumn('lesson', 'text', (c) => c.notNull())
      .addColumn('block', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('words', 'text')
      .addColumn('shared_at', 'text', (c) => c.notNull())
      .addColumn('taken_back_at', 'text')
      .execute()
    await db.schema.createIndex('shared_note_one').unique().on('shared_note').columns(['request_id', 'note_id']).execute()
    await db.schema.createIndex('shared_note_of').on('shared_note').column('note_id').execute()
    await db.schema
      .alterTable('certificate')
      .addColumn('number', 'integer', (c) => c.notNull().defaultTo(1))
      .execute()
    await db.schema.dropIndex('certificate_one').execute()
    await db.schema.createIndex('certificate_one').unique().on('certificate').columns(['person_id', 'path', 'number']).execute()
  },
}
