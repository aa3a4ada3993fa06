import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepRegister } from '#api/repository/organisations.ts'
import { aBody } from '#testing/a-body.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aCommitment, aReadyMember } from '#testing/ready-member.ts'

const input = { key: 'reviews-a-year', region: 'north-east', value: 6, basis: 'fact', source: 'Counted by the regional group', asOf: '2025-26' }

describe.each(homes)('cover over $name', (home) => {
  let api: StartedApi
  let coordinator: string
  beforeEach(async () => {
    api = await startApi(home)
    coordinator = (await api.addOf('coordinator')).session
  })
  afterEach(() => api.stop())

  const cover = async (query = '', as = coordinator) => (await api.ask('GET', `/cover${query}`, { as })).body
  const figures = async (region: string, query = '') => (await cover(query)).regions.find((one: { region: string }) => one.region === region).figures
  const tie = (personId: string, organisationId: string | null) =>
    api.db
      .insertInto('affiliation')
      .values({
        id: crypto.randomUUID(),
        person_id: personId,
        organisation_id: organisationId,
        free_name: organisationId ? null : 'A body',
        kind: 'employer',
        from_day: '2020-01-01',
        to_day: null,
        declared_at: api.clock.now().toISOString(),
      })
      .execute()

  test('counts those who could be appointed, with what they offer, and nobody who lacks something', async () => {
    await aReadyMember(api, { roles: ['chair'], mostReviews: 2, daysAMonth: 5 })
    await aReadyMember(api, { roles: ['chair', 'author'], mostReviews: 3, daysAMonth: 5 })
    await aReadyMember(api, { roles: ['author'], checkedOn: '2015-01-05' })
    await aReadyMember(api, { roles: ['chair'], standing: 'paused' })
    const { chair, author, reviewsAtOnce } = await figures('north-east')
    expect([chair.ready, author.ready]).toEqual([2, 1])
    // Five seats in all: the one who serves in both roles takes three of them, once.
    expect(chair.whole.binds === 'load' ? chair.whole.capacity + author.whole.capacity : 5).toBeCloseTo(5, 6)
    expect(reviewsAtOnce).toBe(2)
    expect((await figures('london')).chair.ready).toBe(0)
  })

  test('counts people under supervision by themselves', async () => {
    await aReadyMember(api, { standing: 'supervised' })
    expect((await figures('north-east')).chair).toMatchObject({ ready: 0, supervised: 1, whole: { capacity: 0 } })
  })

  test('on a later day nobody counts whose checks have run out by then', async () => {
    await aReadyMember(api)
    expect((await figures('north-east')).chair.ready).toBe(1)
    expect((await figures('north-east', '?on=2034-01-01')).chair.ready).toBe(0)
    expect((await api.ask('GET', '/cover?on=soon', { as: coordinator })).status).toBe(422)
  })

  test('reviews in hand leave less free for new work, and count for how the work is spread', async () => {
    const busy = await aReadyMember(api, { mostReviews: 2 })
    await aReadyMember(api, { mostReviews: 2 })
    expect((await cover()).spread).toBeNull()
    await aCommitment(api, busy)
    const { chair } = await figures('north-east')
    expect(chair.free.capacity).toBe(3)
    expect((await cover()).spread).toBe(100)
  })

  test('a number that is entered counts from then on, is accounted for, and the one before stays on record', async () => {
    const { body: after, status } = await api.ask('POST', '/cover/inputs', { as: coordinator, body: input })
    expect(status).toBe(201)
    expect(after.regions[0].figures.reviewsAYear).toBe(6)
    await api.ask('POST', '/cover/inputs', { as: coordinator, body: { ...input, value: 9 } })
    expect((await figures('north-east')).reviewsAYear).toBe(9)
    expect(await api.db.selectFrom('cover_input').select('value').orderBy('id').execute()).toEqual([{ value: 6 }, { value: 9 }])
    expect(await api.db.selectFrom('audit_event').select('action').where('action', '=', 'cover-input-entered').execute()).toHaveLength(2)
  })

  test.each([
    [{ value: -1 }, '/value'],
    [{ value: null }, '/value'],
    [{ source: 'x' }, '/source'],
    [{ basis: 'guess' }, '/basis'],
    [{ key: 'something-else' }, '/key'],
  ])('refuses a number with %j and says what to do', async (wrong, pointer) => {
    const answer = await api.ask('POST', '/cover/inputs', { as: coordinator, body: { ...input, ...wrong } })
    expect(answer.status).toBe(422)
    expect(answer.body.errors[0]).toMatchObject({ pointer, detail: expect.stringMatching(/^[A-Z].{8,}/) })
  })

  test('a coordinator of one region sees and changes that region alone', async () => {
    const { session } = await api.addOf('coordinator', 'london')
    const { regions, england } = await cover('', session)
    expect(regions.map(({ region }: { region: string }) => region)).toEqual(['london'])
    expect(england).toBeNull()
    expect((await api.ask('POST', '/cover/inputs', { as: session, body: input })).status).toBe(403)
    expect((await api.ask('POST', '/cover/inputs', { as: session, body: { ...input, region: 'london' } })).status).toBe(201)
  })

  test('for an authority, counts who has a tie to a body that serves it, and of whom nothing is known', async () => {
    await keepRegister(api.db, [
      aBody('tyne', { kind: 'local-authority', area: 'Tyne', name: 'Tyne Council' }),
      aBody('wear', { kind: 'local-authority', area: 'Wear', name: 'Wear Council' }),
      aBody('force', { kind: 'police', areas: ['tyne', 'wear'] }),
      aBody('old-tyne', { successors: [{ id: 'tyne', from: '2023-04-01' }] }),
    ])
    await aReadyMember(api)
    await tie(await aReadyMember(api), 'old-tyne')
    await tie(await aReadyMember(api), 'force')
    await tie(await aReadyMember(api), null)
    const away = await aReadyMember(api, { region: 'london' })
    await api.db.insertInto('member_region').values({ person_id: away, region: 'north-east' }).execute()
    const { authorities } = (await api.ask('GET', '/cover/authorities', { as: coordinator })).body
    expect(authorities.map(({ name, chair }: { name: string; chair: unknown }) => [name, chair])).toEqual([
      ['Tyne', { could: 2, tied: 2, notKnown: 1 }],
      ['Wear', { could: 3, tied: 1, notKnown: 1 }],
    ])
  })

  test('a kept picture stays as it was, whatever changes, and a file says the same', async () => {
    await aReadyMember(api)
    const { id } = (await api.ask('POST', '/cover/snapshots', { as: coordinator, body: {} })).body
    await aReadyMember(api)
    const kept = (await api.ask('GET', `/cover/snapshots/${id}`, { as: coordinator })).body
    expect(kept.cover.regions[0].figures.chair.ready).toBe(1)
    expect((await figures('north-east')).chair.ready).toBe(2)
    const list = (await api.ask('GET', '/cover/snapshots', { as: coordinator })).body.snapshots
    expect(list).toEqual([expect.objectContaining({ id, by: 'Some coordinator' })])
    const { session } = await api.addOf('coordinator', 'london')
    expect((await api.ask('GET', `/cover/snapshots/${id}`, { as: session })).status).toBe(404)
    const file = await api.ask('GET', '/cover.csv', { as: coordinator })
    expect(file.body).toContain('North East')
    expect(await api.db.selectFrom('audit_event').select('action').where('action', '=', 'cover-exported').execute()).toHaveLength(1)
  })
})
