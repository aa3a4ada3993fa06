import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from '#api/repository/database.ts'

const onConsole = (error: unknown) => console.error(error)

/**
 * PostgreSQL by its address. Counts arrive as integers, since every count in the repository is cast to one. A connection that breaks while nobody uses it
 * is reported and replaced at the next request: unheard, it would end the process.
 */
export function openPostgres(address: string, connections = 10, report: (error: unknown) => void = onConsole): Kysely<Database> {
  const pool = new pg.Pool({ connectionString: address, max: connections })
  pool.on('error', report)
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}
