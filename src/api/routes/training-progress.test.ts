import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PoolRole } from '#domain/person.ts'
import type { Region } from '#domain/region.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aModule, aPath } from '#testing/module.ts'
import { learnOn } from '#testing/learning.ts'

const day = 24 * 60

describe.each(homes)('training progress over $name', (home) => {
  let api: StartedApi
  let coordinator: string
  beforeEach(async () => {
    api = await startApi(home)
    Object.assign(api.deps.content, { modules: [aModule(), aModule(1, 'm2', 'How reviews begin')], paths: [aPath(['m1', 'm2'])] })
    coordinator = (await api.addOf('coordinator')).session
  })
  afterEach(() => api.stop())

  const somebody = async (region: Region = 'north-east', roles: PoolRole[] = ['chair']) => api.add({ profile: { region, roles } })
  const figures = async (query = '', as = coordinator) => (await api.ask('GET', `/training-progress${query}`, { as })).body
  const counts = ({ enrolled, started, halfWay, attempted, passed }: Record<string, number>) => [enrolled, started, halfWay, attempted, passed]

  test('counts how many came to each step of a module, each among those before it', async () => {
    const learners = []
    for (let made = 0; made < 6; made++) learners.push(await somebody())
    for (const [index, so] of (['start', 'first', 'second', 'open', 'failed', 'passed'] as const).entries())
      await learnOn(api, learners[index]!.session, so)
    const [first, second] = (await figures()).modules
    expect(first).toMatchObject({ moduleId: 'm1', title: 'What reviews are for' })
    // With two lessons the first is half of them.
    expect(counts(first)).toEqual([6, 5, 5, 3, 1])
    expect(counts(second)).toEqual([0, 0, 0, 0, 0])
  })

  test('says where the largest share stops, once enough people came so far', async () => {
    for (const so of ['second', 'second', 'second', 'passed'] as const) await learnOn(api, (await somebody()).session, so)
    expect((await figures()).drop).toBeNull()
    await learnOn(api, (await somebody()).session, 'passed')
    expect((await figures()).drop).toEqual({ moduleId: 'm1', title: 'What reviews are for', from: 'halfWay', to: 'attempted', lost: 3, of: 5 })
  })

  test('gives the days in the middle of all who passed', async () => {
    for (const days of [1, 2, 4, 9]) {
      const { session } = await somebody()
      await learnOn(api, session, 'second')
      api.clock.pass(days * day)
      await learnOn(api, session, 'passed')
    }
    // Whoever was signed in at the beginning no longer is.
    const { modules } = await figures('', (await api.addOf('coordinator')).session)
    expect(modules.map(({ medianDays }: { medianDays: number | null }) => medianDays)).toEqual([3, null])
  })

  test('counts the readers of each lesson of the module asked for', async () => {
    for (const so of ['start', 'first', 'first', 'second'] as const) await learnOn(api, (await somebody()).session, so)
    const { lessons, modules } = await figures('?module=m1')
    expect(lessons.map(({ title, read }: { title: string; read: number }) => [title, read])).toEqual([
      ['Lesson first', 3],
      ['Lesson second', 1],
    ])
    expect(modules).toHaveLength(1)
    expect((await figures()).lessons).toEqual([])
    expect((await api.ask('GET', '/training-progress?module=m9', { as: coordinator })).status).toBe(404)
  })

  test('counts those of a role or a region alone, and nobody beyond the reach of who asks', async () => {
    await learnOn(api, (await somebody('north-east', ['chair'])).session, 'start')
    await learnOn(api, (await somebody('london', ['author', 'chair'])).session, 'start')
    await learnOn(api, (await somebody('london', ['author'])).session, 'start')
    const enrolled = async (query: string, as = coordinator) => (await figures(query, as)).modules[0].enrolled
    expect([
      await enrolled(''),
      await enrolled('?role=chair'),
      await enrolled('?region=london'),
      await enrolled('?role=chair&region=london'),
    ]).toEqual([3, 2, 2, 1])
    const { session } = await api.addOf('coordinator', 'north-east')
    expect([await enrolled('', session), await enrolled('?region=london', session)]).toEqual([1, 0])
    expect((await api.ask('GET', '/training-progress', { as: (await somebody()).session })).status).toBe(403)
  })

  test('does not count staff who look at a module, nor people who were erased', async () => {
    await learnOn(api, coordinator, 'start')
    const { person, session } = await somebody()
    await learnOn(api, session, 'start')
    expect((await figures()).modules[0].enrolled).toBe(1)
    await api.ask('PUT', `/people/${person.id}/erasure`, { as: session, ifMatch: person.version, body: { name: person.name, reason: 'I asked' } })
    expect((await figures()).modules[0].enrolled).toBe(0)
  })
})
