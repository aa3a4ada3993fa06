import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

describe.each(homes)('settings over $name', (home) => {
  let api: StartedApi
  let as: string
  beforeAll(async () => {
    api = await startApi(home)
    as = (await api.addOf('administrator')).session
  })
  afterAll(() => api.stop())

  const change = (key: string, ifMatch: number, value: unknown) => api.ask('PUT', `/settings/${key}`, { as, ifMatch, body: { value } })

  test('a setting that was never changed has version 0; of two who change it then, the second gets it as it is now', async () => {
    const { body } = await api.ask('GET', '/settings', { as })
    expect(body.settings).toContainEqual(expect.objectContaining({ key: 'session-days', version: 0, value: 14 }))
    const answers = await Promise.all([20, 30].map((value) => change('session-days', 0, value)))
    const saved = answers.find(({ status }) => status === 200)
    expect(answers.find(({ status }) => status === 412)?.body.current).toMatchObject({ key: 'session-days', version: 1, value: saved?.body.value })
  })

  test('a setting that changed since it was read is refused with its value now', async () => {
    expect((await change('mail-kept-days', 0, 40)).headers.get('etag')).toBe('"1"')
    expect((await change('mail-kept-days', 1, 50)).body).toMatchObject({ version: 2, value: 50 })
    expect(await change('mail-kept-days', 1, 60)).toMatchObject({ status: 412, body: { current: { version: 2, value: 50 } } })
    expect((await api.ask('PUT', '/settings/mail-kept-days', { as, body: { value: 60 } })).status).toBe(428)
  })

  test.each([0, 366, 1.5, '30'])('%o days is refused at the field, with what can be entered', async (value) => {
    const refused = await change('mail-kept-days', 2, value)
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/value' }] } })
  })

  test('a setting that there is none of is not there', async () => {
    expect((await change('no-such-setting', 0, 1)).status).toBe(404)
  })
})
