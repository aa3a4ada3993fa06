import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type Answer, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

describe.each(homes)('diagnostics over $name', (home) => {
  let api: StartedApi
  beforeAll(async () => {
    api = await startApi(home)
  })
  afterAll(() => api.stop())

  const begin = (session: string) => api.ask('POST', '/diagnostics', { as: session, body: { moduleId: 'm1' } })
  const moduleOf = async (session: string) => (await api.ask('GET', '/modules/m1', { as: session })).body

  /** Takes the diagnostic with so many right; gives every reply there was, the last of them the result. */
  async function take(session: string, right: number): Promise<Answer[]> {
    const replies = [await begin(session)]
    const { id, items } = replies[0]!.body
    for (const { position } of items) {
      const sent = { as: session, ifMatch: replies.at(-1)!.body.version, body: { chosen: position <= right ? 'b' : 'a', flagged: false } }
      replies.push(await api.ask('PUT', `/attempts/${id}/items/${position}`, sent))
    }
    replies.push(await api.ask('GET', `/attempts/${id}`, { as: session }))
    return [...replies, await api.ask('POST', `/attempts/${id}/submission`, { as: session, ifMatch: replies.at(-1)!.body.version })]
  }

  test('its rules come with the module, and beginning it begins the module', async () => {
    const { session } = await api.add()
    expect((await moduleOf(session)).diagnostic).toEqual({
      items: 15,
      passPercent: 90,
      minutes: 15,
      tries: 1,
      standing: { kind: 'ready', triesLeft: 1 },
    })
    const { status, body } = await begin(session)
    expect(status).toBe(201)
    expect(body).toMatchObject({ kind: 'diagnostic', state: 'open', passPercent: 90, moduleVersion: 1 })
    expect(body.items).toHaveLength(15)
    expect(await moduleOf(session)).toMatchObject({
      enrolment: { moduleVersion: 1 },
      nextTry: { kind: 'ready', number: 1, triesLeft: 3 },
      diagnostic: { standing: { kind: 'under-way', attempt: body.id } },
    })
    expect((await begin(session)).body).toMatchObject({ status: 409, allowed: ['answer', 'submit'] })
  })

  test('passing it completes the module without a lesson read, and the record says by what', async () => {
    const learner = await api.add({ name: 'Experienced Person' })
    const result = (await take(learner.session, 14)).at(-1)!.body
    expect(result).toMatchObject({ state: 'submitted', right: 14, passed: true, nextTry: { kind: 'passed', by: 'diagnostic' } })
    expect(result.items).toHaveLength(15)
    const { session } = await api.addOf('coordinator')
    const record = await api.ask('GET', `/people/${learner.person.id}/training`, { as: session })
    expect(record.body.modules[0]).toMatchObject({ state: 'passed', passedBy: 'diagnostic', tries: 0, bestRight: null, lessonsRead: 0 })
    const roster = await api.ask('GET', '/people?training=completed&name=Experienced', { as: session })
    expect(roster.body.people).toHaveLength(1)
    expect((await api.ask('GET', '/certificates', { as: learner.session })).body.certificates).toHaveLength(1)
    expect((await begin(learner.session)).body).toMatchObject({ status: 409, allowed: ['read'] })
  })

  test('what passes a knowledge check does not pass it: it names the lessons to read and nothing of the questions, and the way through the lessons stays open', async () => {
    const learner = await api.add()
    const replies = await take(learner.session, 13)
    const result = replies.at(-1)!.body
    expect(result).toMatchObject({
      state: 'submitted',
      right: 13,
      passed: false,
      items: [],
      toRead: [{ id: 'first', title: 'Lesson first', missed: 2 }],
    })
    for (const { body } of replies) expect(JSON.stringify(body)).not.toMatch(/correct|feedback|"right":(true|false)/)
    expect(JSON.stringify(result)).not.toContain('Answer b')
    expect(await moduleOf(learner.session)).toMatchObject({
      nextTry: { kind: 'ready', number: 1, triesLeft: 3 },
      diagnostic: { standing: { kind: 'used', attempt: result.id } },
    })
    expect((await begin(learner.session)).body).toMatchObject({ status: 409, allowed: ['read', 'read-lessons'] })
    const { session } = await api.addOf('coordinator')
    const [record, history] = [
      await api.ask('GET', `/people/${learner.person.id}/training`, { as: session }),
      await api.ask('GET', `/people/${learner.person.id}/history`, { as: session }),
    ]
    expect(record.body.modules[0]).toMatchObject({ state: 'in-progress', tries: 0, bestRight: null })
    expect(history.body.events.map(({ action }: { action: string }) => action)).toEqual(['module-started'])
  })

  test('the check after a diagnostic asks first what the diagnostic did not', async () => {
    const { session } = await api.add()
    await take(session, 0)
    const { enrolment } = await moduleOf(session)
    for (const lesson of ['first', 'second']) await api.ask('POST', `/enrolments/${enrolment.id}/lessons`, { as: session, body: { lesson } })
    const { body } = await api.ask('POST', '/attempts', { as: session, body: { moduleId: 'm1' } })
    const questions = async (kind: string) =>
      (
        await api.db
          .selectFrom('attempt_item')
          .innerJoin('attempt', 'attempt.id', 'attempt_item.attempt_id')
          .select('question')
          .where('enrolment_id', '=', enrolment.id)
          .where('kind', '=', kind)
          .execute()
      ).map(({ question }) => question)
    expect(body.number).toBe(1)
    const seen = await questions('diagnostic')
    expect((await questions('check')).filter((question) => seen.includes(question))).toHaveLength(1)
  })

  test('once the check was begun there is no testing out, and with no tries set nobody is offered one', async () => {
    const { session } = await api.add()
    const { body: enrolment } = await api.ask('POST', '/enrolments', { as: session, body: { moduleId: 'm1' } })
    for (const lesson of ['first', 'second']) await api.ask('POST', `/enrolments/${enrolment.id}/lessons`, { as: session, body: { lesson } })
    await api.ask('POST', '/attempts', { as: session, body: { moduleId: 'm1' } })
    expect((await moduleOf(session)).diagnostic.standing).toEqual({ kind: 'closed', why: 'check-begun' })
    expect((await begin(session)).status).toBe(409)

    const administrator = await api.addOf('administrator')
    await api.ask('PUT', '/settings/diagnostic-tries', { as: administrator.session, ifMatch: 0, body: { value: 0 } })
    const other = await api.add()
    expect((await moduleOf(other.session)).diagnostic.standing).toEqual({ kind: 'closed', why: 'not-offered' })
    expect((await begin(other.session)).status).toBe(409)
    await api.ask('PUT', '/settings/diagnostic-tries', { as: administrator.session, ifMatch: 1, body: { value: 1 } })
  })

  test('five quick clicks start one diagnostic', async () => {
    const { session } = await api.add()
    const clicks = await Promise.all(Array.from({ length: 5 }, () => begin(session)))
    expect(clicks.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409])
  })

  test('a pass mark that is changed meanwhile does not change a diagnostic that was begun', async () => {
    const { session } = await api.add()
    const { body } = await begin(session)
    const administrator = await api.addOf('administrator')
    await api.ask('PUT', '/settings/diagnostic-pass-percent', { as: administrator.session, ifMatch: 0, body: { value: 100 } })
    expect((await api.ask('GET', `/attempts/${body.id}`, { as: session })).body.passPercent).toBe(90)
    await api.ask('PUT', '/settings/diagnostic-pass-percent', { as: administrator.session, ifMatch: 1, body: { value: 90 } })
  })
})
