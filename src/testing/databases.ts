import type { Kysely } from 'kysely'
import pg from 'pg'
import { inject } from 'vitest'
import type { Database } from '#api/repository/database.ts'
import { openPostgres } from '#server/postgres.ts'
import { openSqlite } from '#server/sqlite.ts'

export interface Home {
  name: string
  /** An empty database. Over PostgreSQL it was migrated already, since that takes a while. */
  open: () => Promise<Kysely<Database>>
}

/** The databases that every test of the repository and the API runs over. */
export const homes: Home[] = [
  { name: 'SQLite', open: async () => openSqlite(':memory:') },
  { name: 'PostgreSQL', open: openNewPostgres },
]

let made = 0

async function openNewPostgres(): Promise<Kysely<Database>> {
  const server = inject('postgres')
  const name = `test_${process.pid}_${process.env['VITEST_POOL_ID'] ?? 0}_${Date.now().toString(36)}_${made++}`
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query(`create database ${name} template migrated`)
  await client.end()
  return openPostgres(`${server}/${name}`, 8)
}
