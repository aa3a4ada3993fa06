import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from '#api/repository/database.ts'

/** PostgreSQL by its address. Counts arrive as integers, since every count in the repository is cast to one. */
export const openPostgres = (address: string, connections = 10): Kysely<Database> =>
  new Kysely<Database>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: address, max: connections }) }) })
