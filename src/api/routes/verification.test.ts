import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { actorFor, startSession } from '#api/repository/sessions.ts'
import { findRequest } from '#api/repository/verification-requests.ts'
import { tendRequests } from '#api/verification/offer.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { verificationScene } from '#testing/verification.ts'

type Scene = ReturnType<typeof verificationScene>
const day = 24 * 60

describe.each(homes)('verification over $name', (home) => {
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

  type Who = { session: string }
  const read = async (id: string, who: Who = learner) => (await api.ask('GET', `/verification-requests/${id}`, { as: who.session })).body
  const move = async (id: string, what: string, body?: unknown) =>
    api.ask('POST', `/verification-requests/${id}/${what}`, { as: learner.session, ifMatch: (await read(id)).version, body })
  const toAssess = (id: string, who: Who = assessor) => api.ask('GET', `/assessor/requests/${id}`, { as: who.session })
  const act = async (id: string, what: string, body?: unknown, who: Who = assessor) => {
    const request = await findRequest(api.db, id)
    return api.ask('POST', `/assessor/requests/${id}/${what}`, { as: who.session, ifMatch: request!.version, body })
  }
  const find = (id: string, skill: string, finding: object, who: Who = assessor, ifMatch = 0) =>
    api.ask('PUT', `/assessor/requests/${id}/findings/${skill}`, {
      as: who.session,
      ifMatch,
      body: { outcome: 'agree', level: null, reason: 'What was sent shows it', equivalence: 'The report shows the same', ...finding },
    })
  const sent = async () => (await scene.send(learner)).body
  /** Sends, accepts and decides: skill 1.1 as given, 5.1 one level lower. */
  async function decided() {
    const { id } = await sent()
    await act(id, 'acceptance')
    await find(id, '1.1', {})
    await find(id, '5.1', { outcome: 'lower', level: 1, reason: 'The chronology has gaps that it does not name' })
    expect((await act(id, 'decision')).status).toBe(200)
    return id as string
  }
  const profile = async () => (await api.ask('GET', '/skill-profile', { as: learner.session })).body

  test('what can be sent is what was rated, with the evidence and reports that are ready', async () => {
    const { body } = await api.ask('GET', '/verification-options', { as: learner.session })
    expect(body.skills.map(({ rating, reopened }: any) => [rating.skill, rating.level, reopened])).toEqual([
      ['1.1', 2, false],
      ['5.1', 3, false],
    ])
    expect(body.evidence).toMatchObject([{ title: 'A merged chronology', skills: ['5.1'] }])
    expect(body.experience).toMatchObject([{ publisher: 'Northmoor Board' }])
  })

  test('a request is offered at once to an independent assessor, who is told without a name in the subject', async () => {
    const { status, body } = await scene.send(learner)
    expect(status).toBe(201)
    expect(body).toMatchObject({ state: 'offered', assessor: assessor.person.name, moves: expect.arrayContaining(['withdraw', 'object']) })
    const mail = await api.db.selectFrom('mail').selectAll().where('to_address', '=', assessor.person.email).executeTakeFirstOrThrow()
    expect(mail.subject).not.toContain(learner.person.name)
    expect(mail.text).not.toContain(learner.person.name)
  })

  test('two tabs that send at once send one, and the other is told', async () => {
    const [one, other] = await Promise.all([scene.send(learner), scene.send(learner)])
    expect([one.status, other.status].toSorted()).toEqual([201, expect.toSatisfy((status: number) => status === 409 || status === 422)])
    expect((await api.ask('GET', '/verification-requests', { as: learner.session })).body.requests).toHaveLength(1)
  })

  test.each([
    ['a skill that was not rated', { skills: ['3.3'] }, '/skills'],
    ['no evidence and no report', { evidence: [], experience: [] }, '/evidence'],
    ['evidence that is not theirs', { evidence: ['01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e'] }, '/evidence'],
    ['no skill', { skills: [] }, '/skills'],
  ])('%s cannot be sent', async (_what, changed, pointer) => {
    const body = { skills: ['1.1'], evidence: [learner.evidence], experience: [], ...changed }
    const refused = await api.ask('POST', '/verification-requests', { as: learner.session, body })
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, pointer])
  })

  test('somebody who never declared their ties is asked to, before anything is sent', async () => {
    const other = await api.add()
    await scene.rate(other, { '1.1': 2 })
    const evidence = [await scene.addText(other, 'A note', ['1.1'])]
    const refused = await api.ask('POST', '/verification-requests', { as: other.session, body: { skills: ['1.1'], evidence, experience: [] } })
    expect(refused.body.errors).toEqual([{ pointer: '', detail: expect.stringMatching(/where you work/) }])
  })

  test('before accepting, an assessor sees who asks and for what, and nothing of what was sent', async () => {
    const { id } = await sent()
    const { body } = await toAssess(id)
    expect(body).toMatchObject({
      learner: learner.person.name,
      skills: [{ skill: '1.1' }, { skill: '5.1' }],
      items: [],
      moves: ['accept', 'decline'],
    })
    expect(JSON.stringify(body)).not.toMatch(/secret/)
  })

  test('once accepted they see rating, reflection and evidence beside the level’s words, and a day by which to decide', async () => {
    const { id } = await sent()
    const { body } = await act(id, 'acceptance')
    expect(body).toMatchObject({ state: 'in-review', dueOn: '2026-12-21' })
    const [first, second] = body.items
    expect(first).toMatchObject({ skill: '1.1', rating: { level: 2, reflection: 'A secret reflection' }, evidence: [], restsOnExperience: true })
    expect(second).toMatchObject({ evidence: [{ title: 'A merged chronology', version: { number: 1 } }], restsOnExperience: false })
    expect(second.levels[2]).toMatchObject({ level: 3, indicator: 'Does chronologies at level 3' })
    expect(body.experience).toEqual([{ publisher: 'Northmoor Board', year: 2019, role: 'author', url: 'https://northmoor.example.org/a' }])
  })

  test('a rating or evidence that comes after sending is not in the request', async () => {
    const { id } = await sent()
    await scene.rate(learner, { '1.1': 4 })
    await scene.addText(learner, 'Something newer', ['1.1'])
    const { body } = await act(id, 'acceptance')
    expect(body.items[0].rating.level).toBe(2)
    expect(JSON.stringify(body)).not.toContain('Something newer')
  })

  test('a file is saved through the request it was sent with, by who looks at it and nobody else, until its owner closes it', async () => {
    const file = await scene.addFile(learner, 'A report as a file', ['5.1'], new TextEncoder().encode('What I wrote.'))
    const body = { skills: ['5.1'], evidence: [file], experience: [] }
    const { id } = (await api.ask('POST', '/verification-requests', { as: learner.session, body })).body
    const address = `/verification-requests/${id}/evidence/${file}/file`
    const save = (as = assessor.session) => api.api.fetch(new Request(`https://pool.test/api${address}`), edgeOf(as))
    const edgeOf = (as: string) => ({ actor: actors.get(as) ?? null, address: '', keepSession() {}, dropSession() {} })
    const actors = new Map(
      await Promise.all([assessor, learner].map(async ({ session }) => [session, await actorFor(api.db, session, api.clock.now())] as const)),
    )
    expect((await save()).status).toBe(404)
    await act(id, 'acceptance')
    const saved = await save()
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(saved.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await saved.text()).toBe('What I wrote.')
    expect((await save(learner.session)).status).toBe(403)
    await api.db.updateTable('evidence').set({ state: 'quarantined' }).where('id', '=', file).execute()
    expect((await save()).status).toBe(404)
    expect((await toAssess(id)).body.items[0].evidence).toMatchObject([{ title: 'A report as a file', version: null }])
  })

  test('a draft is kept as it is typed, incomplete too, and a second tab is told what it says now', async () => {
    const { id } = await sent()
    await act(id, 'acceptance')
    expect((await find(id, '1.1', { outcome: null, reason: 'Not yet su', equivalence: '' })).body).toMatchObject({ version: 1, outcome: null })
    const second = await find(id, '1.1', {})
    expect([second.status, second.body.current.reason]).toEqual([412, 'Not yet su'])
    expect((await toAssess(id)).body.items[0].finding).toMatchObject({ reason: 'Not yet su', version: 1 })
    expect((await find(id, '3.3', {})).status).toBe(404)
  })

  test('handing in names everything that is missing, also why prior experience is equivalent', async () => {
    const { id } = await sent()
    await act(id, 'acceptance')
    await find(id, '1.1', { equivalence: '' })
    await find(id, '5.1', { outcome: 'lower', level: 3 })
    const refused = await act(id, 'decision')
    expect(refused.status).toBe(422)
    expect(refused.body.errors.map(({ pointer }: any) => pointer)).toEqual(['/findings/1.1/equivalence', '/findings/5.1/level'])
  })

  test('a decision appends verified levels, is told by mail, and leaves the self-rating as it was', async () => {
    const id = await decided()
    const standings = (await profile()).skills
    const of = (skill: string) => standings.find((one: any) => one.skill === skill)
    expect(of('1.1')).toMatchObject({ self: { level: 2 }, verified: { level: 2 } })
    expect(of('5.1')).toMatchObject({ self: { level: 3 }, verified: { level: 1 } })
    const view = await read(id)
    expect(view).toMatchObject({ state: 'decided', answerable: ['5.1'], moves: ['answer'] })
    expect(view.findings).toMatchObject([
      { skill: '1.1', outcome: 'agree', level: 2, equivalence: 'The report shows the same' },
      { skill: '5.1', outcome: 'lower', level: 1 },
    ])
    const mails = await api.db.selectFrom('mail').select('subject').where('to_address', '=', learner.person.email).execute()
    expect(mails.map(({ subject }) => subject)).toEqual(['Your request for verification is decided'])
  })

  test('not enough to tell appends no level, and the skill can be sent again', async () => {
    const { id } = (await scene.send(learner, ['1.1'])).body
    await act(id, 'acceptance')
    await find(id, '1.1', { outcome: 'not-enough', reason: 'The report alone does not show it' })
    await act(id, 'decision')
    expect((await profile()).skills[0].verified).toBeNull()
    expect((await scene.send(learner, ['1.1'])).status).toBe(201)
  })

  test('a new rating after verification reopens that skill only', async () => {
    await decided()
    const options = async () => (await api.ask('GET', '/verification-options', { as: learner.session })).body.skills
    expect(await options()).toEqual([])
    await scene.rate(learner, { '1.1': 3 })
    expect(await options()).toMatchObject([{ rating: { skill: '1.1', level: 3 }, verified: { level: 2 }, reopened: true }])
  })

  test('a lower level is answered once, before a second assessor who sees nothing of the first', async () => {
    const second = await scene.anAssessor()
    const id = await decided()
    const answer = { answers: [{ skill: '5.1', text: 'The gaps are named in the second part of the chronology.' }] }
    const naming = { answers: [{ skill: '5.1', text: 'The gaps are named in the part about Child P.' }] }
    expect((await move(id, 'answer', naming)).body.errors).toMatchObject([{ pointer: '/readWarning' }])
    const answered = await move(id, 'answer', answer)
    expect(answered.body).toMatchObject({ state: 'offered', round: 2, assessor: second.person.name, moves: expect.not.arrayContaining(['answer']) })
    expect((await toAssess(id)).body).toMatchObject({ state: 'decided', items: [], round: 1 })
    const { body } = await act(id, 'acceptance', undefined, second)
    expect(body.items).toMatchObject([{ skill: '5.1', answer: answer.answers[0]!.text, finding: { version: 0, reason: '' } }])
    expect(JSON.stringify(body)).not.toMatch(/gaps that it does not name|"lower"/)
    await find(id, '5.1', { outcome: 'lower', level: 2, reason: 'Most gaps are named, one is not' }, second)
    await act(id, 'decision', undefined, second)
    expect((await read(id)).moves).toEqual([])
    expect((await move(id, 'answer', answer)).status).toBe(409)
    expect((await profile()).skills.find((one: any) => one.skill === '5.1').verified.level).toBe(2)
    expect((await toAssess(id, second)).body.findings).toMatchObject([{ round: 2, level: 2 }])
  })

  test('only a lower level can be answered, and the first decision stands when the answer is given up', async () => {
    const id = await decided()
    const wrong = await move(id, 'answer', { answers: [{ skill: '1.1', text: 'I would like it to be higher, please.' }] })
    expect(wrong.body.errors[0].pointer).toBe('/answers/0/skill')
    await move(id, 'answer', { answers: [{ skill: '5.1', text: 'The gaps are named in the second part.' }] })
    expect((await move(id, 'answer-withdrawal')).body).toMatchObject({ state: 'decided', moves: [] })
  })

  test('a withdrawn request cannot be decided, and its assessor is told so', async () => {
    const { id } = await sent()
    await act(id, 'acceptance')
    await find(id, '1.1', {})
    await move(id, 'withdrawal')
    const refused = await act(id, 'decision')
    expect([refused.status, refused.body.title]).toEqual([409, expect.stringMatching(/was withdrawn by the person who sent it/)])
    expect((await find(id, '5.1', {})).status).toBe(409)
    expect((await profile()).skills[0].verified).toBeNull()
    expect((await move(id, 'withdrawal')).status).toBe(409)
  })

  test('a learner objects once, with a reason, and somebody else is asked', async () => {
    const second = await scene.anAssessor()
    const { id, assessor: first } = await sent()
    expect((await move(id, 'objection', { reason: 'short' })).body.errors[0].pointer).toBe('/reason')
    const objected = await move(id, 'objection', { reason: 'We applied for the same post last year.' })
    expect(objected.body.assessor).not.toBe(first)
    expect([assessor.person.name, second.person.name]).toContain(objected.body.assessor)
    expect(objected.body.moves).not.toContain('object')
    expect((await move(id, 'objection', { reason: 'I would rather have another one.' })).status).toBe(409)
  })

  test('declining for a conflict is kept as a tie, and goes to the next; the learner is not told the reason, also not in what is held on them', async () => {
    const second = await scene.anAssessor()
    const { id } = await sent()
    const holder = (await read(id)).assessor === assessor.person.name ? assessor : second
    const declined = await act(id, 'refusal', { why: 'conflict', reason: 'She is my neighbour, as it happens' }, holder)
    expect(declined.status).toBe(204)
    const view = await read(id)
    expect(view).toMatchObject({ state: 'offered', assessor: (holder === assessor ? second : assessor).person.name })
    expect(JSON.stringify(view)).not.toContain('neighbour')
    expect(JSON.stringify((await api.ask('GET', `/people/${learner.person.id}/record`, { as: learner.session })).body)).not.toContain('neighbour')
    expect((await toAssess(id, holder)).status).toBe(404)
    await move(id, 'withdrawal')
    expect((await sent()).assessor).not.toBe(holder.person.name)
  })

  test('an offer that nobody answers lapses after 14 days, is told, and can be sent again to somebody else', async () => {
    const { id } = await sent()
    api.clock.pass(14 * day - 1)
    await tendRequests(api.db, api.clock.now())
    expect((await findRequest(api.db, id))!.progress.state).toBe('offered')
    const second = await scene.anAssessor()
    api.clock.pass(1)
    await tendRequests(api.db, api.clock.now())
    // Both were signed out meanwhile.
    for (const somebody of [learner, assessor])
      somebody.session = await api.db.transaction().execute((tx) => startSession(tx, somebody.account.id, 'signed-in', api.clock.now()))
    expect(await read(id)).toMatchObject({ state: 'lapsed', moves: ['resend', 'withdraw'] })
    expect((await act(id, 'acceptance')).body.title).toMatch(/lapsed/)
    expect((await move(id, 'resending')).body).toMatchObject({ state: 'offered', assessor: second.person.name })
    const mails = await api.db.selectFrom('mail').select('subject').where('to_address', '=', learner.person.email).execute()
    expect(mails.map(({ subject }) => subject)).toEqual(['Your request for verification was not answered'])
  })

  test('a request that nobody was free for goes to an assessor who becomes free', async () => {
    await api.db.deleteFrom('affiliation_declaration').where('person_id', '=', assessor.person.id).execute()
    const { id } = await sent()
    expect((await read(id)).state).toBe('requested')
    await scene.declare(assessor)
    await tendRequests(api.db, api.clock.now())
    expect((await read(id)).state).toBe('offered')
  })

  test('what is stored of a request is what its events say when they are replayed', async () => {
    await scene.anAssessor()
    const id = await decided()
    await move(id, 'answer', { answers: [{ skill: '5.1', text: 'The gaps are named in the second part.' }] })
    const row = await api.db.selectFrom('verification_request').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const { progress } = (await findRequest(api.db, id))!
    expect([row.state, row.round, row.assessor_id, row.offered_at, row.accepted_at, row.decided_at]).toEqual([
      progress.state,
      progress.round,
      progress.assessorId,
      progress.offeredAt,
      progress.acceptedAt,
      progress.decidedAt,
    ])
  })

  test('requests are shared out fairly', async () => {
    await scene.anAssessor()
    await scene.anAssessor()
    const given = new Map<string, number>()
    for (let number = 0; number < 6; number++) {
      const { assessor: name } = (await scene.send(await scene.aLearner())).body
      given.set(name, (given.get(name) ?? 0) + 1)
    }
    expect([...given.values()]).toEqual([2, 2, 2])
  })
})
