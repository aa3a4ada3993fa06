import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepRegister } from '#api/repository/organisations.ts'
import { content } from '#content/content.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

describe.each(homes)('the register over $name', (home) => {
  let api: StartedApi
  let keeper: Someone
  let coordinator: Someone
  beforeEach(async () => {
    api = await startApi(home)
    await keepRegister(api.db, content.organisations)
    keeper = await api.addOf('administrator')
    coordinator = await api.addOf('coordinator', 'south-east')
  })
  afterEach(() => api.stop())

  const list = async (query: string) => (await api.ask('GET', `/register?${query}`, { as: coordinator.session })).body
  const read = async (id: string, as = coordinator) => (await api.ask('GET', `/register/${id}`, { as: as.session })).body
  const add = (body: object) =>
    api.ask('POST', `/register`, { as: keeper.session, body: { kind: 'company', region: 'north-east', areas: [], ...body } })
  const addTo = (id: string, ifMatch: number, body: object) => api.ask('POST', `/register/${id}/additions`, { as: keeper.session, ifMatch, body })
  const names = ({ organisations }: { organisations: { name: string }[] }) => organisations.map(({ name }) => name)

  test('it is searched by any name, and filtered by kind, region and area, page by page', async () => {
    expect(names(await list('name=gmp'))).toEqual(['Greater Manchester Police'])
    expect(names(await list('area=kent-county-council&kind=police'))).toEqual(['Kent Police'])
    expect(names(await list('area=kent-county-council&name=county'))).toEqual(['Kent County Council'])
    const first = await list('kind=local-authority&region=london')
    expect([first.organisations.length, first.total]).toEqual([25, 33])
    const second = await list(`kind=local-authority&region=london&after=${first.next}`)
    expect([second.organisations.length, second.next]).toEqual([8, null])
    expect(await list(`kind=local-authority&region=london&before=${second.previous}`)).toMatchObject({ organisations: first.organisations })
  })

  test('an organisation shows what it serves, what it became, what became it, and how many people within reach are tied to it', async () => {
    expect(await read('kent-police')).toMatchObject({ areas: [{ area: 'Kent' }, { area: 'Medway' }], tied: 0 })
    expect((await read('cumbria-county-council')).successors).toMatchObject([
      { name: 'Cumberland Council', from: '2023-04-01' },
      { name: 'Westmorland and Furness Council' },
    ])
    expect((await read('cumberland-council')).predecessors).toMatchObject([{ name: 'Cumbria County Council' }])
    expect((await read('kent-county-council')).servedBy).toContainEqual({ id: 'kent-police', name: 'Kent Police', kind: 'police' })
    for (const [region, standing] of [
      ['south-east', 'active'],
      ['south-east', 'enquirer'],
      ['london', 'active'],
    ] as const) {
      const { session } = await api.add({ profile: { region }, standing })
      const body = { organisationId: 'kent-police', freeName: null, kind: 'employer', from: '2012-09-01', to: null }
      await api.ask('POST', '/affiliations', { as: session, body })
    }
    expect((await read('kent-police')).tied).toBe(1)
    expect((await read('kent-police', keeper)).tied).toBe(2)
    expect((await api.ask('GET', '/register/no-such-body', { as: coordinator.session })).status).toBe(404)
  })

  test('an administrator adds an organisation once, with the areas it serves', async () => {
    const { status, body } = await add({ name: 'Northwick Children’s Trust', areas: ['durham-county-council'] })
    expect([status, body.id, body.local, body.areas]).toEqual([
      201,
      'northwick-children-s-trust',
      true,
      [{ id: 'durham-county-council', area: 'County Durham' }],
    ])
    expect(names(await list('area=durham-county-council&kind=company'))).toEqual(['Northwick Children’s Trust'])
    const same = await add({ name: 'Kent  Police' })
    expect([same.status, same.body.errors]).toEqual([422, [{ pointer: '/name', detail: 'The register already has Kent Police' }]])
    expect((await add({ name: 'A body', areas: ['kent-police'] })).body.errors).toMatchObject([{ pointer: '/areas' }])
  })

  test('another name, an area and a merger are added, outlast a newer register, and are taken back', async () => {
    await addTo('kent-police', 1, { kind: 'other-name', name: 'Kent County Constabulary' })
    expect(names(await list('name=county constabulary'))).toEqual(['Kent Police'])
    await addTo('kent-police', 2, { kind: 'area', areaId: 'surrey-county-council' })
    const merged = await addTo('kent-police', 3, { kind: 'successor', organisationId: 'sussex-police', from: '2027-04-01' })
    expect([merged.status, merged.body.version, merged.body.successors]).toEqual([
      201,
      4,
      [{ id: 'sussex-police', name: 'Sussex Police', from: '2027-04-01' }],
    ])
    await keepRegister(api.db, content.organisations)
    const kept = await read('kent-police')
    expect(kept).toMatchObject({ otherNames: ['Kent County Constabulary'], successors: [{ id: 'sussex-police' }] })
    expect(kept.areas).toHaveLength(3)
    let version = 4
    for (const addition of kept.additions)
      await api.ask('DELETE', `/register/kent-police/additions/${addition.id}`, { as: keeper.session, ifMatch: version++ })
    expect(await read('kent-police')).toMatchObject({ otherNames: [], successors: [], additions: [], version: 7 })
    expect((await read('kent-police')).areas).toHaveLength(2)
  })

  test('of two administrators who add to one organisation, the second is told what it is now', async () => {
    await addTo('kent-police', 1, { kind: 'other-name', name: 'First' })
    const second = await addTo('kent-police', 1, { kind: 'other-name', name: 'Second' })
    expect([second.status, second.body.current.otherNames]).toEqual([412, ['First']])
  })

  test.each([
    [{ kind: 'other-name', name: 'KENT POLICE' }, '/name'],
    [{ kind: 'other-name', name: ' ' }, '/name'],
    [{ kind: 'area', areaId: 'kent-county-council' }, '/areaId'],
    [{ kind: 'area', areaId: 'sussex-police' }, '/areaId'],
    [{ kind: 'successor', organisationId: 'kent-police', from: '2027-04-01' }, '/organisationId'],
    [{ kind: 'successor', organisationId: 'no-such-body', from: '2027-04-01' }, '/organisationId'],
    [{ kind: 'successor', organisationId: 'sussex-police', from: 'soon' }, '/from'],
  ])('%j is refused at %s', async (given, pointer) => {
    const { status, body } = await addTo('kent-police', 1, given)
    expect(status).toBe(422)
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer])
  })

  test('a merger back into what became part of it is refused', async () => {
    const { body } = await addTo('dorset-council', 1, { kind: 'successor', organisationId: 'dorset-county-council', from: '2027-04-01' })
    expect(body.errors).toEqual([{ pointer: '/organisationId', detail: 'These two would have become part of each other' }])
  })

  test('what is added is accounted for', async () => {
    await add({ name: 'Northwick Trust' })
    await addTo('kent-police', 1, { kind: 'other-name', name: 'KP' })
    const events = await api.db
      .selectFrom('audit_event')
      .select(['action', 'record_id', 'by_person_id'])
      .where('record', '=', 'organisation')
      .orderBy('id')
      .execute()
    expect(events).toEqual([
      { action: 'organisation-added', record_id: 'northwick-trust', by_person_id: keeper.person.id },
      { action: 'organisation-addition', record_id: 'kent-police', by_person_id: keeper.person.id },
    ])
  })
})
