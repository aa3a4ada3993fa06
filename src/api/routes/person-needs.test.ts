import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aCommitment, aReadyMember } from '#testing/ready-member.ts'

const days = (many: number) => many * 24 * 60

describe.each(homes)('what needs doing about a person, over $name', (home) => {
  let api: StartedApi
  let coordinator: Awaited<ReturnType<StartedApi['addOf']>>
  beforeAll(async () => {
    api = await startApi(home)
    coordinator = await api.addOf('coordinator', 'north-east')
  })
  afterAll(() => api.stop())

  const read = async (id: string, as = coordinator.session) => (await api.ask('GET', `/people/${id}/needs`, { as })).body
  const kinds = async (id: string) => (await read(id)).needs.map(({ kind }: { kind: string }) => kind)

  test('a member who lacks nothing needs nothing; with a re-check near it is named with its day, and presses more during a review', async () => {
    const ready = await aReadyMember(api, { mostReviews: 2 })
    expect(await kinds(ready)).toEqual([])
    const due = await aReadyMember(api, { mostReviews: 2, checkedOn: '2025-12-10' })
    const { needs } = await read(due)
    expect(needs.map(({ kind, what, day }: Record<string, string>) => [kind, what, day])).toContainEqual(['check-due', 'insurance', '2026-12-10'])
    await aCommitment(api, due)
    expect(await kinds(due)).toContain('check-due-in-work')
    expect(await kinds(due)).not.toContain('check-due')
  })

  test('says who never declared or never confirmed, and what of theirs is matched to nobody', async () => {
    const { person } = await api.add({ standing: 'active', profile: { region: 'north-east', roles: ['chair'] } })
    await api.db
      .insertInto('affiliation')
      .values({
        id: '01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e',
        person_id: person.id,
        organisation_id: null,
        free_name: 'The trust',
        kind: 'employer',
        from_day: '2020-01-01',
        to_day: null,
        declared_at: api.clock.now().toISOString(),
      })
      .execute()
    expect(await kinds(person.id)).toEqual(['not-declared', 'not-matched', 'not-confirmed'])
  })

  test('says that somebody waits to join, and that nothing more was done in a module for long, by its title', async () => {
    const learner = await api.add({ standing: 'enquirer', profile: { region: 'north-east', roles: ['chair'] } })
    await api.ask('POST', '/enrolments', { as: learner.session, body: { moduleId: 'm1' } })
    expect(await kinds(learner.person.id)).toEqual([])
    await api.ask('POST', '/membership-asks', { as: learner.session, body: { roles: ['chair'], words: 'I have chaired for years' } })
    api.clock.pass(days(60))
    const as = (await api.addOf('coordinator', 'north-east')).session
    const { needs } = await read(learner.person.id, as)
    expect(needs.at(-1)).toMatchObject({ kind: 'training-stuck', moduleId: 'm1' })
    expect(needs.at(-1).what).not.toBe('m1')
  })

  test('has of each person what Today has of them', async () => {
    const as = (await api.addOf('coordinator', 'north-east')).session
    const today = (await api.ask('GET', '/today', { as })).body.items as { personId: string | null; key: string }[]
    const ids = [...new Set(today.flatMap(({ personId }) => personId ?? []))]
    expect(ids.length).toBeGreaterThan(2)
    for (const id of ids) {
      const keys = (await read(id, as)).needs.map(({ key }: { key: string }) => key)
      expect(keys).toEqual(expect.arrayContaining(today.filter(({ personId }) => personId === id).map(({ key }) => key)))
    }
  })

  test('is for those who may open the record', async () => {
    const far = await api.addOf('coordinator', 'london')
    const id = await aReadyMember(api)
    expect((await api.ask('GET', `/people/${id}/needs`, { as: far.session })).status).toBe(404)
  })
})
