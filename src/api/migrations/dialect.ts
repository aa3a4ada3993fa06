import { type Kysely, PostgresAdapter } from 'kysely'

/** Only migrations may ask: everything else is written in SQL that both databases read alike. */
export const isPostgres = (db: Kysely<unknown>): boolean => db.getExecutor().adapter instanceof PostgresAdapter
