import { type ChildProcess, spawn } from 'node:child_process'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { worldFile } from './make-worlds.ts'

export interface RunningServer {
  origin: string
  /** Stops the process and leaves its database, as a crash would. */
  halt: () => Promise<void>
  /** Starts it again where it was. */
  resume: () => Promise<void>
  /** Stops it and removes its database. */
  stop: () => Promise<void>
}

/** The product's own server, on a copy of a world's database. */
export async function startServer(world: string): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'panel-pool-e2e-'))
  const file = join(folder, 'world.sqlite')
  await copyFile(worldFile(world), file)
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const run = () =>
    started({ PORT: String(port), SITE_ORIGIN: origin, DATABASE_FILE: file, FILES_FOLDER: join(folder, 'files'), DEMO: world, CHECK_REPLIES: '1' })
  let process = await run()
  const halt = async () => {
    const gone = new Promise((resolve) => process.once('exit', resolve))
    process.kill('SIGKILL')
    await gone
  }
  return {
    origin,
    halt,
    resume: async () => {
      process = await run()
    },
    stop: async () => {
      if (process.exitCode === null && process.signalCode === null) await halt()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function started(settings: Record<string, string>): Promise<ChildProcess> {
  const server = spawn('node', ['src/server/main.ts'], {
    env: { ...process.env, DATABASE_URL: '', SMTP_URL: '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  server.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  let ended = false
  server.once('exit', () => (ended = true))
  for (;;) {
    if (ended) throw new Error(`The server stopped while starting: ${said}`)
    const ready = await fetch(`${settings['SITE_ORIGIN']}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready) return server
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port was found'))))
    })
  })
