import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type Answer, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aFramework } from '#testing/framework.ts'
import { aModule, aPath } from '#testing/module.ts'

describe.each(homes)('training over $name', (home) => {
  let api: StartedApi
  beforeAll(async () => {
    api = await startApi(home)
  })
  afterAll(() => api.stop())

  async function readyForCheck() {
    const learner = await api.add()
    const { body: enrolment } = await api.ask('POST', '/enrolments', { as: learner.session, body: { moduleId: 'm1' } })
    for (const lesson of ['first', 'second']) await api.ask('POST', `/enrolments/${enrolment.id}/lessons`, { as: learner.session, body: { lesson } })
    return { ...learner, enrolment }
  }

  async function takeCheck(session: string, right: number): Promise<Answer> {
    let { body: attempt } = await api.ask('POST', '/attempts', { as: session, body: { moduleId: 'm1' } })
    for (const { position } of attempt.items) {
      const chosen = position <= right ? 'b' : 'a'
      attempt = (
        await api.ask('PUT', `/attempts/${attempt.id}/items/${position}`, { as: session, ifMatch: attempt.version, body: { chosen, flagged: false } })
      ).body
    }
    return api.ask('POST', `/attempts/${attempt.id}/submission`, { as: session, ifMatch: attempt.version })
  }

  test('starting a module twice makes one enrolment', async () => {
    const { session } = await api.add()
    const [first, second] = [
      await api.ask('POST', '/enrolments', { as: session, body: { moduleId: 'm1' } }),
      await api.ask('POST', '/enrolments', { as: session, body: { moduleId: 'm1' } }),
    ]
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.body.id).toBe(first.body.id)
  })

  test('five quick clicks with one Idempotency-Key start one check, and every click gets the same answer', async () => {
    const { session } = await readyForCheck()
    const clicks = await Promise.all(
      Array.from({ length: 5 }, () =>
        api.ask('POST', '/attempts', { as: session, body: { moduleId: 'm1' }, headers: { 'idempotency-key': 'the-same-click' } }),
      ),
    )
    expect(clicks.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    expect(new Set(clicks.map(({ body }) => body.id)).size).toBe(1)
  })

  test('five quick clicks with five keys start one check, and the others are told to go on with it', async () => {
    const { session } = await readyForCheck()
    const clicks = await Promise.all(Array.from({ length: 5 }, () => api.ask('POST', '/attempts', { as: session, body: { moduleId: 'm1' } })))
    expect(clicks.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409])
  })

  test('a key used for another request is refused', async () => {
    const { session } = await api.add()
    const headers = { 'idempotency-key': 'used-for-two-things' }
    await api.ask('POST', '/enrolments', { as: session, body: { moduleId: 'm1' }, headers })
    expect((await api.ask('POST', '/enrolments', { as: session, body: { moduleId: 'm2' }, headers })).status).toBe(422)
  })

  test('the check is closed until every lesson is read', async () => {
    const { session } = await api.add()
    await api.ask('POST', '/enrolments', { as: session, body: { moduleId: 'm1' } })
    const refused = await api.ask('POST', '/attempts', { as: session, body: { moduleId: 'm1' } })
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ allowed: ['read-lessons'] })
  })

  test('no reply before submission tells which option is right; the result explains every option', async () => {
    const { session } = await readyForCheck()
    const started = await api.ask('POST', '/attempts', { as: session, body: { moduleId: 'm1' } })
    const read = await api.ask('GET', `/attempts/${started.body.id}`, { as: session })
    const answered = await api.ask('PUT', `/attempts/${started.body.id}/items/1`, { as: session, ifMatch: 1, body: { chosen: 'a', flagged: true } })
    for (const { body } of [started, read, answered]) expect(JSON.stringify(body)).not.toMatch(/correct|feedback|"right"/)
    const submitted = await api.ask('POST', `/attempts/${started.body.id}/submission`, { as: session, ifMatch: answered.body.version })
    expect(submitted.body.items[0].options).toHaveLength(4)
    for (const option of submitted.body.items[0].options)
      expect(option).toMatchObject({ feedback: `What ${option.id} misses`, sources: [{ id: 'S01' }] })
  })

  test('eight right of ten passes, completes the training on the roster, and the coordinator sees it but no answer', async () => {
    const { session, person } = await readyForCheck()
    const { body } = await takeCheck(session, 8)
    expect(body).toMatchObject({ state: 'submitted', right: 8, passed: true, moduleVersion: 1 })
    const coordinator = await api.addOf('coordinator')
    const record = await api.ask('GET', `/people/${person.id}/training`, { as: coordinator.session })
    expect(record.body.modules[0]).toMatchObject({ state: 'passed', tries: 1, bestRight: 8 })
    expect(JSON.stringify(record.body)).not.toContain('chosen')
    const roster = await api.ask('GET', `/people?training=completed&name=${encodeURIComponent(person.name)}`, { as: coordinator.session })
    expect(roster.body.people.map(({ id }: { id: string }) => id)).toContain(person.id)
    expect((await api.ask('GET', `/attempts/${body.id}`, { as: coordinator.session })).status).toBe(404)
  })

  test('after three failed tries the next opens in a day', async () => {
    const { session } = await readyForCheck()
    for (const number of [1, 2, 3]) expect((await takeCheck(session, 7)).body).toMatchObject({ passed: false, number })
    expect((await api.ask('POST', '/attempts', { as: session, body: { moduleId: 'm1' } })).body).toMatchObject({ status: 409, allowed: ['wait'] })
    api.clock.pass(24 * 60)
    expect((await api.ask('POST', '/attempts', { as: session, body: { moduleId: 'm1' } })).status).toBe(201)
    api.clock.pass(-24 * 60)
  })

  test('a submitted check cannot be answered or submitted again', async () => {
    const { session } = await readyForCheck()
    const { body } = await takeCheck(session, 10)
    expect(
      (await api.ask('PUT', `/attempts/${body.id}/items/1`, { as: session, ifMatch: body.version, body: { chosen: 'a', flagged: false } })).status,
    ).toBe(409)
    expect((await api.ask('POST', `/attempts/${body.id}/submission`, { as: session, ifMatch: body.version })).status).toBe(409)
  })

  test('a second tab that answers from an old version is told so and given the answers as they are', async () => {
    const { session } = await readyForCheck()
    const { body } = await api.ask('POST', '/attempts', { as: session, body: { moduleId: 'm1' } })
    await api.ask('PUT', `/attempts/${body.id}/items/1`, { as: session, ifMatch: 1, body: { chosen: 'a', flagged: false } })
    const late = await api.ask('PUT', `/attempts/${body.id}/items/2`, { as: session, ifMatch: 1, body: { chosen: 'b', flagged: false } })
    expect(late.status).toBe(412)
    expect(late.body.current.items[0].chosen).toBe('a')
  })

  test('the place is kept and found again, and another person’s enrolment is not there', async () => {
    const { session, enrolment } = await readyForCheck()
    const kept = await api.ask('PUT', `/enrolments/${enrolment.id}/place`, { as: session, ifMatch: 1, body: { lesson: 'second', block: 'b1' } })
    expect(kept.body.place).toEqual({ lesson: 'second', block: 'b1' })
    const tasks = await api.ask('GET', '/task-list', { as: session })
    expect(tasks.body.tasks.map(({ key }: { key: string }) => key)).toEqual(['profile', 'skills', 'plan', 'm1', 'evidence', 'verification'])
    const stranger = await api.add()
    expect(
      (await api.ask('PUT', `/enrolments/${enrolment.id}/place`, { as: stranger.session, ifMatch: 2, body: { lesson: 'first', block: null } }))
        .status,
    ).toBe(404)
  })

  test('somebody half-way stays on their version when a newer one is published', async () => {
    const versioned = await startApi(home, {
      content: { modules: [aModule(1), aModule(2)], paths: [aPath()], regimes: [], sources: [], frameworks: [aFramework()], dossiers: [] },
    })
    const learner = await versioned.add()
    const { body } = await versioned.ask('POST', '/enrolments', { as: learner.session, body: { moduleId: 'm1' } })
    expect(body.moduleVersion).toBe(2)
    await versioned.db.updateTable('enrolment').set({ module_version: 1 }).where('id', '=', body.id).execute()
    expect((await versioned.ask('GET', '/modules/m1', { as: learner.session })).body.module.version).toBe(1)
    expect((await versioned.ask('GET', '/modules/m1/lessons/first', { as: learner.session })).body.moduleVersion).toBe(1)
    await versioned.stop()
  })
})
