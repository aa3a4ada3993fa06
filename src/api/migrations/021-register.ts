import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/**
 * The register of organisations with areas served, several successors each from its day, and what was added here; and what finds who is tied to any of
 * some organisations among very many people.
 */
export const register: Migration = {
  async up(db: Kysely<unknown>) {
    const key = sql.raw(isPostgres(db) ? 'text collate "C"' : 'text')
    await db.schema
      .createTable('organisation_successor')
      .addColumn('organisation_id', key, (c) => c.notNull().references('organisation.id').onDelete('cascade'))
      .addColumn('successor_id', key, (c) => c.notNull())
      .addColumn('from_on', key)
      .addColumn('addition_id', key)
      .addPrimaryKeyConstraint('organisation_successor_key', ['organisation_id', 'successor_id'])
      .execute()
    await db.schema.createIndex('organisation_predecessor').on('organisation_successor').columns(['successor_id', 'organisation_id']).execute()
    await sql`insert into organisation_successor (organisation_id, successor_id) select id, successor_id from organisation where successor_id is not null`.execute(
      db,
    )
    await db.schema.alterTable('organisation').dropColumn('successor_id').execute()
    await db.schema
      .alterTable('organisation')
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .execute()
    await db.schema.alterTable('organisation').addColumn('area', 'text').execute()
    await db.schema.alterTable('organisation').addColumn('code', 'text').execute()
    await db.schema
      .alterTable('organisation')
      .addColumn('local', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    await db.schema.createIndex('organisation_by_name').on('organisation').columns(['name_key', 'id']).execute()

    await db.schema
      .createTable('organisation_area')
      .addColumn('organisation_id', key, (c) => c.notNull().references('organisation.id').onDelete('cascade'))
      .addColumn('area_id', key, (c) => c.notNull())
      .addColumn('addition_id', key)
      .addPrimaryKeyConstraint('organisation_area_key', ['organisation_id', 'area_id'])
      .execute()
    await db.schema.createIndex('organisation_serving').on('organisation_area').columns(['area_id', 'organisation_id']).execute()

    // What was added here, kept apart from the register that ships so that a newer one takes nothing away.
    await db.schema
      .createTable('organisation_addition')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('organisation_id', key, (c) => c.notNull().references('organisation.id').onDelete('cascade'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('value', key, (c) => c.notNull())
      .addColumn('from_on', key)
      .addColumn('at', key, (c) => c.notNull())
      .execute()
    await db.schema.createIndex('organisation_addition_of').on('organisation_addition').columns(['organisation_id', 'id']).execute()

    await db.schema
      .createIndex('affiliation_person_organisation')
      .on('affiliation')
      .columns(['person_id', 'organisation_id', 'to_day', 'from_day'])
      .execute()
    await db.schema.createIndex('affiliation_organisation').on('affiliation').columns(['organisation_id', 'person_id']).execute()
  },
}
