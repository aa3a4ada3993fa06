import { createServer, type Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { runDueJobs } from './jobs.ts'
import { mailSender } from './mail-sender.ts'

describe.each(homes)('what the server does by itself, over $name', (home) => {
  let api: StartedApi
  beforeEach(async () => (api = await startApi(home)))
  afterEach(() => api.stop())

  test('mail waits in the outbox while the mail server is away, and is sent once when it is back', async () => {
    await api.ask('POST', '/accounts', { body: { name: 'Some Body', email: 'some.body@example.org', passphrase: null } })
    const away: unknown[] = []
    const mailbox = await listen(0)
    const { port } = mailbox.server.address() as { port: number }
    await mailbox.close()
    const send = mailSender(api.db, api.clock, { address: `smtp://127.0.0.1:${port}`, from: 'pool@example.org' }, (error) => away.push(error))
    await send()
    expect(away).toHaveLength(1)
    const back = await listen(port)
    await send()
    await send()
    await back.close()
    expect(back.received).toHaveLength(1)
    expect(back.received[0]).toMatch(/To: some\.body@example\.org/)
    expect(back.received[0]).toMatch(/Subject: Confirm your e-mail address/)
    const rows = await api.db.selectFrom('mail').select('sent_at').execute()
    expect(rows.map(({ sent_at }) => sent_at)).toEqual([api.clock.now().toISOString()])
  })

  test('two servers that look at the same moment do each job once', async () => {
    await Promise.all([runDueJobs(api.deps), runDueJobs(api.deps)])
    await runDueJobs(api.deps)
    const jobs = await api.db.selectFrom('job').select(['kind', 'tries']).orderBy('kind').execute()
    expect(jobs.filter(({ tries }) => tries > 0)).toEqual([
      { kind: 'evidence', tries: 1 },
      { kind: 'framework-retirement', tries: 1 },
      { kind: 'retention', tries: 1 },
    ])
  })
})

/** A mail server that takes everything, in the few words of SMTP that a client needs. */
async function listen(port: number) {
  const received: string[] = []
  const server: Server = createServer((socket) => {
    let data: string | null = null
    socket.write('220 here\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      if (data !== null) {
        data += chunk.toString()
        if (!data.endsWith('\r\n.\r\n')) return
        received.push(data)
        data = null
        socket.write('250 taken\r\n')
        return
      }
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        if (line === 'DATA') data = ''
        if (line === 'QUIT') return socket.end('221 bye\r\n')
        socket.write(line === 'DATA' ? '354 go on\r\n' : '250 well\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { server, received, close: () => new Promise((resolve) => server.close(resolve)) }
}
