import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepRegister } from '#api/repository/organisations.ts'
import { content } from '#content/content.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

describe.each(homes)('affiliations over $name', (home) => {
  let api: StartedApi
  let learner: Someone
  beforeEach(async () => {
    api = await startApi(home)
    await keepRegister(api.db, content.organisations)
    learner = await api.add()
  })
  afterEach(() => api.stop())

  const tie = (changed = {}) => ({
    organisationId: 'kent-county-council',
    freeName: null,
    kind: 'employer',
    from: '2012-09-01',
    to: null,
    ...changed,
  })
  const add = (changed = {}) => api.ask('POST', '/affiliations', { as: learner.session, body: tie(changed) })
  const read = async () => (await api.ask('GET', '/affiliations', { as: learner.session })).body
  const search = async (name: string) => (await api.ask('GET', `/organisations?name=${encodeURIComponent(name)}`, { as: learner.session })).body

  test('an organisation is found by any part of any of its names, with what it became part of', async () => {
    expect((await search('kent council')).organisations).toMatchObject([{ id: 'kent-county-council', kind: 'local-authority', region: 'south-east' }])
    expect((await search('gmp')).organisations).toMatchObject([{ name: 'Greater Manchester Police' }])
    expect((await search('dorset county council')).organisations).toMatchObject([
      { successors: [{ id: 'bournemouth-christchurch-and-poole-council' }, { id: 'dorset-council', from: '2019-04-01' }] },
    ])
    expect(await search('no such body')).toEqual({ organisations: [], total: 0 })
    const all = await search('')
    expect(all.organisations).toHaveLength(20)
    expect(all.total).toBe(content.organisations.length)
  })

  test('keeping the register again changes nothing and loses nobody’s tie', async () => {
    await add()
    await keepRegister(api.db, content.organisations)
    expect((await read()).affiliations).toMatchObject([{ name: 'Kent County Council' }])
  })

  test('until somebody declares, nothing is known; "nothing to declare" is a declaration too', async () => {
    expect(await read()).toEqual({ affiliations: [], ties: [], declaredAt: null })
    const { body } = await api.ask('POST', '/affiliations/confirmation', { as: learner.session })
    expect(body).toEqual({ affiliations: [], ties: [], declaredAt: api.clock.now().toISOString() })
  })

  test('a tie is declared, ended and removed, and a stale change is refused with what it is now', async () => {
    const { status, body } = await add()
    expect([status, body.name, body.version]).toEqual([201, 'Kent County Council', 1])
    const end = (ifMatch: number, to: string) => api.ask('PUT', `/affiliations/${body.id}`, { as: learner.session, ifMatch, body: tie({ to }) })
    expect((await end(1, '2019-03-31')).body).toMatchObject({ to: '2019-03-31', version: 2 })
    const second = await end(1, '2020-03-31')
    expect([second.status, second.body.current.to]).toEqual([412, '2019-03-31'])
    const removed = await api.ask('DELETE', `/affiliations/${body.id}`, { as: learner.session, ifMatch: 2 })
    expect(removed.body.affiliations).toEqual([])
  })

  test('ties that go on come first', async () => {
    await add({ organisationId: 'essex-county-council', from: '2015-01-01', to: '2018-01-01' })
    await add({ from: '2010-01-01' })
    expect((await read()).affiliations.map(({ name }: { name: string }) => name)).toEqual(['Kent County Council', 'Essex County Council'])
  })

  test.each([
    [{ organisationId: null }, '/organisationId'],
    [{ organisationId: 'no-such-body' }, '/organisationId'],
    [{ from: '2030-01-01' }, '/from'],
    [{ from: 'last year' }, '/from'],
    [{ to: '2001-01-01' }, '/to'],
    [{ kind: 'friend' }, '/kind'],
  ])('%j is refused at %s', async (changed, pointer) => {
    const { status, body } = await add(changed)
    expect(status).toBe(422)
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer])
  })

  test('somebody says which assessor they know, takes it back, and cannot name anybody else', async () => {
    const { person: assessor } = await api.addOf('assessor')
    const declare = (personId: string) => api.ask('POST', '/ties', { as: learner.session, body: { personId, reason: 'We share an office' } })
    const { body } = await declare(assessor.id)
    expect(body.ties).toMatchObject([{ personId: assessor.id, name: assessor.name, reason: 'We share an office' }])
    expect((await declare((await api.add()).person.id)).body.errors[0].pointer).toBe('/personId')
    const left = await api.ask('DELETE', `/ties/${body.ties[0].id}`, { as: learner.session })
    expect(left.body.ties).toEqual([])
  })

  test('a coordinator does not read in a history who somebody is tied to', async () => {
    await add()
    const coordinator = await api.addOf('coordinator')
    const { status, body } = await api.ask('GET', `/people/${learner.person.id}/history`, { as: coordinator.session })
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toMatch(/Kent|affiliation/)
  })
})
