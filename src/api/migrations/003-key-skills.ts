import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** Versions of the framework beyond those that ship, self-assessments with their ratings, and the levels that were verified. */
export const keySkills: Migration = {
  async up(db: Kysely<unknown>) {
    const key = (type: 'text') => sql.raw(isPostgres(db) ? `${type} collate "C"` : type)

    await db.schema
      .createTable('framework_version')
      .addColumn('number', 'integer', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('document', 'text', (c) => c.notNull())
      .addColumn('based_on', 'integer')
      .addColumn('retires_on', 'text')
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('published_at', 'text')
      .execute()

    await db.schema
      .createTable('self_assessment')
      .addColumn('id', key('text'), (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('framework_version', 'integer', (c) => c.notNull())
      .addColumn('roles', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('started_at', 'text', (c) => c.notNull())
      .addColumn('submitted_at', 'text')
      .execute()
    await db.schema.createIndex('self_assessment_of').on('self_assessment').columns(['person_id', 'id']).execute()
    // Two tabs that start at once start one.
    await sql`create unique index self_assessment_one_at_a_time on self_assessment (person_id) where state = 'in-progress'`.execute(db)

    await db.schema
      .createTable('skill_answer')
      .addColumn('assessment_id', key('text'), (c) => c.notNull().references('self_assessment.id').onDelete('cascade'))
      .addColumn('skill', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
      .addColumn('level', 'integer')
      .addColumn('confidence', 'text')
      .addColumn('reflection', 'text', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('skill_answer_key', ['assessment_id', 'skill'])
      .execute()

    await db.schema
      .createTable('rating')
      .addColumn('id', key('text'), (c) => c.primaryKey())
      .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('assessment_id', key('text'), (c) => c.notNull().references('self_assessment.id').onDelete('cascade'))
      .addColumn('framework_version', 'integer', (c) => c.notNull())
      .addColumn('skill', 'text', (c) => c.notNull())
      .addColumn('level', 'integer', (c) => c.notNull())
      .addColumn('confidence', 'text')
      .addColumn('reflection', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('rating_of').on('rating').columns(['person_id', 'skill', 'id']).execute()

    await db.schema
      .createTable('verified_level')
      .addColumn('id', key('text'), (c) => c.primaryKey())
      .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('framework_version', 'integer', (c) => c.notNull())
      .addColumn('skill', 'text', (c) => c.notNull())
      .addColumn('level', 'integer', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('verified_level_of').on('verified_level').columns(['person_id', 'skill', 'id']).execute()

    // The newest verified level of each person and skill, so that lists can filter and count by it.
    await db.schema
      .createTable('person_skill')
      .addColumn('person_id', key('text'), (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('skill', 'text', (c) => c.notNull())
      .addColumn('level', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('person_skill_key', ['person_id', 'skill'])
      .execute()
    await db.schema.createIndex('person_skill_at').on('person_skill').columns(['skill', 'level', 'person_id']).execute()
  },
}
