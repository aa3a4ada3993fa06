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

  test('of eight administrators that suspend one account at once one wins and seven get 412', async () => {
    const { account } = await api.add()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        api.ask('PUT', `/accounts/${account.id}/suspension`, { as: administrator, ifMatch: account.version, body: { reason: `Reason ${index}` } }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412, 412, 412, 412, 412])
  })
})
