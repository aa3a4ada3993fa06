import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '#testing/free-port.ts'

export interface Served extends AsyncDisposable {
  origin: string
}

/**
 * Starts a program that serves at PORT, in a process of its own so that whoever measures does not slow it, and waits until it answers.
 * @throws Error with what it said when it stops instead.
 */
export async function serve(program: string, settings: Record<string, string> = {}): Promise<Served> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const env = { ...process.env, DATABASE_URL: '', SMTP_URL: '', CHECK_REPLIES: '', PORT: String(port), SITE_ORIGIN: origin, ...settings }
  const server = spawn(process.execPath, [program], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const gone = once(server, 'exit')
  while (!(await answers(`${origin}/api/health`))) {
    if (server.exitCode !== null) throw new Error(`${program} stopped while starting: ${said}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    origin,
    [Symbol.asyncDispose]: async () => {
      server.kill('SIGKILL')
      await gone
    },
  }
}

const answers = (address: string) =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
  )
