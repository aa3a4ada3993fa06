import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appendVerifiedLevel } from '#api/repository/verified-levels.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aFramework } from '#testing/framework.ts'
import { aModule, aPath } from '#testing/module.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

describe.each(homes)('self-assessments over $name', (home) => {
  let api: StartedApi
  let learner: Someone
  beforeEach(async () => {
    api = await startApi(home)
    learner = await api.add()
  })
  afterEach(() => api.stop())

  const start = async (roles = ['author']) => (await api.ask('POST', '/self-assessments', { as: learner.session, body: { roles } })).body
  const rate = (id: string, skill: string, level: number | null, version = 0, reflection = '') =>
    api.ask('PUT', `/self-assessments/${id}/answers/${skill}`, {
      as: learner.session,
      ifMatch: version,
      body: { level, confidence: 'medium', reflection },
    })
  const submit = (id: string) => api.ask('POST', `/self-assessments/${id}/submission`, { as: learner.session, ifMatch: 1 })
  const profile = async () => (await api.ask('GET', '/skill-profile', { as: learner.session })).body
  const rateAll = async (level: number) => {
    const { id } = await start()
    for (const skill of ['1.1', '5.1', '3.3']) await rate(id, skill, level)
    return submit(id)
  }

  test('the framework is open to anyone, by its newest version and by each', async () => {
    const { body } = await api.ask('GET', '/framework')
    expect(body.domains).toHaveLength(3)
    expect((await api.ask('GET', '/framework/versions/1')).body).toEqual(body)
    expect((await api.ask('GET', '/framework/versions/2')).status).toBe(404)
  })

  test('two tabs that start at once start one, and nothing is chosen beforehand', async () => {
    const starts = await Promise.all([1, 2, 3].map(() => api.ask('POST', '/self-assessments', { as: learner.session, body: { roles: ['author'] } })))
    expect(new Set(starts.map(({ body }) => body.id)).size).toBe(1)
    expect(starts.map(({ status }) => status).toSorted()).toEqual([200, 200, 201])
    expect(starts[0]?.body.answers).toEqual([])
    expect(starts[0]?.body.asked.map((asked: { skill: string }) => asked.skill)).toEqual(['1.1', '5.1', '3.3'])
  })

  test('an answer is kept with its words, and found again', async () => {
    const { id } = await start()
    await rate(id, '1.1', 2, 0, 'I have done this twice.')
    const { body } = await api.ask('GET', `/self-assessments/${id}`, { as: learner.session })
    expect(body.answers).toMatchObject([{ skill: '1.1', level: 2, reflection: 'I have done this twice.', version: 1 }])
  })

  test('a reflection that looks as if it named a child is kept, and says which words look so', async () => {
    const { id } = await start()
    const kept = await rate(id, '1.1', 2, 0, 'I wrote the report on Baby P.')
    expect(kept.status).toBe(200)
    expect(kept.body.warnings).toEqual([{ kind: 'label', found: 'Baby P' }])
    expect((await rate(id, '1.1', 2, 1, 'I wrote the report on a baby.')).body.warnings).toEqual([])
  })

  test('two tabs that rate one skill: the second is told so and given the answer as it is', async () => {
    const { id } = await start()
    await rate(id, '1.1', 2)
    const second = await rate(id, '1.1', 4)
    expect(second.status).toBe(412)
    expect(second.body.current).toMatchObject({ level: 2, version: 1 })
    expect((await rate(id, '1.1', 4, 1)).body).toMatchObject({ level: 4, version: 2 })
  })

  test('a reflection of 20,000 characters is refused with what to do, and what was kept before stays', async () => {
    const { id } = await start()
    await rate(id, '1.1', 2, 0, 'Short')
    const refused = await rate(id, '1.1', 2, 1, 'x'.repeat(20_000))
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toEqual([{ pointer: '/reflection', detail: expect.stringMatching(/5,000 characters or fewer/) }])
    expect((await api.ask('GET', `/self-assessments/${id}`, { as: learner.session })).body.answers[0].reflection).toBe('Short')
  })

  test('a skill that is not asked of the role is not there', async () => {
    const { id } = await start(['adviser'])
    expect((await rate(id, '5.1', 2)).status).toBe(404)
    expect((await rate(id, '9.9', 2)).status).toBe(404)
  })

  test('handing in names every skill that has no level', async () => {
    const { id } = await start()
    await rate(id, '1.1', 2)
    const refused = await submit(id)
    expect(refused.status).toBe(422)
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/answers/5.1', '/answers/3.3'])
  })

  test('what was handed in cannot be changed; rating again keeps the old ratings and shows the change', async () => {
    const first = await rateAll(1)
    expect(first.body.state).toBe('submitted')
    expect((await rate(first.body.id, '1.1', 4, 1)).status).toBe(409)
    expect((await submit(first.body.id)).status).toBe(409)
    await rateAll(2)
    const { skills } = await profile()
    expect(skills[0]).toMatchObject({ skill: '1.1', needs: 3, self: { level: 2 }, earlier: [{ level: 1 }], gap: { kind: 'below', levels: 3 } })
  })

  test('one put aside leaves no ratings, and another can be started', async () => {
    const { id } = await start()
    await rate(id, '1.1', 4)
    expect((await api.ask('POST', `/self-assessments/${id}/withdrawal`, { as: learner.session, ifMatch: 1 })).body.state).toBe('withdrawn')
    const other = await start(['chair'])
    expect(other.id).not.toBe(id)
    expect((await profile()).skills).toEqual([])
  })

  test('a framework published while somebody is half-way: they stay on theirs, are told, and can hand in', async () => {
    const { id } = await start()
    const later = await startApi(home, {
      db: api.db,
      content: { modules: [aModule()], paths: [aPath()], regimes: [], sources: [], frameworks: [aFramework(1), aFramework(2)], dossiers: [] },
    })
    const { body } = await later.ask('GET', `/self-assessments/${id}`, { as: learner.session })
    expect(body).toMatchObject({ frameworkVersion: 1, newerFramework: 2 })
    for (const skill of ['1.1', '5.1', '3.3'])
      await later.ask('PUT', `/self-assessments/${id}/answers/${skill}`, {
        as: learner.session,
        ifMatch: 0,
        body: { level: 3, confidence: null, reflection: '' },
      })
    await later.ask('POST', `/self-assessments/${id}/submission`, { as: learner.session, ifMatch: 1 })
    const { skills, frameworkVersion } = (await later.ask('GET', '/skill-profile', { as: learner.session })).body
    expect(frameworkVersion).toBe(1)
    expect((await later.ask('GET', '/skill-profile', { as: learner.session })).body.newerFramework).toBe(2)
    expect(skills[0].self.frameworkVersion).toBe(1)
  })

  test('a coordinator sees verified levels and never a self-rating, a reflection or that an answer was kept', async () => {
    const { id } = await start()
    await rate(id, '1.1', 4, 0, 'A secret reflection')
    for (const skill of ['5.1', '3.3']) await rate(id, skill, 4)
    await submit(id)
    await api.db
      .transaction()
      .execute((tx) => appendVerifiedLevel(tx, learner.person.id, { skill: '1.1', frameworkVersion: 1, level: 2, at: api.clock.now().toISOString() }))
    const coordinator = await api.addOf('coordinator')
    const seen = await api.ask('GET', `/people/${learner.person.id}/verified-skills`, { as: coordinator.session })
    expect(seen.body.verified).toMatchObject([{ skill: '1.1', level: 2 }])
    const history = await api.ask('GET', `/people/${learner.person.id}/history`, { as: coordinator.session })
    expect(JSON.stringify([seen.body, history.body])).not.toMatch(/secret|reflection|"level":4|skill-answer-kept/)
    expect((await profile()).skills[0]).toMatchObject({ self: { level: 4 }, verified: { level: 2 }, gap: { kind: 'found-lower', levels: 1 } })
  })
})
