import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

describe.each(homes)('views of the roster over $name', (home) => {
  let api: StartedApi
  beforeAll(async () => {
    api = await startApi(home)
  })
  afterAll(() => api.stop())

  const view = (changed: object = {}) => ({
    name: 'Chairs here',
    search: '?role=chair&region=north-east',
    shared: false,
    readWarning: false,
    ...changed,
  })

  test('are kept, renamed, given other filters and deleted; a second tab is told when it is late', async () => {
    const { session: as } = await api.addOf('coordinator')
    const { status, body: kept } = await api.ask('POST', '/roster-views', { as, body: view() })
    expect(status).toBe(201)
    expect(kept).toMatchObject({ name: 'Chairs here', search: '?role=chair&region=north-east', shared: false, owner: null, version: 1 })
    expect(await api.ask('POST', '/roster-views', { as, body: view({ name: 'chairs HERE' }) })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/name' }] },
    })
    const save = (ifMatch: number, changed: object) => api.ask('PUT', `/roster-views/${kept.id}`, { as, ifMatch, body: view(changed) })
    expect((await save(1, { name: 'All chairs', search: '?role=chair&sort=-name' })).body).toMatchObject({ name: 'All chairs', version: 2 })
    expect(await save(1, { name: 'Late' })).toMatchObject({ status: 412, body: { current: { name: 'All chairs', version: 2 } } })
    expect((await api.ask('DELETE', `/roster-views/${kept.id}`, { as, ifMatch: 1 })).status).toBe(412)
    expect((await api.ask('DELETE', `/roster-views/${kept.id}`, { as, ifMatch: 2 })).status).toBe(200)
    expect((await api.ask('GET', '/roster-views', { as })).body.views).toEqual([])
  })

  test('that are shared are seen by every coordinator and changed by their owner alone', async () => {
    const [owner, other] = [await api.addOf('coordinator'), await api.addOf('coordinator', 'london')]
    const { body: shared } = await api.ask('POST', '/roster-views', { as: owner.session, body: view({ shared: true }) })
    await api.ask('POST', '/roster-views', { as: owner.session, body: view({ name: 'My own' }) })
    const { views } = (await api.ask('GET', '/roster-views', { as: other.session })).body
    expect(views).toMatchObject([{ id: shared.id, owner: owner.person.name }])
    const change = { as: other.session, ifMatch: 1, body: view({ name: 'Taken over' }) }
    expect((await api.ask('PUT', `/roster-views/${shared.id}`, change)).status).toBe(404)
    expect((await api.ask('DELETE', `/roster-views/${shared.id}`, change)).status).toBe(404)
    expect((await api.ask('POST', '/roster-views', { as: other.session, body: view() })).status).toBe(201)
  })

  test.each([
    ['a page of the list', { search: '?role=chair&after=abc' }, '/search'],
    ['an address elsewhere', { search: 'https://example.org' }, '/search'],
    ['no name', { name: ' ' }, '/name'],
    ['a name of a case', { name: 'For Child B' }, '/readWarning'],
  ])('refuse %s', async (_, changed, pointer) => {
    const { session: as } = await api.addOf('coordinator')
    expect(await api.ask('POST', '/roster-views', { as, body: view(changed) })).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
  })
})
