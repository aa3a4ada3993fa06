import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

describe.each(homes)('keeping accounts over $name', (home) => {
  let api: StartedApi
  let administrator: string
  beforeAll(async () => {
    api = await startApi(home)
    administrator = (await api.addOf('administrator')).session
  })
  afterAll(() => api.stop())

  const invite = (email: string, name = 'Bryn Pritchard') =>
    api.ask('POST', '/invitations', { as: administrator, body: { name, email, role: 'assessor', region: null } })

  test('an invitation is withdrawn: its link stops working, nothing of the person is left, and they can be invited again', async () => {
    const { body: invited } = await invite('withdrawn@example.org', 'Withdrawn Guest')
    const { text } = await api.db.selectFrom('mail').select('text').where('to_address', '=', 'withdrawn@example.org').executeTakeFirstOrThrow()
    const token = /#(\S+)/.exec(text)?.[1] ?? ''
    const withdrawn = await api.ask('DELETE', `/accounts/${invited.id}/invitation`, { as: administrator, ifMatch: invited.version })
    expect(withdrawn.status).toBe(200)
    expect((await api.ask('POST', '/links/look', { body: { token } })).status).toBe(404)
    expect((await api.ask('GET', `/accounts/${invited.id}`, { as: administrator })).status).toBe(404)
    for (const table of ['person', 'mail', 'account', 'audit_event'] as const)
      expect(JSON.stringify(await api.db.selectFrom(table).selectAll().execute())).not.toMatch(/withdrawn@example|Withdrawn Guest/)
    const actions = await api.db.selectFrom('audit_event').select('action').where('person_id', '=', invited.personId).orderBy('id').execute()
    expect(actions.map(({ action }) => action)).toEqual(['invitation-sent', 'invitation-withdrawn', 'person-erased'])
    expect((await invite('withdrawn@example.org')).status).toBe(201)
  })

  test('an invitation that was accepted can no longer be withdrawn, and the answer names what can be done', async () => {
    const { account } = await api.add()
    const refused = await api.ask('DELETE', `/accounts/${account.id}/invitation`, { as: administrator, ifMatch: account.version })
    expect(refused).toMatchObject({ status: 409, body: { allowed: ['suspended'] } })
  })

  test('whoever changes an account that changed since they read it gets it as it is now', async () => {
    const { body: invited } = await invite('changed@example.org')
    const { body: again } = await api.ask('POST', `/accounts/${invited.id}/invitation`, { as: administrator })
    expect(again.version).toBe(invited.version + 1)
    for (const [method, path, body] of [
      ['DELETE', 'invitation', undefined],
      ['PUT', 'suspension', { reason: 'Left the partnership' }],
      ['DELETE', 'suspension', undefined],
      ['DELETE', 'second-factor', undefined],
    ] as const) {
      const stale = await api.ask(method, `/accounts/${invited.id}/${path}`, { as: administrator, ifMatch: invited.version, body })
      expect(stale, `${method} ${path}`).toMatchObject({ status: 412, body: { current: { id: invited.id, version: again.version } } })
      const without = await api.ask(method, `/accounts/${invited.id}/${path}`, { as: administrator, body })
      expect(without.status, `${method} ${path}`).toBe(428)
    }
  })

  test('of five that ask for an account with one address at once, each is told the same, and one account is made', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        api.ask('POST', '/accounts', {
          body: { name: 'At Once', email: 'at.once@example.org' },
          headers: { 'idempotency-key': `sign-up-number-${index}` },
          address: `192.0.2.${index}`,
        }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202])
    expect(await api.db.selectFrom('person').select('id').where('email', '=', 'at.once@example.org').execute()).toHaveLength(1)
  })

  test('of five invitations to one address at once one is sent, and the others are told so at the field', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => invite('invited.at.once@example.org')))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422, 422, 422, 422])
    for (const { body } of answers.filter(({ status }) => status === 422)) expect(body.errors).toMatchObject([{ pointer: '/email' }])
    expect(await api.db.selectFrom('mail').select('id').where('to_address', '=', 'invited.at.once@example.org').execute()).toHaveLength(1)
  })

  test.each([
    ['/sign-in-links', { email: 'asks.again@example.org' }],
    ['/accounts', { name: 'Asks Again', email: 'asks.again@example.org' }],
  ])('somebody who was invited and asks at %s gets a link to accept that works for seven days', async (path, body) => {
    const administers = (await api.addOf('administrator')).session
    await api.ask('POST', '/invitations', { as: administers, body: { name: 'Asks Again', email: body.email, role: 'assessor', region: null } })
    expect((await api.ask('POST', path, { body })).status).toBe(202)
    const mails = await api.db.selectFrom('mail').selectAll().where('to_address', '=', body.email).orderBy('id', 'desc').execute()
    expect(mails[0]?.text).toContain('works once, for 7 days')
    const token = /#(\S+)/.exec(mails[0]?.text ?? '')?.[1] ?? ''
    api.clock.pass(6 * 24 * 60)
    expect((await api.ask('POST', '/links/look', { body: { token } })).body).toMatchObject({ kind: 'invitation', asksPassphrase: 'must' })
  })

  test.each([
    ['a name', '/accounts', { name: 'Nul \0 Byte', email: 'nul@example.org' }, '/name'],
    ['a name of two lines', '/accounts', { name: 'Two\nLines', email: 'nul@example.org' }, '/name'],
    ['an address', '/accounts', { name: 'Nul Byte', email: 'nul\0@example.org' }, '/email'],
    ['a passphrase', '/session', { email: 'nul@example.org', passphrase: 'twelve \0 or more' }, '/passphrase'],
  ])('%s with a character that cannot be kept is refused at its field', async (_, path, body, pointer) => {
    expect(await api.ask('POST', path, { body })).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
  })

  test('a cursor with a character that cannot be kept is one that this API did not write', async () => {
    const as = (await api.addOf('administrator')).session
    const cursor = btoa(JSON.stringify(['\0', '\0'])).replaceAll('=', '')
    expect((await api.ask('GET', `/accounts?after=${cursor}`, { as })).status).toBe(200)
  })

  test('of eight administrators that suspend one account at once one wins and seven get 412', async () => {
    const as = (await api.addOf('administrator')).session
    const { account } = await api.add()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        api.ask('PUT', `/accounts/${account.id}/suspension`, { as, ifMatch: account.version, body: { reason: `Reason ${index}` } }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412, 412, 412, 412, 412])
  })
})
