import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** A register of organisations, people's ties to them and to each other, and requests to have skills verified. */
export const verification: Migration = {
  async up(db: Kysely<unknown>) {
    const key = (type: 'text') => sql.raw(isPostgres(db) ? `${type} collate "C"` : type)
    await ties(db, key)
    await requests(db, key)
  },
}

type Key = (type: 'text') => ReturnType<typeof sql.raw>

async function ties(db: Kysely<unknown>, key: Key): Promise<void> {
  await db.schema
    .createTable('organisation')
    .addColumn('id', key('text'), (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_key', key('text'), (c) => c.notNull())
    .addColumn('other_names', 'text', (c) => c.notNull())
    .addColumn('search_key', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('region', 'text')
    .addColumn('successor_id', key('text'))
    .execute()

  await db.schema
    .createTable('affiliation')
    .addColumn('id', key('text'), (c) => c.primaryKey())
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
    .addColumn('organisation_id', key('text'), (c) => c.references('organisation.id'))
    .addColumn('free_name', 'text')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('from_day', 'text', (c) => c.notNull())
    .addColumn('to_day', 'text')
    .addColumn('declared_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('affiliation_of').on('affiliation').columns(['person_id', 'id']).execute()

  // When somebody last said that what they declared is all there is.
  await db.schema
    .createTable('affiliation_declaration')
    .addColumn('person_id', key('text'), (c) => c.primaryKey().references('person.id').onDelete('cascade'))
    .addColumn('declared_at', 'text', (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('declared_tie')
    .addColumn('id', key('text'), (c) => c.primaryKey())
    .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
    .addColumn('other_person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('declared_tie_between').unique().on('declared_tie').columns(['person_id', 'other_person_id']).execute()
  await db.schema.createIndex('declared_tie_to').on('declared_tie').column('other_person_id').execute()
}

async function requests(db: Kysely<unknown>, key: Key): Promise<void> {
  await db.schema
    .createTable('verification_request')
    .addColumn('id', key('text'), (c) => c.primaryKey())
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('round', 'integer', (c) => c.notNull())
    .addColumn('assessor_id', key('text'), (c) => c.references('person.id'))
    .addColumn('sent_at', 'text', (c) => c.notNull())
    .addColumn('offered_at', 'text')
    .addColumn('accepted_at', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('due_on', 'text')
    .execute()
  await db.schema.createIndex('verification_request_of').on('verification_request').columns(['person_id', 'id']).execute()
  await db.schema.createIndex('verification_request_for').on('verification_request').columns(['assessor_id', 'state']).execute()
  await db.schema.createIndex('verification_request_in').on('verification_request').columns(['state', 'offered_at']).execute()

  await db.schema
    .createTable('verification_skill')
    .addColumn('request_id', key('text'), (c) => c.notNull().references('verification_request.id').onDelete('cascade'))
    .addColumn('skill', 'text', (c) => c.notNull())
    .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
    .addColumn('rating_id', key('text'), (c) => c.notNull().references('rating.id').onDelete('cascade'))
    .addColumn('open', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('verification_skill_key', ['request_id', 'skill'])
    .execute()
  // A skill is looked at in one request at a time, also when two tabs send it at once.
  await sql`create unique index verification_skill_once on verification_skill (person_id, skill) where open = 1`.execute(db)

  await db.schema
    .createTable('verification_evidence')
    .addColumn('request_id', key('text'), (c) => c.notNull().references('verification_request.id').onDelete('cascade'))
    .addColumn('evidence_id', key('text'), (c) => c.notNull().references('evidence.id').onDelete('cascade'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('skills', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('verification_evidence_key', ['request_id', 'evidence_id'])
    .execute()

  await db.schema
    .createTable('verification_experience')
    .addColumn('request_id', key('text'), (c) => c.notNull().references('verification_request.id').onDelete('cascade'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('publisher', 'text', (c) => c.notNull())
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('verification_experience_key', ['request_id', 'position'])
    .execute()

  // What an assessor found, or is about to: a draft until `decided_at` is set. Each assessor of a request has rows of their own.
  await db.schema
    .createTable('verification_finding')
    .addColumn('request_id', key('text'), (c) => c.notNull().references('verification_request.id').onDelete('cascade'))
    .addColumn('round', 'integer', (c) => c.notNull())
    .addColumn('assessor_id', key('text'), (c) => c.notNull().references('person.id'))
    .addColumn('skill', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('outcome', 'text')
    .addColumn('level', 'integer')
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('equivalence', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addColumn('decided_at', 'text')
    .addPrimaryKeyConstraint('verification_finding_key', ['request_id', 'round', 'assessor_id', 'skill'])
    .execute()

  await db.schema
    .createTable('verification_answer')
    .addColumn('request_id', key('text'), (c) => c.notNull().references('verification_request.id').onDelete('cascade'))
    .addColumn('skill', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('verification_answer_key', ['request_id', 'skill'])
    .execute()

  await db.schema
    .createTable('verification_event')
    .addColumn('id', key('text'), (c) => c.primaryKey())
    .addColumn('request_id', key('text'), (c) => c.notNull().references('verification_request.id').onDelete('cascade'))
    .addColumn('event', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_person_id', key('text'))
    .addColumn('assessor_id', key('text'))
    .addColumn('why', 'text')
    .addColumn('reason', 'text')
    .execute()
  await db.schema.createIndex('verification_event_of').on('verification_event').columns(['request_id', 'id']).execute()
  await db.schema.createIndex('verification_event_for').on('verification_event').columns(['assessor_id', 'event', 'at']).execute()
}
