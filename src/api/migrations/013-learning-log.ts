import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** What learners write for themselves beside the lessons: reflections that a block asks for, and notes on a lesson. */
export const learningLog: Migration = {
  async up(db: Kysely<unknown>) {
    const key = sql.raw(isPostgres(db) ? 'text collate "C"' : 'text')
    await db.schema
      .createTable('learning_note')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('module_id', 'text', (c) => c.notNull())
      .addColumn('module_version', 'integer', (c) => c.notNull())
      .addColumn('lesson', 'text', (c) => c.notNull())
      .addColumn('block', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('search_key', 'text', (c) => c.notNull())
      .addColumn('updated_at', key, (c) => c.notNull())
      .execute()
    await db.schema
      .createIndex('learning_note_place')
      .unique()
      .on('learning_note')
      .columns(['person_id', 'module_id', 'module_version', 'lesson', 'block'])
      .execute()
    await db.schema.createIndex('learning_note_newest').on('learning_note').columns(['person_id', 'updated_at', 'id']).execute()
  },
}
