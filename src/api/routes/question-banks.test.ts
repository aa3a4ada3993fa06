import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { remarkDue } from '#api/remark.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aFramework } from '#testing/framework.ts'
import { aModule, aNextVersion, aPath } from '#testing/module.ts'

const content = {
  modules: [aModule()],
  paths: [aPath()],
  regimes: [],
  sources: [],
  frameworks: [aFramework()],
  dossiers: [],
}
const reason = 'Two of its answers are right under the guidance of 2010.'

describe.each(homes)('question banks over $name', (home) => {
  let api: StartedApi
  let administrator: string
  let coordinator: string
  beforeAll(async () => {
    api = await startApi(home, { content })
    administrator = (await api.addOf('administrator')).session
    coordinator = (await api.addOf('coordinator')).session
  })
  afterAll(() => api.stop())

  async function reader(someone: Parameters<StartedApi['add']>[0] = {}) {
    const learner = await api.add(someone)
    const { body: enrolment } = await api.ask('POST', '/enrolments', { as: learner.session, body: { moduleId: 'm1' } })
    for (const lesson of ['first', 'second']) await api.ask('POST', `/enrolments/${enrolment.id}/lessons`, { as: learner.session, body: { lesson } })
    return { ...learner, enrolment }
  }

  const asked = async (attempt: string) =>
    api.db.selectFrom('attempt_item').selectAll().where('attempt_id', '=', attempt).orderBy('position').execute()

  /** Opens a check and answers it, so many right and the rest wrong; the first items are the right ones. */
  async function answer(session: string, right: number) {
    const { body: attempt } = await api.ask('POST', '/attempts', { as: session, body: { moduleId: 'm1' } })
    let { version } = attempt
    for (const { position } of attempt.items) {
      const sent = { as: session, ifMatch: version, body: { chosen: position <= right ? 'b' : 'a', flagged: false } }
      version = (await api.ask('PUT', `/attempts/${attempt.id}/items/${position}`, sent)).body.version
    }
    return { id: attempt.id as string, version: version as number, items: await asked(attempt.id) }
  }
  async function handIn(session: string, right: number) {
    const attempt = await answer(session, right)
    await api.ask('POST', `/attempts/${attempt.id}/submission`, { as: session, ifMatch: attempt.version })
    return attempt
  }
  const read = async (session: string, id: string) => (await api.ask('GET', `/attempts/${id}`, { as: session })).body
  const withdraw = (question: string, headers = {}) =>
    api.ask('POST', `/question-banks/m1/questions/${question}/1/withdrawal`, { as: administrator, body: { reason }, headers })
  const mails = async (account: string) =>
    (await api.db.selectFrom('mail').select(['subject', 'text']).where('account_id', '=', account).orderBy('id').execute()).filter(
      ({ subject }) => subject === 'Your result in a knowledge check went up',
    )

  test('an administrator sees every question with its answers, sources, versions and how often it was asked', async () => {
    const { body } = await api.ask('GET', '/question-banks/m1', { as: administrator })
    expect(body.questions).toHaveLength(24)
    expect(body.questions[0]).toMatchObject({
      id: 'q1',
      version: 1,
      outcome: 'purpose',
      lesson: { id: 'first', title: 'Lesson first' },
      standsIn: [1],
      withdrawn: null,
    })
    expect(body.questions[0].options[1]).toMatchObject({ id: 'b', correct: true, sources: [{ id: 'S01' }] })
    expect((await api.ask('GET', '/question-banks', { as: administrator })).body.banks[0]).toMatchObject({ moduleId: 'm1', inUse: 24, withdrawn: 0 })
    expect((await api.ask('GET', '/question-banks/m9', { as: administrator })).status).toBe(404)
    expect((await api.ask('GET', '/question-banks/m1/questions/q1/7', { as: administrator })).status).toBe(404)
  })

  test('questions of an older version are there too, and say in which versions they stand', async () => {
    const after = await startApi(home, { content: { ...content, modules: [aModule(), aNextVersion()] }, db: api.db })
    const { body } = await after.ask('GET', '/question-banks/m1', { as: administrator })
    const standsIn = Object.fromEntries(
      body.questions.map((one: { id: string; version: number; standsIn: number[] }) => [`${one.id} ${one.version}`, one.standsIn]),
    )
    expect(standsIn).toMatchObject({ 'q1 1': [1], 'q1 2': [2], 'q2 1': [1, 2], 'q24 1': [1] })
  })

  test('a re-mark that passes completes the training, issues the certificate, tells the person and is accounted for; one who had it right is not lowered', async () => {
    const [failed, passed] = [await reader({ name: 'Failed By One', email: 'failed@example.org' }), await reader({ email: 'passed@example.org' })]
    const seven = await handIn(failed.session, 7)
    const bad = seven.items[9]!.question // one of the ten, which they had wrong
    const ten = await handIn(passed.session, 10)
    const before = await read(passed.session, ten.id)

    const preview = await api.ask('GET', `/question-banks/m1/questions/${bad}/1`, { as: administrator })
    expect(preview.body).toMatchObject({ lacks: [], effect: { rises: 1, passes: 1 } })
    expect((await withdraw(bad)).status).toBe(201)

    expect(await read(failed.session, seven.id)).toMatchObject({
      right: 8,
      passed: true,
      remarked: { from: 7 },
      nextTry: { kind: 'passed', by: 'check' },
    })
    const item = (await read(failed.session, seven.id)).items.find(({ position }: { position: number }) => position === 10)
    expect(item).toMatchObject({ right: false, withdrawn: { reason } })
    const after = await read(passed.session, ten.id)
    expect(after).toMatchObject({ right: before.right, passed: before.passed, remarked: null })

    const roster = await api.ask('GET', `/people?training=completed&name=${encodeURIComponent('Failed By One')}`, { as: coordinator })
    expect(roster.body.people).toHaveLength(1)
    expect((await api.ask('GET', '/certificates', { as: failed.session })).body.certificates).toHaveLength(1)
    const told = await mails(failed.account.id)
    expect(told).toHaveLength(1)
    expect(told[0]!.text).toContain(`${reason}\n\nYour result was 7 of 10 and is now 8 of 10. You have passed.`)
    expect(await mails(passed.account.id)).toHaveLength(0)
    const history = await api.ask('GET', `/people/${failed.person.id}/history`, { as: coordinator })
    expect(history.body.events.map(({ action }: { action: string }) => action)).toContain('check-remarked')
  })

  test('withdrawn once more, run once more and sent once more, nothing rises twice and nobody is told twice', async () => {
    const learner = await reader({ email: 'once@example.org' })
    const attempt = await handIn(learner.session, 5)
    const bad = attempt.items[8]!.question
    const headers = { 'idempotency-key': 'a-single-click' }
    const [first, replay] = [await withdraw(bad, headers), await withdraw(bad, headers)]
    expect([first.status, replay.status]).toEqual([201, 201])
    expect((await withdraw(bad)).status).toBe(200)
    await remarkDue(api.deps)
    await Promise.all([remarkDue(api.deps), remarkDue(api.deps)])
    expect(await read(learner.session, attempt.id)).toMatchObject({ right: 6, passed: false, remarked: { from: 5 } })
    expect(await mails(learner.account.id)).toHaveLength(1)
    const other = attempt.items[9]!.question
    await withdraw(other)
    expect(await read(learner.session, attempt.id)).toMatchObject({ right: 7, remarked: { from: 5 } })
    expect(await mails(learner.account.id)).toHaveLength(2)
  })

  test('a question that is withdrawn in the middle of a check counts as right when it is handed in, is said to be so, and is no re-mark', async () => {
    const learner = await reader({ email: 'middle@example.org' })
    const attempt = await answer(learner.session, 7)
    const bad = attempt.items[7]!.question
    await withdraw(bad)
    const open = await read(learner.session, attempt.id)
    expect(open.items[7]).toMatchObject({ withdrawn: { reason } })
    expect(JSON.stringify(open)).not.toMatch(/correct|feedback|"right"/)
    await api.ask('POST', `/attempts/${attempt.id}/submission`, { as: learner.session, ifMatch: attempt.version })
    await remarkDue(api.deps)
    expect(await read(learner.session, attempt.id)).toMatchObject({ right: 8, passed: true, remarked: null })
    expect(await mails(learner.account.id)).toHaveLength(0)
  })

  test('what is withdrawn is never drawn again', async () => {
    const gone = (await api.db.selectFrom('withdrawn_question').select('question').execute()).map(({ question }) => question)
    expect(gone.length).toBeGreaterThan(2)
    for (let times = 0; times < 4; times++) {
      const { session } = await reader()
      const attempt = await answer(session, 0)
      expect(attempt.items.filter(({ question }) => gone.includes(question))).toEqual([])
    }
  })

  test('a withdrawal needs its reason, and is refused when too little would be left to draw from', async () => {
    const path = '/question-banks/m1/questions/q1/1/withdrawal'
    const refused = await api.ask('POST', path, { as: administrator, body: { reason: '  bad  ' } })
    expect(refused.body).toMatchObject({ status: 422, errors: [{ pointer: '/reason' }] })
    const small = await startApi(home, { content: { ...content, modules: [{ ...aModule(), questions: aModule().questions.slice(0, 10) }] } })
    const keeper = (await small.addOf('administrator')).session
    expect((await small.ask('GET', '/question-banks/m1/questions/q1/1', { as: keeper })).body.lacks).toEqual([
      { kind: 'too-few', left: 9, needs: 10 },
    ])
    expect((await small.ask('POST', path, { as: keeper, body: { reason } })).body).toMatchObject({ status: 409, allowed: ['read'] })
    await small.stop()
  })
})
