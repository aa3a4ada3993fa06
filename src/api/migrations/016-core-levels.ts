import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The lowest level that somebody has of all that a bar counts, so that lists can ask for "every core skill at level 3 or above". Derived, as the bars are. */
export const coreLevels: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('person_bar')
      .addColumn('level', 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
  },
}
