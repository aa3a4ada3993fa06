import { type AddressInfo, createServer, type Server } from 'node:net'
import { runDueJobs } from '#api/due-jobs.ts'
import { freePort } from '#testing/free-port.ts'
import { afterEach, assert, beforeEach, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { mailSender } from './mail-sender.ts'

describe.each(homes)('what the server does by itself, over $name', (home) => {
  let api: StartedApi
  beforeEach(async () => (api = await startApi(home)))
  afterEach(() => api.stop())

  test('mail waits in the outbox while the mail server is away, and is sent once when it is back', async () => {
    await api.ask('POST', '/accounts', { body: { name: 'Some Body', email: 'some.body@example.org' } })
    const away: string[] = []
    const port = await freePort()
    const send = mailSender(api.db, api.clock, { address: `smtp://127.0.0.1:${port}`, from: 'pool@example.org' }, (error) => away.push(error))
    await send()
    expect(away).toEqual([expect.stringMatching(/^The mail [0-9a-f-]{36} was not taken at try 1: ESOCKET$/)])
    await send()
    expect(away).toHaveLength(1)
    api.clock.pass(1)
    const back = await listen(port)
    await send()
    await send()
    await back.close()
    expect(back.received).toHaveLength(1)
    expect(back.received[0]).toMatch(/To: some\.body@example\.org/)
    expect(back.received[0]).toMatch(/Subject: Confirm your e-mail address/)
    expect(await api.db.selectFrom('mail').select(['sent_at', 'text']).execute()).toEqual([{ sent_at: api.clock.now().toISOString(), text: '' }])
  })

  test('a mail server that is away for a day gets the mail when it is back; one away for longer leaves it to an administrator', async () => {
    const served = await startApi(home, { db: api.db, clock: api.clock, site: { ...api.deps.site, keepsMail: false } })
    const mails = async () => (await served.ask('GET', '/mail', { as: (await api.addOf('administrator')).session })).body.mails
    await api.ask('POST', '/accounts', { body: { name: 'Some Body', email: 'some.body@example.org' } })
    const port = await freePort()
    const send = mailSender(api.db, api.clock, { address: `smtp://127.0.0.1:${port}`, from: 'pool@example.org' }, () => undefined)
    for (let minute = 0; minute < 24 * 60; minute += 15) {
      await send()
      api.clock.pass(15)
    }
    expect(await mails()).toMatchObject([{ state: 'waiting', text: null }])
    const again = (id: string, as: string) => served.ask('POST', `/mail/${id}/sending`, { as })
    const [waiting] = await mails()
    const as = (await api.addOf('administrator')).session
    expect((await again(waiting.id, as)).status).toBe(409)
    for (let minute = 0; minute < 24 * 60; minute += 15) {
      await send()
      api.clock.pass(15)
    }
    expect(await mails()).toMatchObject([{ state: 'given-up', text: null }])
    const back = await listen(port)
    await send()
    expect(back.received).toEqual([])
    const tried = await again(waiting.id, (await api.addOf('administrator')).session)
    expect(tried).toMatchObject({ status: 200, body: { state: 'waiting' } })
    await send()
    await back.close()
    expect(back.received).toHaveLength(1)
    expect(await mails()).toMatchObject([{ state: 'sent' }])
  })

  test('what a mail server says when it refuses an address is not repeated in the log', async () => {
    await api.ask('POST', '/accounts', { body: { name: 'Some Body', email: 'some.body@example.org' } })
    const said: string[] = []
    const refusing = await listen(0, (line) => (line.startsWith('RCPT') ? '550 5.1.1 <some.body@example.org> is unknown here' : undefined))
    const { port } = refusing.server.address() as AddressInfo
    await mailSender(api.db, api.clock, { address: `smtp://127.0.0.1:${port}`, from: 'pool@example.org' }, (line) => said.push(line))()
    await refusing.close()
    expect(said).toEqual([expect.stringMatching(/was not taken at try 1: EENVELOPE 550$/)])
  })

  test('two servers on one database send each mail once', async () => {
    for (let one = 0; one < 8; one++) {
      await api.ask('POST', '/accounts', { body: { name: 'Some Body', email: `some.body.${one}@example.org` } })
    }
    const mailbox = await listen(0)
    const { port } = mailbox.server.address() as AddressInfo
    const sender = () => mailSender(api.db, api.clock, { address: `smtp://127.0.0.1:${port}`, from: 'pool@example.org' }, (line) => assert.fail(line))
    await Promise.all([sender()(), sender()()])
    await mailbox.close()
    const to = mailbox.received.map((mail) => /^To: (.*)$/m.exec(mail)?.[1]?.trim())
    expect(to.toSorted()).toEqual(Array.from({ length: 8 }, (_, one) => `some.body.${one}@example.org`))
  })

  test('two servers that look at the same moment do each job once', async () => {
    await Promise.all([runDueJobs(api.deps), runDueJobs(api.deps)])
    await runDueJobs(api.deps)
    const jobs = await api.db.selectFrom('job').select(['kind', 'tries']).orderBy('kind').execute()
    expect(jobs.filter(({ tries }) => tries > 0)).toEqual([
      { kind: 'certificate-reminders', tries: 1 },
      { kind: 'certificates', tries: 1 },
      { kind: 'check-reminders', tries: 1 },
      { kind: 'evidence', tries: 1 },
      { kind: 'framework-retirement', tries: 1 },
      { kind: 'remarks', tries: 1 },
      { kind: 'retention', tries: 1 },
      { kind: 'still-right', tries: 1 },
      { kind: 'verification-lapse', tries: 1 },
    ])
  })
})

/** A mail server that takes everything, in the few words of SMTP that a client needs. */
async function listen(port: number, answer: (line: string) => string | undefined = () => undefined) {
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
        socket.write(`${answer(line) ?? (line === 'DATA' ? '354 go on' : '250 well')}\r\n`)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { server, received, close: () => new Promise((resolve) => server.close(resolve)) }
}
