import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** What assessors make of the anchor dossiers: a sheet for each, its findings while they are written, and the ratings that were handed in. */
export const anchors: Migration = {
  async up(db: Kysely<unknown>) {
    const key = (type: 'text') => sql.raw(isPostgres(db) ? `${type} collate "C"` : type)

    await db.schema
      .createTable('anchor_sheet')
      .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('dossier', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('dossier_version', 'integer', (c) => c.notNull())
      .addColumn('started_at', 'text', (c) => c.notNull())
      .addColumn('handed_in_at', 'text')
      .addPrimaryKeyConstraint('anchor_sheet_key', ['person_id', 'dossier'])
      .execute()

    await db.schema
      .createTable('anchor_finding')
      .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('dossier', 'text', (c) => c.notNull())
      .addColumn('skill', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('level', 'integer')
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('anchor_finding_key', ['person_id', 'dossier', 'skill'])
      .execute()

    await db.schema
      .createTable('anchor_rating')
      .addColumn('id', key('text'), (c) => c.primaryKey())
      .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('dossier', 'text', (c) => c.notNull())
      .addColumn('dossier_version', 'integer', (c) => c.notNull())
      .addColumn('skill', 'text', (c) => c.notNull())
      .addColumn('level', 'integer', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .execute()
    // A dossier is rated once, before its reference was read.
    await db.schema.createIndex('anchor_rating_once').unique().on('anchor_rating').columns(['person_id', 'dossier', 'skill']).execute()
    await db.schema.createIndex('anchor_rating_on').on('anchor_rating').columns(['dossier', 'dossier_version', 'skill']).execute()
  },
}
