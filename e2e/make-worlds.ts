import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FullConfig } from '@playwright/test'
import pg from 'pg'
import { migrate } from '#api/migrations/migrate.ts'
import type { Db } from '#api/repository/database.ts'
import { content } from '#content/content.ts'
import { demoSecrets } from '#server/demo.ts'
import { openPostgres } from '#server/postgres.ts'
import { openSqlite } from '#server/sqlite.ts'
import { startPostgres } from '#testing/postgres-server.ts'
import { worldImage } from '#testing/world-image.ts'
import type { World } from '#mocks/worlds/world.ts'
import { loadWorld, worlds } from '#mocks/worlds/worlds.ts'

const folder = '.cache/worlds'
export const worldFile = (world: string): string => join(folder, `${world}.sqlite`)
/** The image of a world with the secrets of the mock, which a test on the mock begins with. */
export const mockWorldFile = (world: string): string => join(folder, `${world}.mock.sqlite`)
const template = (world: string): string => `world_${world.replaceAll('-', '_')}`
/** The processes of Playwright learn from their environment where PostgreSQL runs. */
const whereIs = 'JOURNEYS_POSTGRES'

/** Builds the database of every world without faults once, in each kind that is asked for; each test copies one. */
export default async function makeWorlds({ projects }: FullConfig): Promise<(() => Promise<void>) | undefined> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const whole = Object.values(worlds).filter(({ faults }) => faults.length === 0)
  for (const world of whole) await fill(openSqlite(worldFile(world.name)), world)
  if (projects.some(({ name }) => name === 'mock')) for (const world of whole) await worldImage(mockWorldFile(world.name), world)
  if (!projects.some(({ name }) => name === 'postgres')) return undefined
  const { address, stop } = await startPostgres()
  process.env[whereIs] = address
  for (const world of whole) {
    await administer(address, `create database ${template(world.name)}`)
    await fill(openPostgres(`${address}/${template(world.name)}`, 1, console.error), world)
  }
  return stop
}

async function fill(db: Db, world: World): Promise<void> {
  await migrate(db)
  await loadWorld(db, world, new Date(), content, await demoSecrets())
  await db.destroy()
}

let copies = 0

/** A copy of a world's database on the PostgreSQL of this run, and how to be rid of it. */
export async function copyOnPostgres(world: string): Promise<{ address: string; drop: () => Promise<void> }> {
  const server = process.env[whereIs]
  if (!server) throw new Error('No PostgreSQL runs for these journeys: they are started by the project "postgres"')
  const name = `journey_${process.pid}_${(copies += 1)}`
  await administer(server, `create database ${name} template ${template(world)}`)
  return { address: `${server}/${name}`, drop: () => administer(server, `drop database ${name} with (force)`) }
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client(`${server}/postgres`)
  await client.connect()
  await client.query(statement)
  await client.end()
}
