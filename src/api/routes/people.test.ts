import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

describe.each(homes)('people over $name', (home) => {
  let api: StartedApi
  beforeAll(async () => {
    api = await startApi(home)
  })
  afterAll(() => api.stop())

  const profile = { name: 'Amara Okafor', phone: null, region: 'north-east', roles: ['chair'] }

  test('a learner changes their profile and a coordinator reads in the history who did it', async () => {
    const learner = await api.add({ name: 'Amara Okafor' })
    const coordinator = await api.addOf('coordinator')
    const saved = await api.ask('PUT', `/people/${learner.person.id}/profile`, {
      as: learner.session,
      ifMatch: learner.person.version,
      body: profile,
    })
    expect(saved.status).toBe(200)
    expect(saved.body).toMatchObject({ region: 'north-east', roles: ['chair'], version: learner.person.version + 1 })
    expect(saved.headers.get('etag')).toBe(`"${saved.body.version}"`)
    const history = await api.ask('GET', `/people/${learner.person.id}/history`, { as: coordinator.session })
    expect(history.body.events[0]).toMatchObject({
      action: 'profile-changed',
      by: { name: 'Amara Okafor' },
      changes: [
        { field: 'region', from: null, to: 'north-east' },
        { field: 'roles', from: '', to: 'chair' },
      ],
    })
  })

  test('of eight writers with one ETag one wins and seven get 412 with the record as it is now', async () => {
    const learner = await api.add()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        api.ask('PUT', `/people/${learner.person.id}/profile`, { as: learner.session, ifMatch: 1, body: { ...profile, name: `Writer ${index}` } }),
      ),
    )
    const winner = answers.find(({ status }) => status === 200)
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412, 412, 412, 412, 412])
    for (const { body } of answers.filter(({ status }) => status === 412))
      expect(body.current).toMatchObject({ id: learner.person.id, name: winner?.body.name, version: 2 })
  })

  test('a change without If-Match is refused with 428, and a weak tag counts as its version', async () => {
    const { person, session } = await api.add()
    expect((await api.ask('PUT', `/people/${person.id}/profile`, { as: session, body: profile })).status).toBe(428)
    expect((await api.ask('PUT', `/people/${person.id}/profile`, { as: session, body: profile, headers: { 'if-match': 'W/"1"' } })).status).toBe(200)
  })

  test('an unknown id, an impossible id and someone else’s record get the same 404', async () => {
    const one = await api.add()
    const other = await api.add()
    const answers = await Promise.all(
      [other.person.id, '01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e', 'not-an-id'].map((id) => api.ask('GET', `/people/${id}`, { as: one.session })),
    )
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })

  test.each([
    ['malformed JSON', { text: '{"name":' }, 400],
    ['another media type', { text: 'name=A', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['a body over 1 MB', { text: JSON.stringify({ name: 'a'.repeat(1_100_000) }) }, 413],
    ['an unknown member', { body: { ...profile, admin: true } }, 422],
    ['a wrong type', { body: { ...profile, roles: 'chair' } }, 422],
    ['no body', {}, 422],
  ])('%s gets a problem that says so', async (_, sent, status) => {
    const { person, session } = await api.add()
    const answer = await api.ask('PUT', `/people/${person.id}/profile`, { as: session, ifMatch: 1, ...sent })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.body.title).toBeTruthy()
  })
})
