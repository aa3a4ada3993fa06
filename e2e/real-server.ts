import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#testing/free-port.ts'
import { startServerProcess } from '#testing/server-process.ts'
import { copyOnPostgres, worldFile } from './make-worlds.ts'

export interface RunningServer {
  origin: string
  /** Stops the process and leaves its database, as a crash would. */
  halt: () => Promise<void>
  /** Starts it again where it was. */
  resume: () => Promise<void>
  /** Stops it and removes its database. */
  stop: () => Promise<void>
}

export type Kept = 'sqlite' | 'postgres'

/** The product's own server, on a copy of a world's database. */
export async function startServer(world: string, kept: Kept): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'panel-pool-e2e-'))
  const database = await (kept === 'postgres' ? onPostgres(world) : inFile(world, folder))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const run = () =>
    startServerProcess({
      PORT: String(port),
      SITE_ORIGIN: origin,
      ...database.settings,
      FILES_FOLDER: join(folder, 'files'),
      DEMO: world,
      CHECK_REPLIES: '1',
    })
  let server = await run()
  return {
    origin,
    halt: () => server.kill(),
    resume: async () => {
      server = await run()
    },
    stop: async () => {
      await server.kill()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface Copied {
  settings: Record<string, string>
  drop: () => Promise<void>
}

async function inFile(world: string, folder: string): Promise<Copied> {
  const file = join(folder, 'world.sqlite')
  await copyFile(worldFile(world), file)
  return { settings: { DATABASE_FILE: file }, drop: async () => undefined }
}

async function onPostgres(world: string): Promise<Copied> {
  const { address, drop } = await copyOnPostgres(world)
  return { settings: { DATABASE_URL: address }, drop }
}
