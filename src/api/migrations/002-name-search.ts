import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from './dialect.ts'

/** A word from the middle of a name is found by trigrams on PostgreSQL; SQLite reads its short index instead. */
export const nameSearch: Migration = {
  async up(db: Kysely<unknown>) {
    if (!isPostgres(db)) return
    await sql`create extension if not exists pg_trgm`.execute(db)
    await sql`create index person_name_words on person using gin (name_key gin_trgm_ops) where standing is not null`.execute(db)
  },
}
