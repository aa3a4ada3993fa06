import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aCommitment, aReadyMember } from '#testing/ready-member.ts'

describe.each(homes)('the planning board over $name', (home) => {
  let api: StartedApi
  let coordinator: Awaited<ReturnType<StartedApi['addOf']>>
  beforeAll(async () => {
    api = await startApi(home)
    coordinator = await api.addOf('coordinator', 'north-east')
  })
  afterAll(() => api.stop())

  const board = async (query = '', as = coordinator.session) => (await api.ask('GET', `/planning-board${query}`, { as })).body
  const away = (id: string, from: string, to: string) =>
    api.db
      .insertInto('availability')
      .values({
        id: newId(),
        person_id: id,
        from_on: from,
        to_on: to,
        state: 'unavailable',
        roles: '',
        note: 'Abroad',
        entered_by: null,
        at: api.clock.now().toISOString(),
        removed_at: null,
      })
      .execute()

  test('shows by months what each offers, when they are away, their reviews and the checks that fall due, and nothing else of them', async () => {
    const id = await aReadyMember(api, { name: 'Amara Okafor', mostReviews: 2, daysAMonth: 6, checkedOn: '2026-01-20' })
    await aCommitment(api, id, 'chair', '2026-12-10')
    await away(id, '2026-12-20', '2027-01-05')
    const { months, people } = await board('?name=amara&months=3')
    expect(months).toEqual(['2026-11', '2026-12', '2027-01'])
    const [amara] = people
    expect(amara).toMatchObject({ id, name: 'Amara Okafor', region: 'north-east', roles: ['chair'], standing: 'active' })
    expect(amara.months[0]).toMatchObject({ left: { days: 6, reviews: 2 }, away: [], reviews: [] })
    expect(amara.months[1]).toMatchObject({
      taken: { days: 3, reviews: 1 },
      left: { days: 3, reviews: 1 },
      away: [{ from: '2026-12-20', to: '2026-12-31', state: 'unavailable' }],
      reviews: [{ reference: 'R-1', role: 'chair', to: null }],
    })
    expect(amara.months[2].checks.map(({ kind, on }: { kind: string; on: string }) => `${kind} ${on}`)).toContain('insurance 2027-01-20')
    expect(JSON.stringify(people)).not.toContain('Abroad')
  })

  test('has the people of the roster under the same filters, in the same order, page by page', async () => {
    for (let number = 0; number < 30; number += 1)
      await aReadyMember(api, { name: `Page Person ${String(number).padStart(2, '0')}`, roles: ['author'] })
    for (const query of ['?name=page', '?name=page&sort=-name', '?role=chair', '?who=members&region=north-east']) {
      const roster = (await api.ask('GET', `/people${query}`, { as: coordinator.session })).body
      const seen = await board(query)
      expect(seen.people.map(({ id }: { id: string }) => id)).toEqual(roster.people.map(({ id }: { id: string }) => id))
      expect([seen.total, seen.next]).toEqual([roster.total, roster.next])
    }
    const first = await board('?name=page')
    const second = await board(`?name=page&after=${first.next}`)
    expect(second.people.map(({ name }: { name: string }) => name)).toEqual(
      Array.from({ length: 5 }, (_, place) => `Page Person ${String(place + 25).padStart(2, '0')}`),
    )
  })

  test('a coordinator sees the people of their region alone, and a learner nobody', async () => {
    await aReadyMember(api, { name: 'Faraway Friend', region: 'london' })
    expect((await board('?name=faraway')).people).toEqual([])
    const learner = await api.add()
    expect((await api.ask('GET', '/planning-board', { as: learner.session })).status).toBe(403)
  })

  test.each(['from=2026-13', 'from=tomorrow', 'months=40', 'colour=red'])('%s is refused', async (query) => {
    expect((await api.ask('GET', `/planning-board?${query}`, { as: coordinator.session })).status).toBe(422)
  })
})
