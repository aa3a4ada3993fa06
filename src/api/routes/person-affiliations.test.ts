import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepRegister } from '#api/repository/organisations.ts'
import { content } from '#content/content.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

describe.each(homes)('affiliations that coordinators keep over $name', (home) => {
  let api: StartedApi
  let member: Someone
  let coordinator: Someone
  beforeEach(async () => {
    api = await startApi(home)
    await keepRegister(api.db, content.organisations)
    member = await api.add({ name: 'Amara Okafor', profile: { region: 'north-east', roles: ['author'] }, standing: 'active' })
    coordinator = await api.addOf('coordinator', 'north-east')
  })
  afterEach(() => api.stop())

  const tie = (changed = {}) => ({
    organisationId: 'durham-constabulary',
    freeName: null,
    kind: 'employer',
    from: '2012-09-01',
    to: null,
    ...changed,
  })
  const at = (path: string, who = member) => `/people/${who.person.id}/${path}`
  const enter = (changed = {}, who = member) => api.ask('POST', at('affiliations', who), { as: coordinator.session, body: tie(changed) })
  const declare = (who: Someone, changed = {}) => api.ask('POST', '/affiliations', { as: who.session, body: tie(changed) })
  const read = async (who = member) => (await api.ask('GET', at('affiliations', who), { as: coordinator.session })).body
  const roster = async (query: string) => api.ask('GET', `/people?${query}`, { as: coordinator.session })

  test('a coordinator enters, changes and takes off an affiliation; the member sees who did it', async () => {
    const { status, body } = await enter()
    expect([status, body.name]).toEqual([201, 'Durham Constabulary'])
    const path = at(`affiliations/${body.id}`)
    const ended = await api.ask('PUT', path, { as: coordinator.session, ifMatch: 1, body: tie({ to: '2024-01-31' }) })
    expect(ended.body).toMatchObject({ to: '2024-01-31', version: 2 })
    const stale = await api.ask('PUT', path, { as: coordinator.session, ifMatch: 1, body: tie() })
    expect([stale.status, stale.body.current.to]).toEqual([412, '2024-01-31'])
    expect((await api.ask('DELETE', path, { as: coordinator.session, ifMatch: 2 })).body.affiliations).toEqual([])
    const history = await api.ask('GET', at('history'), { as: member.session })
    expect(history.body.events.slice(0, 3).map(({ action, by }: { action: string; by: { name: string } }) => [action, by.name])).toEqual(
      ['affiliation-struck', 'affiliation-amended', 'affiliation-entered'].map((action) => [action, coordinator.person.name]),
    )
  })

  test('what a coordinator enters is no declaration by the person; one can be recorded with its day, and never an older one', async () => {
    await enter()
    expect((await read()).declaredAt).toBe(null)
    const record = (declaredOn: string) => api.ask('POST', at('declaration'), { as: coordinator.session, body: { declaredOn } })
    expect((await record('2026-03-03')).body.declaredAt).toMatch(/^2026-03-03T/)
    expect((await record('2026-03-02')).body.errors).toEqual([{ pointer: '/declaredOn', detail: 'They declared on a later day than this' }])
    expect((await record('2030-01-01')).body.errors).toMatchObject([{ pointer: '/declaredOn' }])
  })

  test('a coordinator never sees what somebody declared who is not in checks yet, nor whom anybody knows', async () => {
    const learner = await api.add({ profile: { region: 'north-east' } })
    await declare(learner)
    expect((await api.ask('GET', at('affiliations', learner), { as: coordinator.session })).status).toBe(404)
    expect((await enter({}, learner)).status).toBe(404)
    expect(Object.keys(await read())).toEqual(['affiliations', 'declaredAt'])
  })

  test('a name that the register does not have is listed until a coordinator matches it, and the words stay', async () => {
    const { body } = await declare(member, { organisationId: null, freeName: 'Durham police force' })
    await declare(await api.add({ profile: { region: 'london' }, standing: 'active' }), { organisationId: null, freeName: 'Elsewhere' })
    const unmatched = async () => (await api.ask('GET', '/unmatched-affiliations', { as: coordinator.session })).body
    expect(await unmatched()).toMatchObject({ total: 1, affiliations: [{ name: 'Durham police force', person: 'Amara Okafor' }] })
    const match = (organisationId: string, ifMatch: number) =>
      api.ask('PUT', at(`affiliations/${body.id}/organisation`), { as: coordinator.session, ifMatch, body: { organisationId } })
    expect((await match('no-such-body', 1)).status).toBe(422)
    expect((await match('durham-constabulary', 1)).body).toMatchObject({ name: 'Durham Constabulary', freeName: 'Durham police force', version: 2 })
    expect((await match('cleveland-police', 1)).status).toBe(412)
    expect((await unmatched()).total).toBe(0)
  })

  test('a name that looks like a person’s is asked about once', async () => {
    const named = { organisationId: null, freeName: 'my brother John Smith at the council', kind: 'family' }
    const { status, body } = await declare(member, named)
    expect([status, body.errors[0].pointer]).toEqual([422, '/isOrganisation'])
    expect((await declare(member, { ...named, isOrganisation: true })).status).toBe(201)
  })

  describe('the roster asked about ties', () => {
    const person = async (name: string, changed: object | null, standing: 'active' | 'enquirer' = 'active') => {
      const who = await api.add({ name, profile: { region: 'north-east' }, standing })
      if (changed) await declare(who, changed)
      return who
    }
    const shown = async (query: string) =>
      (await roster(query)).body.people.map(({ name, ties }: { name: string; ties: { kind: string } }) => `${name}: ${ties.kind}`)
    beforeEach(async () => {
      await declare(member, { organisationId: 'kent-police' })
      await person('Bela Tied', {})
      await person('Cora Unmatched', { organisationId: null, freeName: 'A trust' })
      await person('Dina Silent', null)
      await person('Edie Learner', {}, 'enquirer')
    })

    test('finds whom no tie is on record for, or on asking those who have one, those not known, or all', async () => {
      const asked = 'ties=durham-constabulary,area:gateshead-council'
      expect(await shown(asked)).toEqual(['Amara Okafor: none'])
      expect(await shown(`${asked}&tied=tie`)).toEqual(['Bela Tied: tie'])
      expect(await shown(`${asked}&tied=not-known`)).toEqual(['Cora Unmatched: not-known', 'Dina Silent: not-known'])
      expect(await shown(`${asked}&tied=any`)).toHaveLength(4)
    })

    test('says when none was on record, what the tie is, or why it is not known', async () => {
      const { body } = await roster('ties=area:durham-county-council&tied=any')
      expect(body.asked).toEqual([{ id: 'area:durham-county-council', name: 'County Durham', bodies: 7 }])
      expect(body.people.map(({ ties }: { ties: unknown }) => ties)).toEqual([
        { kind: 'none', declaredOn: api.clock.now().toISOString().slice(0, 10) },
        { kind: 'tie', ties: [{ organisation: 'Durham Constabulary', how: 'employer', why: 'goes-on' }] },
        { kind: 'not-known', why: ['unmatched'] },
        { kind: 'not-known', why: ['never-declared'] },
      ])
    })

    test('is refused where the register has no such thing, and says nothing of ties when it is not asked', async () => {
      expect((await roster('ties=durham-constabulary,no-such-body')).body.errors).toEqual([
        { pointer: 'ties', detail: 'The register has no no-such-body' },
      ])
      expect((await roster('ties=region:nowhere')).status).toBe(422)
      expect((await roster('ties=A%20B')).status).toBe(422)
      expect((await roster('')).body.people[0].ties).toBe(null)
      expect(await shown('ties=region:london')).toEqual(['Amara Okafor: none', 'Bela Tied: none'])
    })
  })
})
