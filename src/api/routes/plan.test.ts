import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appendVerifiedLevel } from '#api/repository/verified-levels.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { verificationScene } from '#testing/verification.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

describe.each(homes)('the development plan over $name', (home) => {
  let api: StartedApi
  let learner: Someone
  beforeEach(async () => {
    api = await startApi(home)
    learner = await api.add({ profile: { roles: ['author'] } })
  })
  afterEach(() => api.stop())

  const plan = async () => (await api.ask('GET', '/plan', { as: learner.session })).body
  const decide = (key: string, version: number, decision: object) =>
    api.ask('PUT', `/plan/steps/${key}`, {
      as: learner.session,
      ifMatch: version,
      body: { state: 'accepted', dueOn: null, reason: null, insteadOf: null, ...decision },
    })
  async function rateAll(level: number) {
    const { body } = await api.ask('POST', '/self-assessments', { as: learner.session, body: { roles: ['author'] } })
    for (const skill of ['1.1', '5.1', '3.3'])
      await api.ask('PUT', `/self-assessments/${body.id}/answers/${skill}`, {
        as: learner.session,
        ifMatch: 0,
        body: { level, confidence: null, reflection: '' },
      })
    await api.ask('POST', `/self-assessments/${body.id}/submission`, { as: learner.session, ifMatch: 1 })
  }

  test('before anything is rated it suggests to rate the skills of the role in one’s details', async () => {
    expect(await plan()).toMatchObject({ roles: ['author'], steps: [], suggestions: [{ key: 'rate', skills: ['1.1', '5.1', '3.3'] }], ready: false })
  })

  test('a step that is accepted has its date, leaves the suggestions, and can be finished', async () => {
    await rateAll(1)
    const [first] = (await plan()).suggestions
    const accepted = await decide(first.key, 0, { dueOn: '2027-01-15' })
    expect(accepted.body).toMatchObject({ key: first.key, state: 'accepted', dueOn: '2027-01-15', version: 1 })
    expect((await plan()).suggestions.map(({ key }: { key: string }) => key)).not.toContain(first.key)
    expect((await decide(first.key, 1, { state: 'done' })).body).toMatchObject({ state: 'done', version: 2 })
  })

  test('a step that is swapped takes the place of the suggestion, which is dismissed; its other skills have their next best step', async () => {
    await rateAll(3)
    expect((await plan()).suggestions).toMatchObject([{ key: 'verification', instead: ['evidence:1.1'] }])
    await decide('evidence:1.1', 0, { insteadOf: 'verification' })
    const after = await plan()
    expect(after.suggestions).toMatchObject([{ key: 'evidence:5.1' }, { key: 'evidence:3.3' }])
    expect(after.steps.map(({ key, state }: { key: string; state: string }) => [key, state]).toSorted()).toEqual([
      ['evidence:1.1', 'accepted'],
      ['verification', 'dismissed'],
    ])
  })

  test('a dismissal asks for a reason, a date in the past is refused, and a move that is not in the table says which are', async () => {
    await rateAll(3)
    expect((await decide('verification', 0, { state: 'dismissed' })).body.errors[0].pointer).toBe('/reason')
    expect((await decide('verification', 0, { dueOn: '2020-01-01' })).body.errors[0].pointer).toBe('/dueOn')
    await decide('verification', 0, { state: 'dismissed', reason: 'Not yet' })
    const refused = await decide('verification', 1, { state: 'done' })
    expect(refused.status).toBe(409)
    expect(refused.body.allowed).toEqual(['accepted'])
  })

  test('a second tab that decides from an old version is given the step as it is', async () => {
    await rateAll(3)
    await decide('verification', 0, {})
    const stale = await decide('verification', 0, { state: 'dismissed', reason: 'Not yet' })
    expect(stale.status).toBe(412)
    expect(stale.body.current).toMatchObject({ key: 'verification', state: 'accepted', version: 1 })
  })

  test('a step that was done is suggested again when a later rating reopens the skill, and is taken up or left out from there', async () => {
    await rateAll(3)
    await decide('verification', 0, {})
    await decide('verification', 1, { state: 'done' })
    expect((await plan()).suggestions).toEqual([])
    api.clock.pass(60)
    await rateAll(3)
    const again = await plan()
    expect(again.suggestions).toMatchObject([{ key: 'verification', version: 2, skills: ['1.1', '5.1', '3.3'] }])
    expect(again.steps).toEqual([])
    expect((await decide('verification', 2, { dueOn: '2027-01-15' })).body).toMatchObject({ state: 'accepted', version: 3 })
    await decide('verification', 3, { state: 'done' })
    api.clock.pass(60)
    await rateAll(3)
    const swapped = await decide('evidence:1.1', 0, { insteadOf: 'verification' })
    expect(swapped.status).toBe(200)
    expect((await plan()).steps.map(({ key, state }: { key: string; state: string }) => [key, state]).toSorted()).toEqual([
      ['evidence:1.1', 'accepted'],
      ['verification', 'dismissed'],
    ])
  })

  test('what an assessor found lower is asked to be rated again, and while verification is asked for nothing is suggested', async () => {
    const scene = verificationScene(api)
    const other = await scene.aLearner()
    const gaps = async () => {
      const { body } = await api.ask('GET', '/plan', { as: other.session })
      return body.suggestions.map(({ key, skills }: { key: string; skills: string[] }) => [key, skills])
    }
    const offered = async () =>
      (await api.ask('GET', '/verification-options', { as: other.session })).body.skills.map((one: { rating: { skill: string } }) => one.rating.skill)
    await scene.rate(other, { '1.1': 3, '3.3': 3, '5.1': 3 })
    expect(await gaps()).toEqual([['verification', ['1.1', '3.3', '5.1']]])
    await api.db
      .transaction()
      .execute((tx) => appendVerifiedLevel(tx, other.person.id, { skill: '1.1', frameworkVersion: 1, level: 2, at: api.clock.now().toISOString() }))
    await scene.send(other, ['5.1'])
    expect(await gaps()).toEqual([
      ['verification', ['3.3']],
      ['rate-again', ['1.1']],
    ])
    expect(await offered()).toEqual(['3.3'])
    const profile = (await api.ask('GET', '/skill-profile', { as: other.session })).body
    expect(profile.skills.map((one: { skill: string; gap: { kind: string } }) => [one.skill, one.gap.kind])).toEqual([
      ['1.1', 'found-lower'],
      ['3.3', 'not-verified'],
      ['5.1', 'under-way'],
    ])
    await scene.rate(other, { '1.1': 3, '3.3': 3, '5.1': 3 })
    expect(await gaps()).toEqual([['verification', ['3.3', '1.1']]])
    expect(await offered()).toEqual(['1.1', '3.3'])
  })

  test('a reason that looks as if it named a child is asked about once, and kept when its writer says that it names nobody', async () => {
    await rateAll(3)
    const reason = 'It makes me think of Child P'
    const asked = await decide('verification', 0, { state: 'dismissed', reason })
    expect(asked.status).toBe(422)
    expect(asked.body.errors).toEqual([{ pointer: '/readWarning', detail: expect.stringContaining('“Child P”') }])
    expect((await decide('verification', 0, { state: 'dismissed', reason, readWarning: true })).body).toMatchObject({ state: 'dismissed', reason })
  })

  test('a step that serves no gap of the person is not there', async () => {
    await rateAll(3)
    expect((await decide('module:m1', 0, {})).status).toBe(404)
  })

  test('a coordinator reads nothing of it in the history', async () => {
    await rateAll(3)
    await decide('verification', 0, { state: 'dismissed', reason: 'A private reason' })
    const coordinator = await api.addOf('coordinator')
    const history = await api.ask('GET', `/people/${learner.person.id}/history`, { as: coordinator.session })
    expect(history.status).toBe(200)
    expect(JSON.stringify(history.body)).not.toMatch(/private reason|plan-step/)
  })
})
