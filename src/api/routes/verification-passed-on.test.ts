import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startSession } from '#api/repository/sessions.ts'
import { findRequest } from '#api/repository/verification-requests.ts'
import { tendRequests } from '#api/verification/offer.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { verificationScene } from '#testing/verification.ts'

type Scene = ReturnType<typeof verificationScene>
const day = 24 * 60

describe.each(homes)('a request that its assessor does not decide, over $name', (home) => {
  let api: StartedApi
  let scene: Scene
  let learner: Awaited<ReturnType<Scene['aLearner']>>
  let assessor: Awaited<ReturnType<Scene['anAssessor']>>
  beforeEach(async () => {
    api = await startApi(home)
    scene = verificationScene(api)
    learner = await scene.aLearner()
    assessor = await scene.anAssessor()
  })
  afterEach(() => api.stop())

  type Who = { session: string; account: { id: string } }
  /** Whoever was away for long signs in again. */
  const signInAgain = async (who: Who) => {
    who.session = await api.db.transaction().execute((tx) => startSession(tx, who.account.id, 'signed-in', api.clock.now()))
  }
  const stored = async (id: string) => (await findRequest(api.db, id))!
  const act = async (id: string, what: string, who: Who = assessor) =>
    api.ask('POST', `/assessor/requests/${id}/${what}`, { as: who.session, ifMatch: (await stored(id)).version })
  async function accepted(): Promise<string> {
    const { id } = (await scene.send(learner)).body
    expect((await act(id, 'acceptance')).status).toBe(200)
    return id
  }
  const tend = () => tendRequests(api.db, api.clock.now())
  const mailsTo = async (email: string | null) =>
    (await api.db.selectFrom('mail').select('subject').where('to_address', '=', email).orderBy('id').execute()).map(({ subject }) => subject)
  async function suspend(who: Who) {
    const administrator = await api.addOf('administrator')
    const { version } = (await api.ask('GET', `/accounts/${who.account.id}`, { as: administrator.session })).body
    const body = { reason: 'They left the organisation' }
    return api.ask('PUT', `/accounts/${who.account.id}/suspension`, { as: administrator.session, ifMatch: version, body })
  }
  const passedOnEvents = (id: string) =>
    api.db.selectFrom('audit_event').selectAll().where('action', '=', 'verification-passed-on').where('record_id', '=', id).execute()

  test('goes to the next one when the time to decide has gone by twice, with an event, an entry in the account and a mail', async () => {
    const id = await accepted()
    const second = await scene.anAssessor()
    api.clock.pass(56 * day - 1)
    await tend()
    expect((await stored(id)).progress).toMatchObject({ state: 'in-review', assessorId: assessor.person.id })
    api.clock.pass(1)
    await tend()
    expect((await stored(id)).progress).toMatchObject({ state: 'offered', assessorId: second.person.id })
    expect((await stored(id)).steps.map(({ event, byPersonId }) => [event, byPersonId]).slice(-2)).toEqual([
      ['pass-on', null],
      ['offer', null],
    ])
    expect(await passedOnEvents(id)).toHaveLength(1)
    expect(await mailsTo(learner.person.email)).toEqual(['Your request for verification goes to another assessor'])
    expect(await mailsTo(assessor.person.email)).toContain('A request for verification has gone to another assessor')
    for (const somebody of [learner, assessor, second]) await signInAgain(somebody)
    const refused = await act(id, 'decision')
    expect([refused.status, refused.body.title]).toEqual([409, expect.stringMatching(/gone to another assessor/)])
    expect((await act(id, 'acceptance', second)).body).toMatchObject({ state: 'in-review', items: [{ finding: { version: 0 } }, {}] })
    const row = await api.db.selectFrom('verification_request').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const { progress } = await stored(id)
    expect([row.state, row.round, row.assessor_id, row.accepted_at]).toEqual([progress.state, 1, second.person.id, progress.acceptedAt])
  })

  test('is shown to a coordinator where nobody else is free, who may name the same assessor again', async () => {
    const id = await accepted()
    api.clock.pass(56 * day)
    await tend()
    await tend()
    expect((await stored(id)).progress.state).toBe('requested')
    expect(await mailsTo(learner.person.email)).toHaveLength(1)
    const coordinator = await api.addOf('coordinator', 'north-east')
    const { requests } = (await api.ask('GET', '/verification-requests/without-assessor', { as: coordinator.session })).body
    expect(requests).toMatchObject([{ id, assessors: [{ personId: assessor.person.id, standing: 'passed-on', canBeNamed: true }] }])
  })

  test.each([['offered'], ['in-review']])('goes to the next one at once when the assessor of one that is %s is suspended', async (state) => {
    const id = state === 'offered' ? (await scene.send(learner)).body.id : await accepted()
    const second = await scene.anAssessor()
    expect((await stored(id)).progress).toMatchObject({ state, assessorId: assessor.person.id })
    expect((await suspend(assessor)).status).toBe(200)
    expect((await stored(id)).progress).toMatchObject({ state: 'offered', assessorId: second.person.id })
    expect(await mailsTo(learner.person.email)).toEqual(['Your request for verification goes to another assessor'])
    expect(await passedOnEvents(id)).toHaveLength(1)
    const view = (await api.ask('GET', `/verification-requests/${id}`, { as: learner.session })).body
    expect(view.events.map(({ event, by }: { event: string; by: string }) => [event, by])).toContainEqual(['pass-on', 'system'])
    expect(JSON.stringify(view)).not.toMatch(/suspended|left the organisation/)
  })

  test('goes to the next one when the assessor is no longer an assessor, or is erased', async () => {
    const id = await accepted()
    const second = await scene.anAssessor()
    await api.db.deleteFrom('account_role').where('account_id', '=', assessor.account.id).execute()
    await tend()
    expect((await stored(id)).progress).toMatchObject({ state: 'offered', assessorId: second.person.id })
    const administrator = await api.addOf('administrator')
    const { version } = (await api.ask('GET', `/people/${second.person.id}/erasure`, { as: administrator.session })).body
    const body = { name: second.person.name, reason: 'They asked for it in a letter' }
    const erased = await api.ask('PUT', `/people/${second.person.id}/erasure`, { as: administrator.session, ifMatch: version, body })
    expect(erased.status).toBe(200)
    expect((await stored(id)).progress).toMatchObject({ state: 'requested', assessorId: null })
  })
})
