import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

describe.each(homes)('tags over $name', (home) => {
  let api: StartedApi
  let session: string
  beforeAll(async () => {
    api = await startApi(home)
    session = (await api.addOf('coordinator')).session
  })
  afterAll(() => api.stop())

  test('are put on people, found on the roster whatever their case, and taken away; both are accounted for', async () => {
    const { person } = await api.add({ name: 'Tagged Someone', standing: 'active', profile: { region: 'london' } })
    const add = (tag: string, readWarning = false) => api.ask('POST', `/people/${person.id}/tags`, { as: session, body: { tag, readWarning } })
    expect((await add('Élan vital')).body.tags).toMatchObject([{ tag: 'Élan vital', by: 'Some coordinator' }])
    // The same again is the same.
    expect((await add('elan VITAL')).body.tags).toHaveLength(1)
    const roster = (await api.ask('GET', '/people?tag=ELAN%20vital', { as: session })).body
    expect(roster).toMatchObject({ total: 1, people: [{ id: person.id }], tags: { [person.id]: ['Élan vital'] } })
    expect((await api.ask('GET', '/people?tag=nothing', { as: session })).body.total).toBe(0)
    expect((await api.ask('GET', '/tags', { as: session })).body.tags).toEqual([{ tag: 'Élan vital', people: 1 }])
    expect((await api.ask('GET', '/tags', { as: (await api.addOf('coordinator', 'north-east')).session })).body.tags).toEqual([])
    const tagId = (await api.ask('GET', `/people/${person.id}/tags`, { as: session })).body.tags[0].id
    const remove = () => api.ask('DELETE', `/people/${person.id}/tags/${tagId}`, { as: session })
    expect((await remove()).body.tags).toEqual([])
    expect((await remove()).status).toBe(404)
    const { events } = (await api.ask('GET', `/people/${person.id}/history`, { as: session })).body
    expect(events.slice(0, 2).map(({ action }: { action: string }) => action)).toEqual(['tag-removed', 'tag-added'])
  })

  test('warn about names, take no commas, and stay out of what members see of others', async () => {
    const someone = await api.add({ standing: 'active', profile: { region: 'london' } })
    const add = (body: object) => api.ask('POST', `/people/${someone.person.id}/tags`, { as: session, body })
    expect(await add({ tag: 'Knows Child B', readWarning: false })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/readWarning' }] } })
    expect((await add({ tag: 'Knows Child B', readWarning: true })).status).toBe(201)
    expect((await add({ tag: 'one, two', readWarning: false })).status).toBe(422)
    expect((await api.ask('GET', `/people/${someone.person.id}/tags`, { as: someone.session })).status).toBe(403)
    const record = (await api.ask('GET', `/people/${someone.person.id}/record`, { as: someone.session })).body
    expect(JSON.stringify(record)).toContain('Knows Child B')
  })
})
