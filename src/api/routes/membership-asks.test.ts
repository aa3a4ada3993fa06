import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

describe.each(homes)('joining the pool over $name', (home) => {
  let api: StartedApi
  let coordinator: Someone
  beforeAll(async () => {
    api = await startApi(home)
    coordinator = await api.addOf('coordinator', 'north-east')
  })
  afterAll(() => api.stop())

  const words = 'Twenty years in safeguarding, of them six as a board manager'
  const learner = () => api.add({ profile: { region: 'north-east' } })
  const asks = (one: Someone, roles = ['author', 'chair']) => api.ask('POST', '/membership-asks', { as: one.session, body: { roles, words } })
  const decides = (ask: { id: string; version: number }, body: object, as = coordinator) =>
    api.ask('PUT', `/membership-asks/${ask.id}/decision`, { as: as.session, ifMatch: ask.version, body })
  const moves = (one: Someone, version: number, body: object, as = coordinator) =>
    api.ask('PUT', `/people/${one.person.id}/standing`, {
      as: as.session,
      ifMatch: version,
      body: { until: null, reason: 'Agreed with them', ...body },
    })
  const listed = async (query = '') => (await api.ask('GET', `/membership-asks${query}`, { as: coordinator.session })).body
  const mailTo = async (one: Someone) =>
    (await api.db.selectFrom('mail').select('subject').where('account_id', '=', one.account.id).orderBy('id').execute()).map(({ subject }) => subject)
  const standingOf = async (one: Someone) => (await api.ask('GET', `/people/${one.person.id}/standing`, { as: one.session })).body

  test('a learner asks to join, waits, and a coordinator of the region finds the ask with their words', async () => {
    const one = await learner()
    expect((await api.ask('GET', '/membership', { as: one.session })).body).toMatchObject({ standing: 'enquirer', canAsk: true, ask: null })
    expect((await api.ask('GET', '/task-list', { as: one.session })).body.membership).toBe('can-ask')
    const { status, body } = await asks(one)
    expect(status).toBe(201)
    expect((await api.ask('GET', '/membership', { as: one.session })).body).toMatchObject({ canAsk: false, ask: { id: body.id, state: 'open' } })
    expect((await api.ask('GET', '/task-list', { as: one.session })).body.membership).toBe('asked')
    expect((await listed()).asks).toContainEqual(
      expect.objectContaining({ personId: one.person.id, words, roles: ['author', 'chair'], region: 'north-east' }),
    )
  })

  test('a second ask is refused while the first waits, also when both are sent at once', async () => {
    const one = await learner()
    const answers = await Promise.all([asks(one), asks(one), asks(one)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
    expect((await asks(one)).body.title).toBe('You have asked already. A coordinator answers')
  })

  test('an ask without a role or without words says what is missing and where', async () => {
    const one = await learner()
    const { status, body } = await api.ask('POST', '/membership-asks', { as: one.session, body: { roles: [], words: 'Me' } })
    expect(status).toBe(422)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual(['/roles', '/words'])
  })

  test('an ask can be taken back, and then made again', async () => {
    const one = await learner()
    const { body: ask } = await asks(one)
    expect((await api.ask('POST', `/membership-asks/${ask.id}/withdrawal`, { as: one.session, ifMatch: ask.version })).body.state).toBe('withdrawn')
    expect((await api.ask('POST', `/membership-asks/${ask.id}/withdrawal`, { as: one.session, ifMatch: 2 })).status).toBe(409)
    expect((await decides(ask, { to: 'accepted', reason: null })).status).toBe(409)
    expect((await asks(one)).status).toBe(201)
  })

  test('a yes makes them a member in checks, tells them by mail, and stands in their history', async () => {
    const one = await learner()
    const { body: ask } = await asks(one)
    expect((await decides(ask, { to: 'accepted', reason: 'Glad to have you' })).body).toMatchObject({ state: 'accepted', reason: 'Glad to have you' })
    expect(await standingOf(one)).toMatchObject({ standing: 'in-checks', reason: 'Glad to have you', moves: [] })
    expect(await mailTo(one)).toEqual(['You are joining the pool'])
    expect((await asks(one)).body.title).toBe('You are a member of the pool already')
    const { events } = (await api.ask('GET', `/people/${one.person.id}/history`, { as: coordinator.session })).body
    expect(events.slice(0, 2).map(({ action }: { action: string }) => action)).toEqual(['standing-changed', 'membership-ask-accepted'])
    expect((await listed('?state=accepted')).asks).toContainEqual(expect.objectContaining({ id: ask.id }))
  })

  test('a no needs a reason, which they are told, and leaves them where they were', async () => {
    const one = await learner()
    const { body: ask } = await asks(one)
    expect((await decides(ask, { to: 'declined', reason: 'No' })).body.errors[0].pointer).toBe('/reason')
    expect((await decides(ask, { to: 'declined', reason: 'Finish the core path first' })).status).toBe(200)
    expect(await standingOf(one)).toMatchObject({ standing: 'enquirer' })
    expect(await mailTo(one)).toEqual(['About your wish to join the pool'])
    expect((await api.ask('GET', '/membership', { as: one.session })).body).toMatchObject({
      canAsk: true,
      ask: { reason: 'Finish the core path first' },
    })
  })

  test('of two coordinators who answer at once one does, and the other is told that it was answered', async () => {
    const one = await learner()
    const { body: ask } = await asks(one)
    const answers = await Promise.all([
      decides(ask, { to: 'accepted', reason: null }),
      decides(ask, { to: 'declined', reason: 'Finish the core path first' }),
    ])
    expect(answers.map(({ status }) => status).toSorted()[0]).toBe(200)
    expect([409, 412]).toContain(answers.map(({ status }) => status).toSorted()[1])
    expect((await mailTo(one)).length).toBe(1)
  })

  test('the roster can leave out those who are not members yet', async () => {
    const [one, other] = [
      await api.add({ name: 'Edda Learning', profile: { region: 'north-east' } }),
      await api.add({ name: 'Edda Membering', standing: 'active', profile: { region: 'north-east' } }),
    ]
    const found = async (query: string) =>
      (await api.ask('GET', `/people?${query}`, { as: coordinator.session })).body.people.map(({ id }: { id: string }) => id)
    expect(await found('name=edda')).toEqual([one.person.id, other.person.id])
    expect(await found('name=edda&who=members')).toEqual([other.person.id])
    const total = async (query: string) => (await api.ask('GET', `/people?${query}`, { as: coordinator.session })).body.total
    expect((await total('who=members')) + (await total('standing=enquirer')) + (await total('standing=applicant'))).toBe(await total(''))
  })

  test('a coordinator moves somebody along the table with a reason, and a pause has its end', async () => {
    const one = await api.add({ standing: 'active', profile: { region: 'north-east' } })
    const before = (await api.ask('GET', `/people/${one.person.id}/standing`, { as: coordinator.session })).body
    expect(before.moves).toContain('paused')
    expect((await moves(one, before.version, { to: 'paused', reason: '' })).body.errors[0].pointer).toBe('/reason')
    expect((await moves(one, before.version, { to: 'paused', until: '2020-01-01' })).body.errors).toEqual([
      { pointer: '/until', detail: 'This must be after today' },
    ])
    expect((await moves(one, before.version, { to: 'retired', until: '2099-01-01' })).body.errors[0].pointer).toBe('/until')
    const paused = await moves(one, before.version, { to: 'paused', until: '2099-01-01' })
    expect(paused.body).toMatchObject({ standing: 'paused', until: '2099-01-01', version: before.version + 1 })
    const refused = await moves(one, paused.body.version, { to: 'suspended' })
    expect(refused.status).toBe(409)
    expect(refused.body.allowed).toEqual(['active', 'supervised', 'in-training', 'retired', 'removed', 'expired'])
    const late = await moves(one, before.version, { to: 'active' })
    expect(late.status).toBe(412)
    expect(late.body.current).toMatchObject({ standing: 'paused', until: '2099-01-01' })
  })

  test('somebody who is made a member without an answer to their ask has the answer in that', async () => {
    const one = await learner()
    const { body: ask } = await asks(one)
    const { version } = await standingOf(one)
    expect((await moves(one, version, { to: 'in-checks' })).status).toBe(200)
    expect((await listed()).asks.map(({ id }: { id: string }) => id)).not.toContain(ask.id)
    expect(await mailTo(one)).toEqual(['You are joining the pool'])
  })
})
