import { type CompiledQuery, Kysely, type PostgresDialect } from 'kysely'
import type { Database } from '#api/repository/database.ts'

/** The SQL that something sends, as it goes to the driver. */
export async function noting(dialect: PostgresDialect, run: (db: Kysely<Database>) => Promise<unknown>): Promise<CompiledQuery[]> {
  const statements: CompiledQuery[] = []
  await run(new Kysely<Database>({ dialect, log: ({ query }) => void statements.push(query) }))
  return statements
}
