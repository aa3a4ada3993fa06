import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#api/migrations/migrate.ts'
import { openPostgres } from '#server/postgres.ts'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where PostgreSQL listens, with no database named. */
    postgres: string
    /** The folder in which the worlds of this run are kept. */
    worlds: string
  }
}

/** One PostgreSQL for the whole run, in which every test file makes a database of its own; and a folder for worlds, each made once for all page tests. */
export default async function setup({ provide }: TestProject) {
  const worlds = await mkdtemp(join(tmpdir(), 'panel-pool-worlds-'))
  const server = await startPostgres()
  const client = new pg.Client({ connectionString: `${server.address}/postgres` })
  await client.connect()
  await client.query('create database migrated')
  await client.end()
  const migrated = openPostgres(`${server.address}/migrated`, 1)
  await migrate(migrated)
  await migrated.destroy()
  provide('worlds', worlds)
  provide('postgres', server.address)
  return async () => {
    await server.stop()
    await rm(worlds, { recursive: true, force: true })
  }
}
