import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findRequest } from '#api/repository/verification-requests.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { verificationScene } from '#testing/verification.ts'

describe.each(homes)('who looks at a request, over $name', (home) => {
  let api: StartedApi
  let scene: ReturnType<typeof verificationScene>
  beforeEach(async () => {
    api = await startApi(home)
    scene = verificationScene(api)
  })
  afterEach(() => api.stop())

  type Who = { session: string }
  const accept = async (id: string, who: Who) =>
    api.ask('POST', `/assessor/requests/${id}/acceptance`, { as: who.session, ifMatch: (await findRequest(api.db, id))!.version })
  const waiting = async (who: Who) => (await api.ask('GET', '/verification-requests/without-assessor', { as: who.session })).body.requests
  const name = async (id: string, personId: string, who: Who) =>
    api.ask('PUT', `/verification-requests/${id}/assessor`, {
      as: who.session,
      ifMatch: (await findRequest(api.db, id))!.version,
      body: { personId, reason: 'I asked them and they have the time' },
    })

  test('nobody verifies themself, even when they hold the role and ask directly', async () => {
    const both = await api.add({
      roles: [
        { role: 'learner', region: null },
        { role: 'assessor', region: null },
      ],
    })
    await scene.rate(both, { '1.1': 2 })
    await scene.declare(both)
    await scene.rateAnchors(both)
    const evidence = [await scene.addText(both, 'A note', ['1.1'])]
    const { body } = await api.ask('POST', '/verification-requests', { as: both.session, body: { skills: ['1.1'], evidence, experience: [] } })
    expect(body.state).toBe('requested')
    expect((await accept(body.id, both)).status).toBe(404)
    const coordinator = await api.addOf('coordinator')
    expect((await waiting(coordinator))[0].assessors).toMatchObject([{ personId: both.person.id, standing: 'tied' }])
    expect((await name(body.id, both.person.id, coordinator)).status).toBe(422)
  })

  test('a tied assessor is not offered a request, nor named for it', async () => {
    const learner = await scene.aLearner()
    await scene.declare(learner, 'Northwick Trust')
    const tied = await scene.anAssessor(' northwick trust')
    const { id, state } = (await scene.send(learner)).body
    expect(state).toBe('requested')
    const coordinator = await api.addOf('coordinator')
    expect((await name(id, tied.person.id, coordinator)).body.errors[0].pointer).toBe('/personId')
    expect((await accept(id, tied)).status).toBe(404)
  })

  test('a tie that is declared after the offer bars accepting, and one after accepting bars deciding', async () => {
    const learner = await scene.aLearner()
    const assessor = await scene.anAssessor()
    const { id } = (await scene.send(learner)).body
    const tie = () => api.ask('POST', '/ties', { as: learner.session, body: { personId: assessor.person.id, reason: 'They are my cousin' } })
    const ties = (await tie()).body.ties
    const refused = await accept(id, assessor)
    expect([refused.status, refused.body.allowed]).toEqual([409, ['decline']])
    await api.ask('DELETE', `/ties/${ties[0].id}`, { as: learner.session })
    expect((await accept(id, assessor)).status).toBe(200)
    await tie()
    const decision = await api.ask('POST', `/assessor/requests/${id}/decision`, {
      as: assessor.session,
      ifMatch: (await findRequest(api.db, id))!.version,
    })
    expect([decision.status, decision.body.title]).toEqual([409, expect.stringMatching(/have a tie/)])
  })

  test('a coordinator sees who waits and why, names somebody who is asked to declare their ties first, and gives a reason', async () => {
    const learner = await scene.aLearner()
    const newcomer = await api.addOf('assessor')
    const { id } = (await scene.send(learner)).body
    const coordinator = await api.addOf('coordinator', 'north-east')
    expect(await waiting(coordinator)).toMatchObject([{ id, name: learner.person.name, skills: 2, assessors: [{ standing: 'not-known', open: 0 }] }])
    expect(JSON.stringify(await waiting(coordinator))).not.toMatch(/secret|"level"|chronology/)
    expect((await name(id, newcomer.person.id, coordinator)).body.requests).toEqual([])
    expect((await accept(id, newcomer)).body.title).toMatch(/Say first where you work/)
    await scene.declare(newcomer)
    await scene.rateAnchors(newcomer)
    expect((await accept(id, newcomer)).status).toBe(200)
  })

  test('an assessor who has not rated the anchor dossiers is offered nothing, and accepts nothing that a coordinator offers until they have', async () => {
    const learner = await scene.aLearner()
    const beginner = await api.addOf('assessor')
    await scene.declare(beginner)
    expect((await api.ask('GET', '/assessor/requests', { as: beginner.session })).body.notReady).toEqual(['anchors-to-rate'])
    const { id, state } = (await scene.send(learner)).body
    expect(state).toBe('requested')
    const coordinator = await api.addOf('coordinator')
    expect((await waiting(coordinator))[0].assessors).toMatchObject([{ standing: 'not-ready' }])
    await name(id, beginner.person.id, coordinator)
    expect((await accept(id, beginner)).body.title).toMatch(/anchor dossiers/)
    await scene.rateAnchors(beginner)
    expect((await accept(id, beginner)).status).toBe(200)
  })

  test('a coordinator of another region is told nothing of it', async () => {
    const learner = await scene.aLearner()
    const newcomer = await api.addOf('assessor')
    const { id } = (await scene.send(learner)).body
    const elsewhere = await api.addOf('coordinator', 'london')
    expect(await waiting(elsewhere)).toEqual([])
    expect((await name(id, newcomer.person.id, elsewhere)).status).toBe(404)
  })

  test('a coordinator does not name who looks at their own request', async () => {
    const own = await api.add({
      roles: [
        { role: 'learner', region: null },
        { role: 'coordinator', region: null },
      ],
    })
    await scene.rate(own, { '1.1': 2 })
    await scene.declare(own)
    const evidence = [await scene.addText(own, 'A note', ['1.1'])]
    const { body } = await api.ask('POST', '/verification-requests', { as: own.session, body: { skills: ['1.1'], evidence, experience: [] } })
    const assessor = await scene.anAssessor()
    expect(await waiting(own)).toEqual([])
    expect((await name(body.id, assessor.person.id, own)).status).toBe(404)
  })

  test('a coordinator sees that a request exists and its state, never rating, reflection or evidence', async () => {
    const learner = await scene.aLearner()
    const assessor = await scene.anAssessor()
    const { id } = (await scene.send(learner)).body
    await accept(id, assessor)
    const coordinator = await api.addOf('coordinator')
    const { body } = await api.ask('GET', `/people/${learner.person.id}/verification-requests`, { as: coordinator.session })
    expect(body.requests).toMatchObject([{ id, state: 'in-review', skills: 2 }])
    const history = (await api.ask('GET', `/people/${learner.person.id}/history`, { as: coordinator.session })).body
    expect(JSON.stringify([body, history])).not.toMatch(/secret|"level"|chronology|Northmoor/)
    expect(history.events.map(({ action }: any) => action)).toContain('verification-requested')
    expect((await api.ask('GET', `/verification-requests/${id}`, { as: coordinator.session })).status).toBe(404)
    expect((await api.ask('GET', `/assessor/requests/${id}`, { as: coordinator.session })).status).toBe(403)
  })

  test('another assessor is not told that a request is there', async () => {
    const learner = await scene.aLearner()
    const assessor = await scene.anAssessor()
    const { id } = (await scene.send(learner)).body
    const other = await scene.anAssessor()
    expect((await api.ask('GET', `/assessor/requests/${id}`, { as: other.session })).status).toBe(404)
    expect((await accept(id, other)).status).toBe(404)
    expect((await api.ask('GET', '/assessor/requests', { as: other.session })).body).toEqual({ requests: [], decided: [], notReady: [] })
    expect((await api.ask('GET', '/assessor/requests', { as: assessor.session })).body.requests).toMatchObject([{ id, learner: learner.person.name }])
  })
})
