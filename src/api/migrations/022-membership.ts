import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** Members of the pool: who asked to join, until when somebody is paused, what a member offers and what they have in hand. */
export const membership: Migration = {
  async up(db: Kysely<unknown>) {
    // Byte order for keys and days, so that every database compares alike.
    const key = sql.raw(isPostgres(db) ? 'text collate "C"' : 'text')

    await db.schema
      .createTable('membership_ask')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('roles', 'text', (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('at', key, (c) => c.notNull())
      .addColumn('decided_at', key)
      .addColumn('decided_by_person_id', key)
      .addColumn('reason', 'text')
      .execute()
    await db.schema
      .createIndex('membership_ask_open')
      .unique()
      .on('membership_ask')
      .column('person_id')
      .where(sql.ref('state'), '=', 'open')
      .execute()
    await db.schema.createIndex('membership_ask_by_state').on('membership_ask').columns(['state', 'at', 'id']).execute()
    await db.schema.createIndex('membership_ask_of').on('membership_ask').columns(['person_id', 'id']).execute()

    await db.schema.alterTable('person_standing').addColumn('until_on', key).execute()

    await db.schema
      .createTable('member')
      .addColumn('person_id', key, (c) => c.primaryKey().references('person.id').onDelete('cascade'))
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('sector', 'text')
      .addColumn('specialisms', 'text', (c) => c.notNull().defaultTo('[]'))
      .addColumn('languages', 'text', (c) => c.notNull().defaultTo('[]'))
      .addColumn('days_a_month', 'integer')
      .addColumn('most_reviews', 'integer')
      .addColumn('confirmed_at', key)
      .addColumn('confirm_asked_at', key)
      .execute()
    await db.schema.createIndex('member_by_confirmed').on('member').columns(['confirmed_at', 'person_id']).execute()

    await db.schema
      .createTable('member_region')
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('region', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('member_region_key', ['person_id', 'region'])
      .execute()
    await db.schema.createIndex('member_region_by_region').on('member_region').columns(['region', 'person_id']).execute()

    await db.schema
      .createTable('member_specialism')
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('specialism', key, (c) => c.notNull())
      .addColumn('search_key', key, (c) => c.notNull())
      .addPrimaryKeyConstraint('member_specialism_key', ['person_id', 'specialism'])
      .execute()
    await db.schema.createIndex('member_specialism_by_key').on('member_specialism').columns(['search_key', 'person_id']).execute()

    await db.schema
      .createTable('capacity_month')
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('month', key, (c) => c.notNull())
      .addColumn('days', 'integer', (c) => c.notNull())
      .addColumn('most_reviews', 'integer')
      .addPrimaryKeyConstraint('capacity_month_key', ['person_id', 'month'])
      .execute()

    await db.schema
      .createTable('availability')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('from_on', key, (c) => c.notNull())
      .addColumn('to_on', key, (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('roles', 'text', (c) => c.notNull())
      .addColumn('note', 'text', (c) => c.notNull())
      .addColumn('entered_by', key)
      .addColumn('at', key, (c) => c.notNull())
      .addColumn('removed_at', key)
      .execute()
    await db.schema.createIndex('availability_of').on('availability').columns(['person_id', 'from_on', 'to_on']).execute()

    await db.schema
      .createTable('commitment')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('reference', 'text', (c) => c.notNull())
      .addColumn('authority', key, (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('from_on', key, (c) => c.notNull())
      .addColumn('to_on', key)
      .addColumn('days', 'integer', (c) => c.notNull())
      .addColumn('entered_by', key)
      .addColumn('at', key, (c) => c.notNull())
      .addColumn('removed_at', key)
      .execute()
    await db.schema.createIndex('commitment_of').on('commitment').columns(['person_id', 'from_on', 'to_on']).execute()
    await db.schema.createIndex('commitment_by_authority').on('commitment').columns(['authority', 'person_id']).execute()

    // The address of a calendar is a secret: its digest alone is kept.
    await db.schema
      .createTable('calendar_feed')
      .addColumn('person_id', key, (c) => c.primaryKey().references('person.id').onDelete('cascade'))
      .addColumn('token_digest', 'text', (c) => c.notNull().unique())
      .addColumn('made_at', key, (c) => c.notNull())
      .execute()
  },
}
