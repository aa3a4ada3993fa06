import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** Coordinators' own words for people, and what was done to several people together, with what each had before. */
export const together: Migration = {
  async up(db: Kysely<unknown>) {
    const key = sql.raw(isPostgres(db) ? 'text collate "C"' : 'text')

    await db.schema
      .createTable('person_tag')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('tag_key', key, (c) => c.notNull())
      .addColumn('tag', 'text', (c) => c.notNull())
      .addColumn('at', key, (c) => c.notNull())
      .addColumn('by_person_id', key)
      .addUniqueConstraint('person_tag_once', ['person_id', 'tag_key'])
      .execute()
    await db.schema.createIndex('person_tag_by_tag').on('person_tag').columns(['tag_key', 'person_id']).execute()

    await db.schema
      .createTable('command')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('by_person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('says', 'text', (c) => c.notNull())
      .addColumn('missing', 'integer', (c) => c.notNull())
      .addColumn('at', key, (c) => c.notNull())
      .addColumn('undone_at', key)
      .addColumn('undone_by_person_id', key)
      .execute()
    await db.schema.createIndex('command_by').on('command').columns(['by_person_id', 'id']).execute()

    await db.schema
      .createTable('command_row')
      .addColumn('command_id', key, (c) => c.notNull().references('command.id').onDelete('cascade'))
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('why', 'text')
      .addColumn('before', 'text')
      .addColumn('after', 'text')
      .addColumn('undone', 'text')
      .addColumn('undone_why', 'text')
      .addPrimaryKeyConstraint('command_row_key', ['command_id', 'person_id'])
      .execute()
    await db.schema.createIndex('command_row_by_person').on('command_row').columns(['person_id', 'command_id']).execute()
  },
}
