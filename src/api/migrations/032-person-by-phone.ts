import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Two records of one person are looked for by their number too. */
export const personByPhone: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.createIndex('person_by_phone').on('person').column('phone').execute()
  },
}
