import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import type { Database } from './repository/database.ts'
import { sweep } from './retention.ts'

const day = 24 * 60

describe.each(homes)('what time deletes, over $name', (home) => {
  let api: StartedApi
  beforeEach(async () => (api = await startApi(home)))
  afterEach(() => api.stop())

  const count = async (table: keyof Database) =>
    (
      await api.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('rows'))
        .execute()
    )[0]?.rows
  const rows = async (table: keyof Database) => Number(await count(table))
  const swept = () => sweep(api.db, api.clock.now())
  const set = (key: string, value: number) => api.db.insertInto('setting').values({ key, value, updated_at: api.clock.now().toISOString() }).execute()

  test('guesses and kept answers go after a day, and not before', async () => {
    await api.ask('POST', '/sign-in-links', { body: { email: 'nobody@example.org' }, headers: { 'idempotency-key': 'kept-for-a-day' } })
    api.clock.pass(day - 1)
    await swept()
    expect([await rows('idempotency'), (await rows('guess')) > 0]).toEqual([1, true])
    api.clock.pass(1)
    await swept()
    expect([await rows('idempotency'), await rows('guess')]).toEqual([0, 0])
  })

  test('sessions and links go when their time is up', async () => {
    const { account } = await api.add({ email: 'asks@example.org' })
    await api.ask('POST', '/sign-in-links', { body: { email: 'asks@example.org' } })
    await swept()
    expect([await rows('session'), await rows('link')]).toEqual([1, 1])
    api.clock.pass(60)
    await swept()
    expect([await rows('session'), await rows('link')]).toEqual([1, 0])
    api.clock.pass(14 * day)
    await swept()
    expect(await rows('session')).toBe(0)
    expect((await api.db.selectFrom('account').select('id').execute()).map(({ id }) => id)).toEqual([account.id])
  })

  test('mails go after the days that the setting says', async () => {
    await api.add({ email: 'asks@example.org' })
    await api.ask('POST', '/sign-in-links', { body: { email: 'asks@example.org' } })
    await set('mail-kept-days', 3)
    api.clock.pass(3 * day - 1)
    await swept()
    expect(await rows('mail')).toBe(1)
    api.clock.pass(1)
    await swept()
    expect(await rows('mail')).toBe(0)
  })

  test('the account of what was done goes after the months that the setting says', async () => {
    const { person, session } = await api.add()
    await api.ask('PUT', `/people/${person.id}/profile`, {
      as: session,
      ifMatch: 1,
      body: { name: 'Another Name', phone: null, region: null, roles: [] },
    })
    await set('audit-kept-months', 12)
    const before = await rows('audit_event')
    api.clock.pass(364 * day)
    await swept()
    expect(await rows('audit_event')).toBe(before)
    api.clock.pass(2 * day)
    await swept()
    expect(await rows('audit_event')).toBe(0)
  })

  test('somebody whose address was never confirmed is erased after 14 days; somebody who confirmed it is not', async () => {
    const confirmed = await api.add({ name: 'Stays Here' })
    await api.ask('POST', '/accounts', { body: { name: 'Never Came', email: 'never.came@example.org' } })
    api.clock.pass(14 * day - 1)
    await swept()
    expect(await rows('account')).toBe(2)
    api.clock.pass(1)
    await swept()
    const left = await api.db.selectFrom('person').select(['name', 'email']).where('id', '<>', confirmed.person.id).execute()
    expect(left).toEqual([{ name: 'A person since erased', email: null }])
    expect((await api.db.selectFrom('account').select('id').execute()).map(({ id }) => id)).toEqual([confirmed.account.id])
  })

  test('an invitation that nobody accepts is erased 14 days after it was last sent', async () => {
    const administrator = await api.addOf('administrator')
    await set('session-days', 90)
    const as = (await api.add({ roles: [{ role: 'administrator', region: null }] })).session
    const body = { name: 'Never Came', email: 'never.came@example.org', role: 'assessor', region: null }
    const { body: invited } = await api.ask('POST', '/invitations', { as: administrator.session, body })
    api.clock.pass(13 * day)
    await api.db.updateTable('session').set({ seen_at: api.clock.now().toISOString() }).execute()
    expect((await api.ask('POST', `/accounts/${invited.id}/invitation`, { as })).status).toBe(200)
    const there = async () => (await api.db.selectFrom('account').select('id').where('id', '=', invited.id).execute()).length === 1
    api.clock.pass(14 * day - 1)
    await swept()
    expect(await there()).toBe(true)
    api.clock.pass(1)
    await swept()
    expect(await there()).toBe(false)
    expect(JSON.stringify(await api.db.selectFrom('person').selectAll().execute())).not.toContain('Never Came')
  })

  test('with a long setting for invitations, one whose link still works is kept', async () => {
    const administrator = await api.addOf('administrator')
    await set('invitation-days', 60)
    const body = { name: 'Still Thinking', email: 'still.thinking@example.org', role: 'assessor', region: null }
    const { body: invited } = await api.ask('POST', '/invitations', { as: administrator.session, body })
    const there = async () => (await api.db.selectFrom('account').select('id').where('id', '=', invited.id).execute()).length === 1
    api.clock.pass(60 * day - 1)
    await swept()
    expect(await there()).toBe(true)
    api.clock.pass(1)
    await swept()
    expect(await there()).toBe(false)
  })
})
