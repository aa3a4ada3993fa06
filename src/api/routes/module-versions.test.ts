import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApiDeps } from '#api/deps.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { takeModule } from '#testing/certificates.ts'
import { homes } from '#testing/databases.ts'
import { aFramework } from '#testing/framework.ts'
import { aModule, aNextVersion, aPath } from '#testing/module.ts'

const contentWith = (modules: ApiDeps['content']['modules']) => ({
  content: { modules, paths: [aPath()], regimes: [], sources: [], frameworks: [aFramework()], dossiers: [] },
})

describe.each(homes)('versions of a module over $name', (home) => {
  let before: StartedApi
  let after: StartedApi
  beforeAll(async () => {
    before = await startApi(home, contentWith([aModule()]))
    // The next release, over the same database.
    after = await startApi(home, { ...contentWith([aModule(), aNextVersion()]), db: before.db })
  })
  afterAll(() => before.stop())

  async function halfWay(lessons = ['first', 'second']) {
    const learner = await before.add()
    const { body: enrolment } = await before.ask('POST', '/enrolments', { as: learner.session, body: { moduleId: 'm1' } })
    for (const lesson of lessons) await before.ask('POST', `/enrolments/${enrolment.id}/lessons`, { as: learner.session, body: { lesson } })
    return { ...learner, enrolment }
  }
  const moduleOf = async (session: string) => (await after.ask('GET', '/modules/m1', { as: session })).body

  test('somebody half-way stays on their version and is told what changed and what moving on would ask of them', async () => {
    const { session } = await halfWay()
    const { module, newer } = await moduleOf(session)
    expect(module.version).toBe(1)
    expect((await after.ask('GET', '/modules/m1/lessons/second', { as: session })).body).toMatchObject({ moduleVersion: 1 })
    expect(newer).toEqual({
      version: 2,
      changed: ['What version 2 says differently.'],
      again: [{ id: 'second', title: 'Lesson second' }],
      added: [{ id: 'third', title: 'Lesson third' }],
      standing: 'may-move',
    })
  })

  test('newcomers get the newest version and are told of no other', async () => {
    const { session } = await after.add()
    expect(await moduleOf(session)).toMatchObject({ module: { version: 2 }, newer: null })
    expect((await after.ask('POST', '/enrolments', { as: session, body: { moduleId: 'm1' } })).body).toMatchObject({ moduleVersion: 2 })
    expect(await moduleOf(session)).toMatchObject({ module: { version: 2 }, newer: null })
  })

  test('moving on keeps the lessons whose words are the same, and a place in another lesson without its block', async () => {
    const { session, person, enrolment } = await halfWay()
    const place = { lesson: 'second', block: 'b1' }
    await before.ask('PUT', `/enrolments/${enrolment.id}/place`, { as: session, ifMatch: 1, body: place })
    const moved = await after.ask('POST', `/enrolments/${enrolment.id}/version`, { as: session, ifMatch: 2, body: { to: 2 } })
    expect(moved.body).toMatchObject({ moduleVersion: 2, version: 3, lessonsRead: ['first'], place: { lesson: 'second', block: null } })
    expect(await moduleOf(session)).toMatchObject({ module: { version: 2 }, newer: null, enrolment: { lessonsRead: ['first'] } })
    const coordinator = await after.addOf('coordinator')
    const history = await after.ask('GET', `/people/${person.id}/history`, { as: coordinator.session })
    expect(history.body.events[0]).toMatchObject({ action: 'module-version-moved', changes: [{ field: 'What reviews are for', from: 1, to: 2 }, {}] })
    // Sent once more, it finds that it is done.
    expect((await after.ask('POST', `/enrolments/${enrolment.id}/version`, { as: session, ifMatch: 2, body: { to: 2 } })).status).toBe(200)
  })

  test('a stale page, and a version that is not the newest, are refused', async () => {
    const { session, enrolment } = await halfWay()
    const move = (ifMatch: number, to: number) => after.ask('POST', `/enrolments/${enrolment.id}/version`, { as: session, ifMatch, body: { to } })
    expect((await move(9, 2)).status).toBe(412)
    expect((await move(1, 3)).body).toMatchObject({ status: 409, allowed: ['read'] })
  })

  test('nobody moves on while a try is open, nor after a pass', async () => {
    const { session, enrolment } = await halfWay()
    const { body: attempt } = await before.ask('POST', '/attempts', { as: session, body: { moduleId: 'm1' } })
    expect((await moduleOf(session)).newer.standing).toBe('check-under-way')
    const move = () => after.ask('POST', `/enrolments/${enrolment.id}/version`, { as: session, ifMatch: 1, body: { to: 2 } })
    expect((await move()).body).toMatchObject({ status: 409, allowed: ['submit'] })
    let { version } = attempt
    for (const { position } of attempt.items)
      version = (
        await before.ask('PUT', `/attempts/${attempt.id}/items/${position}`, { as: session, ifMatch: version, body: { chosen: 'b', flagged: false } })
      ).body.version
    expect((await before.ask('POST', `/attempts/${attempt.id}/submission`, { as: session, ifMatch: version })).body.passed).toBe(true)
    expect((await moduleOf(session)).newer.standing).toBe('passed')
    expect((await move()).body).toMatchObject({ status: 409, allowed: ['read'] })
  })

  test('an old try is shown as it was seen, before it is handed in and after, whatever a later version says', async () => {
    const { session } = await halfWay()
    const { body: open } = await before.ask('POST', '/attempts', { as: session, body: { moduleId: 'm1' } })
    const read = async (from: StartedApi) => (await from.ask('GET', `/attempts/${open.id}`, { as: session })).body
    expect(await read(after)).toEqual(open)
    await after.ask('POST', `/attempts/${open.id}/submission`, { as: session, ifMatch: open.version })
    expect(await read(after)).toEqual(await read(before))
    expect(await read(after)).toMatchObject({ state: 'submitted', moduleVersion: 1 })
  })

  test('whoever moved on draws from the bank of the version they are on, and tries of both count as tries', async () => {
    const { session, enrolment } = await halfWay()
    expect((await takeModule(before, session, 'm1', 3)).body).toMatchObject({ passed: false, number: 1 })
    await after.ask('POST', `/enrolments/${enrolment.id}/version`, { as: session, ifMatch: 1, body: { to: 2 } })
    for (const lesson of ['second', 'third']) await after.ask('POST', `/enrolments/${enrolment.id}/lessons`, { as: session, body: { lesson } })
    const { body } = await after.ask('POST', '/attempts', { as: session, body: { moduleId: 'm1' } })
    expect(body).toMatchObject({ number: 2, moduleVersion: 2 })
    const items = await after.db.selectFrom('attempt_item').select(['question', 'question_version']).where('attempt_id', '=', body.id).execute()
    expect(items.filter(({ question }) => question === 'q24')).toEqual([])
    for (const { question, question_version } of items) expect(question_version).toBe(question === 'q1' ? 2 : 1)
  })
})
