import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appendVerifiedLevel } from '#api/repository/verified-levels.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { frameworkScene, reworded } from '#testing/framework-scene.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

describe.each(homes)('moving to a newer version over $name', (home) => {
  let api: StartedApi
  let learner: Someone
  let scene: Awaited<ReturnType<typeof frameworkScene>>
  beforeEach(async () => {
    api = await startApi(home)
    scene = await frameworkScene(api)
    learner = await api.add({ name: 'Learner' })
  })
  afterEach(() => api.stop())

  const ask = async (method: string, path: string, body?: object, who = learner) =>
    (await api.ask(method, path, { as: who.session, ...(body ? { body } : {}) })).body
  const verify = (level: number, skill = '1.1', frameworkVersion = 1) => {
    api.clock.pass(1)
    return api.db
      .transaction()
      .execute((tx) => appendVerifiedLevel(tx, learner.person.id, { skill, frameworkVersion, level, at: api.clock.now().toISOString() }))
  }
  const agree = (to: number) => ask('POST', '/skill-profile/move', { to })
  const standing = async (skill = '1.1') => (await ask('GET', '/skill-profile')).skills.find((one: { skill: string }) => one.skill === skill)

  test('somebody verified at 3 and later at 2 does not get the 3 back when the words of 2 change', async () => {
    await scene.rateAt(learner, 3)
    await scene.rateAt(learner, 2)
    await verify(3)
    await verify(2)
    expect(await standing()).toMatchObject({ self: { level: 2 }, verified: { level: 2 }, gap: { levels: 1 } })
    await scene.publishReworded(2)
    expect(await ask('GET', '/skill-profile/move')).toMatchObject({ carried: ['5.1', '3.3'], rateAgain: ['1.1'], verifyAgain: ['1.1'] })
    await agree(2)
    expect(await standing()).toMatchObject({ self: null, verified: null, gap: { kind: 'not-rated', levels: 3 } })
  })

  test('rating again moves nobody: it starts on the version that the person is on, until they agree; who never rated starts on the one in use', async () => {
    await scene.rateAt(learner, 2)
    await scene.publishReworded(2)
    expect((await scene.rateAt(learner, 3)).body).toMatchObject({ state: 'submitted', frameworkVersion: 1 })
    expect(await ask('GET', '/skill-profile')).toMatchObject({ frameworkVersion: 1, newerFramework: 2, frameworkRetired: false })
    expect(await scene.begin(await api.add())).toMatchObject({ frameworkVersion: 2, newerFramework: null })
    await agree(2)
    expect(await scene.begin(learner)).toMatchObject({ frameworkVersion: 2 })
  })

  test('nobody starts on a retired version: they are asked to agree to the one in use, lose nothing, and may end what is under way', async () => {
    const halfWay = await api.add({ name: 'Half-way' })
    await scene.rateAt(learner, 2)
    const { id } = await scene.begin(halfWay)
    await scene.publishReworded(3)
    await scene.retire(1, '2026-11-23')
    expect(await ask('GET', '/skill-profile')).toMatchObject({ frameworkVersion: 1, newerFramework: 2, frameworkRetired: true })
    const refused = await api.ask('POST', '/self-assessments', { as: learner.session, body: { roles: ['author'] } })
    expect(refused).toMatchObject({ status: 409, body: { title: expect.stringContaining('Agree to move to version 2') } })
    expect(await scene.begin(halfWay)).toMatchObject({ id, frameworkVersion: 1 })
    await agree(2)
    expect(await scene.begin(learner)).toMatchObject({ frameworkVersion: 2 })
    expect(await standing()).toMatchObject({ self: { level: 2, frameworkVersion: 1 } })
  })

  test('after a move every rating is still there, with the version that it was made against: of skills that are reworded, and of skills that are gone', async () => {
    await scene.rateAt(learner, 1)
    await scene.rateAt(learner, 3)
    await verify(2, '3.3')
    const { number } = (await scene.start()).body
    await scene.edit(number, '1.1', { levels: reworded(3) })
    await scene.remove(number, '3.3')
    await scene.publish(number)
    await agree(2)
    const before = await ask('GET', '/skill-profile')
    expect(before.skills.map(({ skill }: { skill: string }) => skill)).toEqual(['1.1', '5.1'])
    expect(before.skills[0]).toMatchObject({
      self: null,
      earlier: [
        { level: 3, frameworkVersion: 1 },
        { level: 1, frameworkVersion: 1 },
      ],
    })
    expect(before.skills[1]).toMatchObject({ self: { level: 3 }, earlier: [{ level: 1 }] })
    expect(before.past).toMatchObject([{ skill: '3.3', name: 'Chairing', ratings: [{ level: 3 }, { level: 1 }], verified: { level: 2 } }])
    await scene.rateAt(learner, 4)
    const after = (await ask('GET', '/skill-profile')).skills[0]
    expect([after.self, ...after.earlier].map(({ level, frameworkVersion }) => [level, frameworkVersion])).toEqual([
      [4, 2],
      [3, 1],
      [1, 1],
    ])
  })

  test('when a version retires, those on it are told once each: by rating, by agreement, or half-way through; who moved on is not', async () => {
    const someone = (name: string) => api.add({ name, email: `${name}@example.org` })
    const [onFirst, movedToSecond, ratedSecond, halfWay, both] = await Promise.all(['first', 'agreed', 'rated', 'half-way', 'both'].map(someone))
    await scene.rateAt(onFirst!, 2)
    for (const one of [movedToSecond!, both!]) await scene.rateAt(one, 2)
    await scene.publishReworded(2)
    for (const one of [movedToSecond!, both!]) await ask('POST', '/skill-profile/move', { to: 2 }, one)
    await scene.rateAt(ratedSecond!, 3)
    await scene.begin(halfWay!)
    await scene.rateAt(both!, 4)
    await scene.begin(both!)
    await scene.publishReworded(3)
    await scene.retire(2, '2026-12-01')
    const told = await api.db.selectFrom('mail').select('to_address').where('subject', 'like', '%retire').execute()
    expect(told.map(({ to_address }) => to_address.split('@')[0]).toSorted()).toEqual(['agreed', 'both', 'half-way', 'rated'])
  })

  test('a verified level whose words changed is a fact to the coordinator, and to its owner one that is to be verified again, which they can ask for', async () => {
    const coordinator = await api.addOf('coordinator')
    await scene.rateAt(learner, 3)
    await verify(2)
    const options = async () =>
      (await ask('GET', '/verification-options')).skills.map(({ rating, verified }: { rating: { skill: string }; verified: unknown }) => [
        rating.skill,
        verified,
      ])
    expect((await options()).map(([skill]: [string]) => skill)).toEqual(['3.3', '5.1'])
    await scene.publishReworded(2)
    await agree(2)
    expect(await standing()).toMatchObject({
      self: { level: 3 },
      verified: null,
      formerly: { level: 2, frameworkVersion: 1 },
      gap: { kind: 'not-verified', levels: 3 },
    })
    expect(await options()).toContainEqual(['1.1', null])
    const seen = await ask('GET', `/people/${learner.person.id}/verified-skills`, undefined, coordinator)
    expect(seen).toMatchObject({ frameworkVersion: 2, verified: [{ skill: '1.1', level: 2, frameworkVersion: 1 }] })
    expect((await ask('GET', '/people?skill=1.1&level=2', undefined, coordinator)).people).toMatchObject([{ id: learner.person.id }])
  })
})
