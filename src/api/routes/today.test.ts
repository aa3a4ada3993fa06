import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TodayItem } from '#domain/today.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aCommitment, aReadyMember } from '#testing/ready-member.ts'

describe.each(homes)('today over $name', (home) => {
  let api: StartedApi
  let coordinator: string
  beforeEach(async () => {
    api = await startApi(home)
    coordinator = (await api.addOf('coordinator')).session
  })
  afterEach(() => api.stop())

  const today = async (query = '', as = coordinator) => (await api.ask('GET', `/today${query}`, { as })).body
  const items = async (query = '', as = coordinator): Promise<TodayItem[]> => (await today(query, as)).items
  const say = (item: TodayItem, path: string, body: unknown, as = coordinator) =>
    api.ask('PUT', `/today/${encodeURIComponent(item.key)}/${path}`, { as, ifMatch: item.version, body })
  /** Insurance is asked for anew each year, so this one is due at the end of the month. */
  const dueSoon = { checkedOn: '2025-12-05' }

  test('a check that falls due during a review comes before one that falls due without', async () => {
    await aReadyMember(api, { ...dueSoon, name: 'Amara Okafor', mostReviews: 2 })
    await aCommitment(api, await aReadyMember(api, { ...dueSoon, name: 'Bryn Pritchard', mostReviews: 2 }))
    const found = (await items()).filter(({ kind }) => kind.startsWith('check'))
    expect(found[0]).toMatchObject({ kind: 'check-due-in-work', name: 'Bryn Pritchard' })
    expect(found.at(-1)).toMatchObject({ kind: 'check-due', name: 'Amara Okafor' })
  })

  test('a region whose work is more than its people can take is there with its figure', async () => {
    const under = (await items('?kind=region-under')).map(({ region, what, figure }) => ({ region, what, figure }))
    expect(under).toContainEqual({ region: 'north-east', what: 'chair', figure: 0 })
    expect(under).toHaveLength(18)
  })

  test('members who never said that all is right, or not for a quarter, are there until they do', async () => {
    const id = await aReadyMember(api, { name: 'Amara Okafor' })
    await aReadyMember(api, { name: 'Bryn Pritchard', mostReviews: 2 })
    expect((await items('?kind=not-confirmed')).map(({ name }) => name)).toEqual(['Amara Okafor'])
    const confirmed = { specialisms: '[]', languages: '[]', confirmed_at: api.clock.now().toISOString() }
    await api.db
      .insertInto('member')
      .values({ person_id: id, ...confirmed })
      .execute()
    expect(await items('?kind=not-confirmed')).toEqual([])
  })

  test('an item that one takes says so to everybody, and a second who was slower is told', async () => {
    await aReadyMember(api, { name: 'Amara Okafor' })
    const [item] = await items('?kind=not-confirmed')
    expect((await say(item!, 'taking', { taken: true })).status).toBe(200)
    const { session } = await api.addOf('administrator')
    expect((await say(item!, 'taking', { taken: true }, session)).status).toBe(412)
    const [seen] = await items('?kind=not-confirmed', session)
    expect(seen?.takenBy).toMatchObject({ name: 'Some coordinator', own: false })
    await say(seen!, 'taking', { taken: false }, session)
    expect((await items('?kind=not-confirmed'))[0]?.takenBy).toBeNull()
  })

  test('an item that is put off is away until its day, keeps its reason, and can be brought back', async () => {
    await aReadyMember(api, { name: 'Amara Okafor' })
    const [item] = await items('?kind=not-confirmed')
    const refused = await say(item!, 'put-off', { until: '2026-12-07', reason: '' })
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/reason'])
    expect((await say(item!, 'put-off', { until: '2026-12-07', reason: 'She is abroad until then' })).status).toBe(200)
    expect(await items('?kind=not-confirmed')).toEqual([])
    const [off] = await items('?show=put-off')
    expect(off).toMatchObject({ name: 'Amara Okafor', putOff: { until: '2026-12-07', reason: 'She is abroad until then' } })
    api.clock.pass(14 * 24 * 60)
    const later = (await api.addOf('coordinator')).session
    expect((await items('?kind=not-confirmed', later))[0]?.name).toBe('Amara Okafor')
  })

  test('a coordinator of one region sees and takes what is theirs alone', async () => {
    await aReadyMember(api, { name: 'Amara Okafor', region: 'london' })
    const [item] = await items('?kind=not-confirmed')
    const { session } = await api.addOf('coordinator', 'north-east')
    expect(await items('?kind=not-confirmed', session)).toEqual([])
    expect((await say(item!, 'taking', { taken: true }, session)).status).toBe(404)
    expect((await items('?kind=region-under', session)).map(({ region }) => region)).toEqual(['north-east', 'north-east'])
  })
})
