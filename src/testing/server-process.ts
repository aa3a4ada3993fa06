import { type ChildProcess, spawn } from 'node:child_process'

export interface ServerProcess {
  process: ChildProcess
  /** What it has written so far. */
  said: () => string
  /** Ends it as a crash would, and waits until it is gone. */
  kill: () => Promise<void>
}

/**
 * Starts the product's own server with these settings and none of the caller's that would change where it keeps things. Resolves once it answers.
 * @throws Error with what it said, when it ends instead.
 */
export async function startServerProcess(settings: Record<string, string>): Promise<ServerProcess> {
  const server = spawn(process.execPath, ['src/server/main.ts'], {
    env: { ...process.env, DATABASE_URL: '', SMTP_URL: '', DEMO: '', HOST: '127.0.0.1', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  server.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    // It says where it is once it answers.
    server.stdout.on('data', () => said.includes('Panel Pool is at') && resolve())
    void gone.then(() => reject(new Error(`The server stopped while starting: ${said}`)))
  })
  return {
    process: server,
    said: () => said,
    kill: async () => {
      server.kill('SIGKILL')
      await gone
    },
  }
}
