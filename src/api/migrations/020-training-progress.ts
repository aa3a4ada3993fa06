import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/**
 * How far each enrolment came, where lists can count and sort by it: derived from the lessons read and the checks taken. And the messages that people were
 * sent about their training; their words are in the mail and in the history.
 */
export const trainingProgress: Migration = {
  async up(db: Kysely<unknown>) {
    const postgres = isPostgres(db)
    const key = sql.raw(postgres ? 'text collate "C"' : 'text')
    await db.schema
      .alterTable('enrolment')
      .addColumn('lessons_read', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    await db.schema
      .alterTable('enrolment')
      .addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
    await db.schema
      .alterTable('enrolment')
      .addColumn('moved_at', key, (c) => c.notNull().defaultTo(''))
      .execute()
    await db.schema.alterTable('enrolment').addColumn('passed_at', 'text').execute()
    await db.schema.alterTable('enrolment').addColumn('minutes_to_pass', 'integer').execute()
    const tried = sql`attempt.person_id = enrolment.person_id and attempt.module_id = enrolment.module_id`
    await sql`
      update enrolment set
        lessons_read = (select count(*) from lesson_read where enrolment_id = enrolment.id),
        tries = (select count(*) from attempt where ${tried} and kind = 'check'),
        passed_at = (select min(submitted_at) from attempt where ${tried} and passed = 1),
        moved_at = (
          select max(at) from (
            select enrolment.started_at as at
            union all select lesson_read.at from lesson_read where lesson_read.enrolment_id = enrolment.id
            union all select coalesce(submitted_at, attempt.started_at) from attempt where ${tried}
          ) as done
        )
    `.execute(db)
    const minutes = postgres
      ? sql`cast(extract(epoch from (cast(passed_at as timestamptz) - cast(started_at as timestamptz))) / 60 as integer)`
      : sql`cast((julianday(passed_at) - julianday(started_at)) * 1440 as integer)`
    await sql`update enrolment set minutes_to_pass = ${minutes} where passed_at is not null`.execute(db)
    // Only of those who have not passed: whoever stands still is looked for by how long.
    await db.schema
      .createIndex('enrolment_by_standstill')
      .on('enrolment')
      .columns(['moved_at', 'id'])
      .where(sql.ref('passed_at'), 'is', null)
      .execute()

    await db.schema
      .createTable('training_message')
      .addColumn('id', key, (c) => c.primaryKey())
      .addColumn('person_id', key, (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('module_id', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('by_person_id', key, (c) => c.notNull())
      .execute()
    await db.schema.createIndex('training_message_to').on('training_message').columns(['person_id', 'id']).execute()
  },
}
