import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { firstAdministratorToken } from './first-administrator.ts'

describe.each(homes)('the first administrator over $name', (home) => {
  let api: StartedApi
  beforeEach(async () => (api = await startApi(home)))
  afterEach(() => api.stop())

  const start = async () => (await firstAdministratorToken(api.db, api.clock)) ?? ''
  const works = async (token: string) => (await api.ask('POST', '/links/look', { body: { token } })).status
  const details = { name: 'Ada Marchbanks', email: 'ada@example.org', passphrase: 'seven quiet herons wading' }
  const use = (token: string, changed: object = {}) => api.ask('POST', '/links/use', { body: { token, ...details, ...changed } })

  test('each start makes a new link, and earlier ones stop working', async () => {
    const [first, second] = [await start(), await start()]
    expect([await works(first), await works(second)]).toEqual([404, 200])
    expect(await api.db.selectFrom('account').select('id').execute()).toHaveLength(1)
  })

  test('the link works once, makes an administrator with the details that were entered, and no start makes another', async () => {
    const token = await start()
    const used = await use(token)
    expect(used).toMatchObject({ status: 201, body: { step: 'set-up-second-factor', account: { name: 'Ada Marchbanks' } } })
    expect((await use(token)).status).toBe(404)
    const person = await api.db.selectFrom('person').select(['name', 'name_key', 'email']).executeTakeFirstOrThrow()
    expect(person).toEqual({ name: 'Ada Marchbanks', name_key: 'ada marchbanks', email: 'ada@example.org' })
    expect(await firstAdministratorToken(api.db, api.clock)).toBeNull()
    expect((await api.ask('POST', '/session', { body: { email: details.email, passphrase: details.passphrase } })).status).toBe(201)
  })

  test('an address that has an account already is refused at its field, and the link still works', async () => {
    await api.add({ email: 'Ada@example.org' })
    const token = await start()
    expect(await use(token)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/email' }] } })
    expect((await use(token, { email: 'ada.at.work@example.org' })).status).toBe(201)
  })

  test('what is missing is said field by field, and the link still works', async () => {
    const token = await start()
    const bare = await api.ask('POST', '/links/use', { body: { token, passphrase: details.passphrase } })
    expect(bare.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/name', '/email'])
    expect(await use(token, { passphrase: 'password1234' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/passphrase' }] } })
    expect((await use(token)).status).toBe(201)
  })
})
