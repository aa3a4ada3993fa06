import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** Certificates with what they say and their signed credential, the reminders that were sent about them, and the keys they are signed with. */
export const certificates: Migration = {
  async up(db: Kysely<unknown>) {
    const key = sql.raw(isPostgres(db) ? 'text collate "C"' : 'text')
    await db.schema
      .createTable('certificate')
      .addColumn('code', key, (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('path', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('name_key', key, (c) => c.notNull())
      .addColumn('claims', 'text', (c) => c.notNull())
      .addColumn('credential', 'text', (c) => c.notNull())
      .addColumn('issued_at', key, (c) => c.notNull())
      .addColumn('valid_until', key, (c) => c.notNull())
      .addColumn('revoked_at', 'text')
      .addColumn('revoked_reason', 'text')
      .addColumn('revoked_words', 'text')
      .addColumn('reminders', 'integer', (c) => c.notNull().defaultTo(1))
      .execute()
    await db.schema.createIndex('certificate_one').unique().on('certificate').columns(['person_id', 'path']).execute()
    await db.schema.createIndex('certificate_by_name').on('certificate').columns(['name_key', 'code']).execute()
    await db.schema.createIndex('certificate_by_end').on('certificate').column('valid_until').execute()
    await db.schema
      .createTable('certificate_reminder')
      .addColumn('certificate_code', key, (c) => c.notNull().references('certificate.code').onDelete('cascade'))
      .addColumn('days', 'integer', (c) => c.notNull())
      .addColumn('sent_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('certificate_reminder_one', ['certificate_code', 'days'])
      .execute()
    await db.schema
      .createTable('issuer_key')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('kid', 'text', (c) => c.notNull().unique())
      .addColumn('thumbprint', 'text', (c) => c.notNull().unique())
      .addColumn('public_key', 'text', (c) => c.notNull())
      .addColumn('private_key', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('needed_until', 'text', (c) => c.notNull())
      .execute()
  },
}
