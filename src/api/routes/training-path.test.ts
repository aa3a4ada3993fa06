import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PoolRole } from '#domain/person.ts'
import { keepTrainingStates } from '#api/repository/training-states.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aFramework } from '#testing/framework.ts'
import { aModule, aPath } from '#testing/module.ts'

const content = {
  modules: [aModule(1, 'm3', 'The regime'), aModule(1), aModule(1, 'm2', 'Independence')],
  paths: [aPath(['m1', 'm2', 'm3'], ['m3']), { id: 'chair', title: 'Chair path', modules: [{ id: 'm7', for: ['chair' as const] }] }],
  regimes: [],
  sources: [],
  frameworks: [aFramework()],
  dossiers: [],
}

describe.each(homes)('the training path over $name', (home) => {
  let api: StartedApi
  beforeAll(async () => {
    api = await startApi(home, { content })
  })
  afterAll(() => api.stop())

  const learner = (roles: PoolRole[]) => api.add({ roles: [{ role: 'learner', region: null }], profile: { region: 'london', roles } })
  type Learner = Awaited<ReturnType<typeof learner>>

  async function read({ session }: Learner, moduleId: string) {
    const { body } = await api.ask('POST', '/enrolments', { as: session, body: { moduleId } })
    for (const lesson of ['first', 'second']) await api.ask('POST', `/enrolments/${body.id}/lessons`, { as: session, body: { lesson } })
  }
  async function take({ session }: Learner, moduleId: string, chosen: string) {
    let { body: attempt } = await api.ask('POST', '/attempts', { as: session, body: { moduleId } })
    for (const { position } of attempt.items)
      attempt = (
        await api.ask('PUT', `/attempts/${attempt.id}/items/${position}`, { as: session, ifMatch: attempt.version, body: { chosen, flagged: false } })
      ).body
    return (await api.ask('POST', `/attempts/${attempt.id}/submission`, { as: session, ifMatch: attempt.version })).body
  }
  async function pass(someone: Learner, ...modules: string[]) {
    for (const moduleId of modules) {
      await read(someone, moduleId)
      expect((await take(someone, moduleId, 'b')).passed).toBe(true)
    }
  }
  async function fail(someone: Learner, times: number) {
    await read(someone, 'm1')
    for (let number = 1; number <= times; number++) expect((await take(someone, 'm1', 'a')).passed).toBe(false)
  }
  const trainingOf = async ({ person, session }: Learner) => (await api.ask('GET', `/people/${person.id}`, { as: session })).body.training

  test('core training is completed with the last module asked of the role, not before, and an adviser is asked fewer', async () => {
    const [chair, adviser] = [await learner(['chair']), await learner(['adviser'])]
    for (const someone of [chair, adviser]) await pass(someone, 'm1', 'm2')
    expect([await trainingOf(chair), await trainingOf(adviser)]).toEqual(['in-progress', 'completed'])
    await pass(chair, 'm3')
    expect(await trainingOf(chair)).toBe('completed')
  })

  test('whoever takes up another role is asked what it asks, at once', async () => {
    const someone = await learner(['adviser'])
    await pass(someone, 'm1', 'm2')
    const { body: person } = await api.ask('GET', `/people/${someone.person.id}`, { as: someone.session })
    const profile = { name: person.name, phone: null, region: person.region, roles: ['adviser', 'author'] }
    const saved = await api.ask('PUT', `/people/${person.id}/profile`, { as: someone.session, ifMatch: person.version, body: profile })
    expect(saved.body.training).toBe('in-progress')
    const { body: list } = await api.ask('GET', '/task-list', { as: someone.session })
    expect(list.paths).toEqual([{ id: 'core', title: 'Common core', passed: 2, of: 3, minutesLeft: 28 }])
    expect(list.tasks.map(({ key }: { key: string }) => key)).toEqual(['profile', 'skills', 'plan', 'm1', 'm2', 'm3', 'evidence', 'verification'])
  })

  test('a core that grew takes completion from those who have not passed its new module, once, and from nobody else', async () => {
    const [chair, adviser] = [await learner(['chair']), await learner(['adviser'])]
    for (const someone of [chair, adviser]) await pass(someone, 'm1')
    const states = async () => [await trainingOf(chair), await trainingOf(adviser)]
    await keepTrainingStates(api.db, [aPath(['m1'])])
    expect(await states()).toEqual(['completed', 'completed'])
    await keepTrainingStates(api.db, [aPath(['m1', 'm3'], ['m3'])])
    expect(await states()).toEqual(['in-progress', 'completed'])
    await api.db.updateTable('person').set({ training: 'not-started' }).where('id', '=', chair.person.id).execute()
    await keepTrainingStates(api.db, [aPath(['m1', 'm3'], ['m3'])])
    expect(await states()).toEqual(['not-started', 'completed'])
    await keepTrainingStates(api.db, content.paths)
    expect(await states()).toEqual(['in-progress', 'in-progress'])
  })

  test('the catalogue recommends the next module of the path, tells what it is best done after, and keeps the order of the path', async () => {
    const someone = await learner(['author'])
    await pass(someone, 'm1')
    const { body } = await api.ask('GET', '/modules', { as: someone.session })
    expect(body).toMatchObject({ roles: ['author'], recommends: 'by-path', minutesLeft: 56 })
    expect(body.modules.map(({ module }: { module: { id: string } }) => module.id)).toEqual(['m2', 'm1', 'm3'])
    expect(body.modules[0]).toMatchObject({
      recommended: { next: true, gap: null },
      bestAfter: [{ id: 'm1', title: 'What reviews are for', passed: true }],
      path: { id: 'core', title: 'Common core', position: 2, of: 3 },
      serves: [{ skill: '1.1', level: 1 }],
    })
    expect(JSON.stringify(body)).not.toMatch(/"blocks"|"stem"|"correct"/)
  })

  test('a gap in a skill is a reason too, with the level said and the level asked', async () => {
    const someone = await learner(['chair'])
    const { body: started } = await api.ask('POST', '/self-assessments', { as: someone.session, body: { roles: ['chair'] } })
    for (const { skill } of started.asked)
      await api.ask('PUT', `/self-assessments/${started.id}/answers/${skill}`, {
        as: someone.session,
        ifMatch: 0,
        body: { level: 1, confidence: null, reflection: '' },
      })
    await api.ask('POST', `/self-assessments/${started.id}/submission`, { as: someone.session, ifMatch: started.version })
    const { body } = await api.ask('GET', '/modules', { as: someone.session })
    expect(body.recommends).toBe('by-gaps')
    expect(body.modules[0].recommended).toMatchObject({ next: true, gap: { skill: '1.1', self: 1 } })
    expect(body.modules[0].recommended.gap.needs).toBeGreaterThan(1)
  })

  test('nothing is recommended to those who only work here', async () => {
    const { session } = await api.addOf('coordinator')
    const { body } = await api.ask('GET', '/modules', { as: session })
    expect(body.recommends).toBe('no')
    expect(body.modules.every(({ recommended }: { recommended: unknown }) => recommended === null)).toBe(true)
  })

  test('extra tries lift the wait, are told to the learner with their reason, and stand in the history', async () => {
    const someone = await learner(['chair'])
    await fail(someone, 3)
    const { session: as } = await api.addOf('coordinator', 'london')
    const given = await api.ask('POST', `/people/${someone.person.id}/extra-tries`, {
      as,
      body: { moduleId: 'm1', tries: 1, reason: 'The power failed in the middle of the third try' },
    })
    expect(given.status).toBe(201)
    const { body: module } = await api.ask('GET', '/modules/m1', { as: someone.session })
    expect(module.nextTry).toEqual({ kind: 'ready', number: 4, triesLeft: 1 })
    expect(module.extraTries).toMatchObject([{ tries: 1, reason: 'The power failed in the middle of the third try' }])
    expect(await take(someone, 'm1', 'a')).toMatchObject({ passed: false, nextTry: { kind: 'wait' } })
    const { body: record } = await api.ask('GET', `/people/${someone.person.id}/training`, { as })
    expect(record.paths).toEqual([{ id: 'core', title: 'Common core', passed: 0, of: 3 }])
    expect(record.modules[0]).toMatchObject({ moduleId: 'm1', state: 'waiting', tries: 4, triesLeft: 0, extraTries: 1, onPath: true })
    const { body: history } = await api.ask('GET', `/people/${someone.person.id}/history`, { as: someone.session })
    expect(history.events.find(({ action }: { action: string }) => action === 'extra-tries-given')).toMatchObject({
      reason: 'The power failed in the middle of the third try',
      changes: [{ field: 'What reviews are for', to: 1 }],
    })
  })

  test('one click gives tries once, however often it is sent', async () => {
    const someone = await learner(['chair'])
    await fail(someone, 1)
    const { session: as } = await api.addOf('coordinator')
    const sent = { as, body: { moduleId: 'm1', tries: 2, reason: 'Illness' }, headers: { 'idempotency-key': 'one-click-for-tries' } }
    const answers = [
      await api.ask('POST', `/people/${someone.person.id}/extra-tries`, sent),
      await api.ask('POST', `/people/${someone.person.id}/extra-tries`, sent),
    ]
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect((await api.ask('GET', '/modules/m1', { as: someone.session })).body.nextTry).toMatchObject({ kind: 'ready', triesLeft: 4 })
  })

  test('extra tries need a reason, a module that was begun and a check that was not passed', async () => {
    const someone = await learner(['chair'])
    const { session: as } = await api.addOf('coordinator')
    const give = (body: object) => api.ask('POST', `/people/${someone.person.id}/extra-tries`, { as, body })
    expect((await give({ moduleId: 'm1', tries: 1, reason: ' ' })).body.errors).toMatchObject([{ pointer: '/reason' }])
    expect((await give({ moduleId: 'm1', tries: 9, reason: 'Illness' })).body.errors).toMatchObject([{ pointer: '/tries' }])
    expect((await give({ moduleId: 'm9', tries: 1, reason: 'Illness' })).body.errors).toMatchObject([{ pointer: '/moduleId' }])
    expect((await give({ moduleId: 'm1', tries: 1, reason: 'Illness' })).body).toMatchObject({ status: 409, allowed: ['start-module'] })
    await pass(someone, 'm1')
    expect((await give({ moduleId: 'm1', tries: 1, reason: 'Illness' })).body).toMatchObject({ status: 409, allowed: ['read'] })
  })
})
