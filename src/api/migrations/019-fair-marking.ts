import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** Questions that were withdrawn, which items were counted as right because of it, and tries that test out of a module. */
export const fairMarking: Migration = {
  async up(db: Kysely<unknown>) {
    const key = sql.raw(isPostgres(db) ? 'text collate "C"' : 'text')
    await db.schema
      .createTable('withdrawn_question')
      .addColumn('question', 'text', (c) => c.notNull())
      .addColumn('question_version', 'integer', (c) => c.notNull())
      .addColumn('module_id', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('at', key, (c) => c.notNull())
      .addPrimaryKeyConstraint('withdrawn_question_key', ['module_id', 'question', 'question_version'])
      .execute()
    await db.schema.alterTable('attempt_item').addColumn('counted_at', 'text').execute()
    // Who was asked a question is looked up by it when it is withdrawn.
    await db.schema.createIndex('attempt_item_asked').on('attempt_item').columns(['question', 'question_version', 'attempt_id']).execute()
    await db.schema
      .alterTable('attempt')
      .addColumn('kind', 'text', (c) => c.notNull().defaultTo('check'))
      .execute()
    await db.schema.alterTable('attempt').addColumn('pass_percent', 'integer').execute()
    await db.schema.alterTable('attempt').addColumn('first_right', 'integer').execute()
    await db.schema.alterTable('attempt').addColumn('remarked_at', 'text').execute()
  },
}
