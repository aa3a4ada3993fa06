import { sql } from 'kysely'
import { migrate } from '#api/migrations/migrate.ts'
import { buildBigPool } from '#mocks/worlds/big-pool.ts'
import { openPostgres } from '#server/postgres.ts'
import { addSomeone } from '#testing/someone.ts'
import { startPostgres } from '#testing/postgres-server.ts'

const people = 100_000

export interface BigPool extends AsyncDisposable {
  /** Of its database. */
  address: string
  /** The token of somebody signed in who sees every region. */
  coordinator: string
}

/** 100,000 people in a PostgreSQL of its own, with fresh statistics, as a database has that has run for a day. */
export async function openBigPool(): Promise<BigPool> {
  const server = await startPostgres()
  const address = `${server.address}/postgres`
  const began = performance.now()
  const db = openPostgres(address)
  await migrate(db)
  await buildBigPool(db, { people, seed: 7, now: new Date() })
  const { session } = await addSomeone(db, new Date(), { name: 'Some Coordinator', roles: [{ role: 'coordinator', region: null }] })
  // What the server's own housekeeping does sooner or later, done before anything is measured.
  await sql`vacuum (analyze)`.execute(db)
  await db.destroy()
  console.log(`${people.toLocaleString('en-GB')} people in PostgreSQL, built in ${((performance.now() - began) / 1000).toFixed(0)} s\n`)
  return { address, coordinator: session, [Symbol.asyncDispose]: server.stop }
}
