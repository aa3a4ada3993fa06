import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** Accounts, people, training, audit, and what carries them: sessions, links, mail, jobs, settings. */
export const walkingProduct: Migration = {
  async up(db: Kysely<unknown>) {
    const postgres = isPostgres(db)
    // Byte order everywhere: what is sorted by is stored as a key, and no server's locale may reorder it.
    const key = (type: 'text') => sql.raw(postgres ? `${type} collate "C"` : type)

    await db.schema
      .createTable('person')
      .addColumn('id', key('text'), (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', key('text'), (c) => c.notNull())
      .addColumn('email', 'text')
      .addColumn('phone', 'text')
      .addColumn('region', 'text')
      .addColumn('roles', 'text', (c) => c.notNull().defaultTo(''))
      .addColumn('standing', 'text')
      .addColumn('training', 'text', (c) => c.notNull().defaultTo('not-started'))
      .addColumn('joined_on', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('erased_at', 'text')
      .execute()
    // Each order and each filter that the roster offers walks an index; people without a standing are not on it.
    const roster: Record<string, string[]> = {
      person_by_name: ['name_key', 'id'],
      person_by_joined: ['joined_on', 'id'],
      person_by_region: ['region', 'name_key', 'id'],
      person_by_standing: ['standing', 'name_key', 'id'],
      person_by_training: ['training', 'name_key', 'id'],
      person_by_region_standing: ['region', 'standing', 'name_key', 'id'],
    }
    for (const [name, columns] of Object.entries(roster))
      await db.schema.createIndex(name).on('person').columns(columns).where(sql.ref('standing'), 'is not', null).execute()

    await db.schema
      .createTable('person_role')
      .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('role', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('person_role_key', ['person_id', 'role'])
      .execute()

    await db.schema
      .createTable('person_standing')
      .addColumn('id', key('text'), (c) => c.primaryKey())
      .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('standing', 'text', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('by_person_id', key('text'))
      .execute()
    await db.schema.createIndex('person_standing_of').on('person_standing').columns(['person_id', 'id']).execute()

    await db.schema
      .createTable('person_tally')
      .addColumn('region', 'text', (c) => c.notNull())
      .addColumn('standing', 'text', (c) => c.notNull())
      .addColumn('training', 'text', (c) => c.notNull())
      .addColumn('roles', 'text', (c) => c.notNull())
      .addColumn('people', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('person_tally_key', ['region', 'standing', 'training', 'roles'])
      .execute()

    await db.schema
      .createTable('account')
      .addColumn('id', key('text'), (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('person_id', key('text'), (c) => c.notNull().unique().references('person.id'))
      .addColumn('email_key', 'text', (c) => c.unique())
      .addColumn('confirmed_at', 'text')
      .addColumn('invited_at', 'text')
      .addColumn('passphrase', 'text')
      .addColumn('totp_secret', 'text')
      .addColumn('totp_confirmed_at', 'text')
      .addColumn('totp_last_step', 'integer')
      .addColumn('suspended_at', 'text')
      .addColumn('suspended_reason', 'text')
      .addColumn('last_signed_in_at', 'text')
      .addColumn('created_at', 'text', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('account_role')
      .addColumn('account_id', key('text'), (c) => c.notNull().references('account.id').onDelete('cascade'))
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('region', 'text')
      .addPrimaryKeyConstraint('account_role_key', ['account_id', 'role'])
      .execute()
    await db.schema.createIndex('account_role_by_role').on('account_role').columns(['role', 'account_id']).execute()

    await db.schema
      .createTable('session')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('account_id', key('text'), (c) => c.notNull().references('account.id').onDelete('cascade'))
      .addColumn('step', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('seen_at', 'text', (c) => c.notNull())
      .addColumn('expires_at', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('session_of').on('session').column('account_id').execute()

    await db.schema
      .createTable('link')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('account_id', key('text'), (c) => c.notNull().references('account.id').onDelete('cascade'))
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('expires_at', 'text', (c) => c.notNull())
      .addColumn('used_at', 'text')
      .execute()
    await db.schema.createIndex('link_of').on('link').columns(['account_id', 'kind']).execute()

    await db.schema
      .createTable('guess')
      .addColumn('id', key('text'), (c) => c.primaryKey())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('guess_by_key').on('guess').columns(['key', 'at']).execute()

    await db.schema
      .createTable('mail')
      .addColumn('id', key('text'), (c) => c.primaryKey())
      .addColumn('account_id', key('text'))
      .addColumn('to_address', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('sent_at', 'text')
      .addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    await db.schema.createIndex('mail_to_send').on('mail').columns(['sent_at', 'id']).execute()

    await db.schema
      .createTable('enrolment')
      .addColumn('id', key('text'), (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('module_id', 'text', (c) => c.notNull())
      .addColumn('module_version', 'integer', (c) => c.notNull())
      .addColumn('place_lesson', 'text')
      .addColumn('place_block', 'text')
      .addColumn('started_at', 'text', (c) => c.notNull())
      .addUniqueConstraint('enrolment_once', ['person_id', 'module_id'])
      .execute()
    await db.schema
      .createTable('lesson_read')
      .addColumn('enrolment_id', key('text'), (c) => c.notNull().references('enrolment.id').onDelete('cascade'))
      .addColumn('lesson', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('lesson_read_once', ['enrolment_id', 'lesson'])
      .execute()

    await db.schema
      .createTable('attempt')
      .addColumn('id', key('text'), (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('enrolment_id', key('text'), (c) => c.notNull().references('enrolment.id').onDelete('cascade'))
      .addColumn('module_id', 'text', (c) => c.notNull())
      .addColumn('module_version', 'integer', (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('seed', 'integer', (c) => c.notNull())
      .addColumn('items', 'integer', (c) => c.notNull())
      .addColumn('started_at', 'text', (c) => c.notNull())
      .addColumn('submitted_at', 'text')
      .addColumn('right', 'integer')
      .addColumn('passed', 'integer')
      .addUniqueConstraint('attempt_numbered', ['person_id', 'module_id', 'number'])
      .execute()
    await db.schema
      .createTable('attempt_item')
      .addColumn('attempt_id', key('text'), (c) => c.notNull().references('attempt.id').onDelete('cascade'))
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('question', 'text', (c) => c.notNull())
      .addColumn('question_version', 'integer', (c) => c.notNull())
      .addColumn('options', 'text', (c) => c.notNull())
      .addColumn('chosen', 'text')
      .addColumn('flagged', 'integer', (c) => c.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('attempt_item_key', ['attempt_id', 'position'])
      .execute()

    await db.schema
      .createTable('audit_event')
      .addColumn('id', key('text'), (c) => c.primaryKey())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('by_person_id', key('text'))
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('record', 'text', (c) => c.notNull())
      .addColumn('record_id', 'text', (c) => c.notNull())
      .addColumn('person_id', key('text'))
      .addColumn('changes', 'text', (c) => c.notNull())
      .addColumn('reason', 'text')
      .execute()
    await db.schema.createIndex('audit_event_of').on('audit_event').columns(['person_id', 'id']).execute()

    await db.schema
      .createTable('idempotency')
      .addColumn('scope', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('body_hash', 'text', (c) => c.notNull())
      .addColumn('status', 'integer')
      .addColumn('body', 'text')
      .addColumn('headers', 'text')
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('idempotency_key', ['scope', 'key'])
      .execute()

    await db.schema
      .createTable('setting')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('value', 'integer', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .execute()

    await db.schema
      .createTable('job')
      .addColumn('id', key('text'), (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('due_at', 'text', (c) => c.notNull())
      .addColumn('done_at', 'text')
      .addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('error', 'text')
      .execute()
    await db.schema.createIndex('job_due').on('job').columns(['done_at', 'due_at']).execute()
  },
}
