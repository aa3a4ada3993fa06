import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { remindOfRechecks } from '../check-reminders.ts'
import { sweep } from '../retention.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>
const day = 24 * 60

describe.each(homes)('checks over $name', (home) => {
  let api: StartedApi
  let coordinator: Someone
  let member: Someone
  beforeEach(async () => {
    api = await startApi(home)
    coordinator = await api.addOf('coordinator', 'north-east')
    member = await api.add({ name: 'Amara Okafor', standing: 'active', profile: { region: 'north-east', roles: ['chair'] } })
  })
  afterEach(() => api.stop())

  const given = (changed = {}) => ({ kind: 'dbs', level: 'enhanced', number: '0012 3456 7890', issuedOn: '2026-10-05', note: null, ...changed })
  const record = (changed = {}, who = member) => api.ask('POST', `/people/${who.person.id}/checks`, { as: coordinator.session, body: given(changed) })
  const read = async (as = coordinator.session) => (await api.ask('GET', `/people/${member.person.id}/checks`, { as })).body
  const strike = (id: string, ifMatch = 1, reason = 'It is somebody else’s') =>
    api.ask('PUT', `/people/${member.person.id}/checks/${id}/strike`, { as: coordinator.session, ifMatch, body: { reason } })
  const due = async (query = '') => (await api.ask('GET', `/checks-due${query}`, { as: coordinator.session })).body
  const actions = async () =>
    (await api.db.selectFrom('audit_event').select(['action', 'by_person_id']).where('person_id', '=', member.person.id).orderBy('id').execute())
      .filter(({ action }) => action.startsWith('check'))
      .map(({ action }) => action)
  const stateOf = (body: { standings: { kind: string; state: string }[] }, wanted: string) =>
    body.standings.find(({ kind }) => kind === wanted)?.state
  const set = (key: string, value: number) => api.db.insertInto('setting').values({ key, value, updated_at: api.clock.now().toISOString() }).execute()

  test('a coordinator records a check with its number and date, and its re-check falls due as the policy says', async () => {
    const { status, body } = await record()
    expect([status, stateOf(body, 'dbs'), stateOf(body, 'insurance')]).toEqual([201, 'current', 'missing'])
    expect(body.checks).toMatchObject([
      { kind: 'dbs', level: 'enhanced', numberEnd: '7890', issuedOn: '2026-10-05', recheckOn: '2029-10-05', seenBy: coordinator.person.name },
    ])
    expect(JSON.stringify(body)).not.toContain('1234')
  })

  test.each([
    [{ number: '00123456789' }, '/number'],
    [{ number: null }, '/number'],
    [{ level: null }, '/level'],
    [{ level: 'thorough' }, '/level'],
    [{ issuedOn: '2026-11-24' }, '/issuedOn'],
    [{ issuedOn: 'last week' }, '/issuedOn'],
    [{ kind: 'horoscope' }, '/kind'],
  ])('%j is refused at %s, and nothing is recorded', async (changed, pointer) => {
    const { status, body } = await record(changed)
    expect([status, body.errors[0].pointer]).toEqual([422, pointer])
    expect((await read()).checks).toEqual([])
  })

  test('every look by somebody else is accounted for once, and every number that is asked for; the person’s own are not', async () => {
    const { body } = await record()
    await read()
    const number = (as: string) => api.ask('GET', `/people/${member.person.id}/checks/${body.checks[0].id}/number`, { as })
    expect((await number(coordinator.session)).body).toEqual({ number: '0012 3456 7890' })
    expect((await number(member.session)).body).toEqual({ number: '0012 3456 7890' })
    await read(member.session)
    expect(await actions()).toEqual(['check-recorded', 'checks-viewed', 'check-number-viewed'])
    const own = await api.ask('GET', `/people/${member.person.id}/history`, { as: member.session })
    expect(own.body.events.map(({ action }: { action: string }) => action)).toContain('checks-viewed')
  })

  test('a check without a number has none to ask for', async () => {
    const { body } = await record({ kind: 'references', level: null, number: '' })
    expect(body.checks[0].numberEnd).toBeNull()
    expect((await api.ask('GET', `/people/${member.person.id}/checks/${body.checks[0].id}/number`, { as: coordinator.session })).status).toBe(404)
  })

  test('a newer check takes the place of the older one, whichever was recorded first, and both stay', async () => {
    await record({ issuedOn: '2026-10-05' })
    const { body } = await record({ issuedOn: '2020-10-05' })
    expect(body.checks.map(({ issuedOn, state }: { issuedOn: string; state: string }) => [issuedOn, state])).toEqual([
      ['2026-10-05', 'current'],
      ['2020-10-05', 'superseded'],
    ])
    expect((await due('?within=180')).total).toBe(0)
  })

  test('a mistaken check is struck out with a reason, stays to be seen, and the one before it stands again', async () => {
    await record({ issuedOn: '2020-10-05' })
    const mistaken = (await record()).body.checks[0]
    expect((await strike(mistaken.id, 1, '')).body.errors[0].pointer).toBe('/reason')
    const { status, body } = await strike(mistaken.id)
    expect([status, stateOf(body, 'dbs')]).toEqual([200, 'due'])
    expect(body.checks[0]).toMatchObject({ state: 'struck', struckReason: 'It is somebody else’s' })
    expect((await due()).checks).toMatchObject([{ personId: member.person.id, kind: 'dbs', recheckOn: '2023-10-05', due: true }])
    expect((await strike(mistaken.id, 2)).status).toBe(409)
    expect((await strike(mistaken.id, 1)).body.current.checks[0].state).toBe('struck')
  })

  test('two checks of one kind that are recorded at once leave one standing', async () => {
    await Promise.all(['2026-10-05', '2026-10-06', '2026-10-07'].map((issuedOn) => record({ issuedOn })))
    const standing = await api.db.selectFrom('pool_check').select('issued_on').where('superseded_at', 'is', null).execute()
    expect(standing).toEqual([{ issued_on: '2026-10-07' }])
  })

  test('what falls due is listed from the longest due on, within reach, by kind and within so many days', async () => {
    const elsewhere = await api.add({ standing: 'active', profile: { region: 'london' } })
    const retired = await api.add({ standing: 'retired', profile: { region: 'north-east' } })
    for (const who of [elsewhere, retired]) await api.db.insertInto('pool_check').values(anOldCheck(who.person.id)).execute()
    await record({ issuedOn: '2023-12-23' })
    await record({ kind: 'insurance', level: null, number: null, issuedOn: '2025-11-01' })
    await record({ kind: 'references', level: null, number: null, issuedOn: '2022-02-01' })
    const found = (list: { checks: { kind: string; due: boolean }[] }) => list.checks.map((check) => [check.kind, check.due])
    expect(found(await due())).toEqual([
      ['insurance', true],
      ['dbs', false],
    ])
    expect(found(await due('?within=0'))).toEqual([['insurance', true]])
    expect(found(await due('?within=90'))).toHaveLength(3)
    expect(found(await due('?within=90&kind=references'))).toEqual([['references', false]])
  })

  const anOldCheck = (personId: string) => ({
    id: `01939a3c-7c1e-7d1a-9f52-${personId.slice(-12)}`,
    person_id: personId,
    kind: 'dbs',
    level: 'enhanced',
    number: null,
    issued_on: '2020-01-05',
    recheck_on: '2023-01-05',
    seen_by_person_id: null,
    seen_at: '2020-01-05T09:00:00.000Z',
    note: null,
    superseded_at: null,
    struck_at: null,
    struck_reason: null,
  })

  test('when the policy changes, the days of the re-checks follow it', async () => {
    await record({ issuedOn: '2026-10-05' })
    expect((await due('?within=0')).total).toBe(0)
    await set('recheck-months-dbs', 1)
    expect((await due('?within=0')).checks).toMatchObject([{ recheckOn: '2026-11-05' }])
    await api.db.updateTable('setting').set({ value: 0 }).execute()
    expect((await due('?within=180')).total).toBe(0)
    expect(stateOf(await read(), 'dbs')).toBe('current')
  })

  test('a member is reminded 60 and 30 days before, once each, however often the job runs, and not after a new check', async () => {
    await record({ issuedOn: '2024-01-23' })
    const run = () => remindOfRechecks(api.db, api.clock.now())
    const mails = async () =>
      (
        await api.db
          .selectFrom('mail')
          .select('text')
          .where('account_id', '=', member.account.id)
          .where('subject', 'like', '%checked again')
          .execute()
      ).length
    await run()
    expect(await mails()).toBe(0)
    api.clock.pass(day)
    await Promise.all([run(), run()])
    expect(await mails()).toBe(1)
    api.clock.pass(30 * day)
    await run()
    await run()
    expect(await mails()).toBe(2)
    await record({ issuedOn: '2026-12-01' })
    api.clock.pass(20 * day)
    await run()
    expect(await mails()).toBe(2)
  })

  test('what was replaced or struck out goes when its time is up, and what stands stays', async () => {
    await set('check-kept-months', 12)
    await record({ issuedOn: '2020-10-05' })
    await record()
    const mistaken = (await record({ kind: 'references', level: null })).body.checks[0]
    await strike(mistaken.id)
    api.clock.pass(360 * day)
    await sweep(api.db, api.clock.now())
    expect(await api.db.selectFrom('pool_check').select('id').execute()).toHaveLength(3)
    api.clock.pass(10 * day)
    await sweep(api.db, api.clock.now())
    expect(await api.db.selectFrom('pool_check').select('issued_on').execute()).toEqual([{ issued_on: '2026-10-05' }])
  })

  test('readiness names each thing in the way, with its titles, on the day that is asked', async () => {
    await record()
    const ask = async (query = '') => (await api.ask('GET', `/people/${member.person.id}/readiness${query}`, { as: member.session })).body
    const { on, roles } = await ask()
    expect([on, roles.length, roles[0].role, roles[0].as]).toEqual(['2026-11-23', 1, 'chair', 'independent'])
    expect(roles[0].reasons.map(({ rule, check }: { rule: string; check: string | null }) => [rule, check])).toEqual([
      ['training', null],
      ['check-missing', 'references'],
      ['check-missing', 'insurance'],
      ['check-missing', 'declaration'],
      ['check-missing', 'data-protection'],
    ])
    expect(roles[0].reasons[0].items[0].title).toBe(api.deps.content.modules[0]?.module.title)
    expect((await ask('?on=2029-10-05')).roles[0].reasons.map(({ check }: { check: string }) => check)).toContain('dbs')
    expect((await ask('?on=2026-11-22')).roles[0].reasons[0]).toMatchObject({ rule: 'standing', fix: null })
    expect((await api.ask('GET', `/people/${member.person.id}/readiness?on=soon`, { as: member.session })).status).toBe(422)
  })
})
