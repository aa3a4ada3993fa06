import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** Evidence with its versions, what is being written, testimonies that were asked for, files to remove, and reports that somebody brings with them. */
export const evidence: Migration = {
  async up(db: Kysely<unknown>) {
    const key = (type: 'text') => sql.raw(isPostgres(db) ? `${type} collate "C"` : type)

    await db.schema
      .createTable('evidence')
      .addColumn('id', key('text'), (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('moved_at', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('evidence_of').on('evidence').columns(['person_id', 'id']).execute()
    // What the timed work looks for; most evidence is ready and needs none.
    await sql`create index evidence_unsettled on evidence (state, moved_at) where state in ('scanning', 'asked', 'lapsed', 'declined', 'quarantined')`.execute(
      db,
    )

    await db.schema
      .createTable('evidence_skill')
      .addColumn('evidence_id', key('text'), (c) => c.notNull().references('evidence.id').onDelete('cascade'))
      .addColumn('skill', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('evidence_skill_key', ['evidence_id', 'skill'])
      .execute()

    await db.schema
      .createTable('evidence_version')
      .addColumn('evidence_id', key('text'), (c) => c.notNull().references('evidence.id').onDelete('cascade'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('text', 'text')
      .addColumn('url', 'text')
      .addColumn('file_name', 'text')
      .addColumn('media_type', 'text')
      .addColumn('bytes', 'integer')
      .addColumn('stored_as', 'text')
      .addColumn('from_name', 'text')
      .addColumn('from_capacity', 'text')
      .addColumn('at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('evidence_version_key', ['evidence_id', 'number'])
      .execute()

    await db.schema
      .createTable('evidence_draft')
      .addColumn('evidence_id', key('text'), (c) => c.primaryKey().references('evidence.id').onDelete('cascade'))
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('url', 'text', (c) => c.notNull())
      .addColumn('skills', 'text', (c) => c.notNull())
      .addColumn('witness_name', 'text', (c) => c.notNull())
      .addColumn('witness_email', 'text', (c) => c.notNull())
      .addColumn('witness_capacity', 'text', (c) => c.notNull())
      .addColumn('file_name', 'text')
      .addColumn('media_type', 'text')
      .addColumn('bytes', 'integer')
      .addColumn('stored_as', 'text')
      .addColumn('refused', 'integer', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .execute()

    // The id is the digest of a link's token, as in `link`; the row of an earlier ask gives way to the next one.
    await db.schema
      .createTable('testimony_ask')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('evidence_id', key('text'), (c) => c.notNull().unique().references('evidence.id').onDelete('cascade'))
      .addColumn('witness_name', 'text', (c) => c.notNull())
      .addColumn('witness_email', 'text')
      .addColumn('witness_capacity', 'text', (c) => c.notNull())
      .addColumn('asked_at', 'text', (c) => c.notNull())
      .addColumn('expires_at', 'text', (c) => c.notNull())
      .addColumn('used_at', 'text')
      .execute()

    // Stored files that nothing claims: removed once they are due, tried again until it is done.
    await db.schema
      .createTable('file_removal')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('due_at', 'text', (c) => c.notNull())
      .execute()

    await db.schema
      .createTable('experience')
      .addColumn('id', key('text'), (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('publisher', 'text', (c) => c.notNull())
      .addColumn('year', 'integer', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('url', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('experience_of').on('experience').columns(['person_id', 'id']).execute()
  },
}
