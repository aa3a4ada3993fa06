import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** Who is asked to sign off a draft of the framework and what they said, and who agreed to move to which version. */
export const frameworkVersions: Migration = {
  async up(db: Kysely<unknown>) {
    const key = sql.raw(isPostgres(db) ? 'text collate "C"' : 'text')
    await db.schema
      .createTable('framework_review')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('number', 'integer', (c) => c.notNull().references('framework_version.number').onDelete('cascade'))
      .addColumn('round', 'integer', (c) => c.notNull())
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('words', 'text')
      .addColumn('asked_at', 'text', (c) => c.notNull())
      .addColumn('answered_at', 'text')
      .execute()
    await db.schema.createIndex('framework_review_of').unique().on('framework_review').columns(['number', 'round', 'person_id']).execute()
    await db.schema.createIndex('framework_review_by').on('framework_review').columns(['person_id', 'number']).execute()

    await db.schema
      .createTable('framework_agreement')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('framework_version', 'integer', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('framework_agreement_of').unique().on('framework_agreement').columns(['person_id', 'framework_version']).execute()
    // Whose newest ratings are on a version that retires.
    await db.schema.createIndex('rating_on').on('rating').columns(['framework_version', 'person_id']).execute()
  },
}
