import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Region } from '#domain/region.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { learnOn } from '#testing/learning.ts'

const day = 24 * 60

describe.each(homes)('people who are stuck, over $name', (home) => {
  let api: StartedApi
  beforeEach(async () => (api = await startApi(home)))
  afterEach(() => api.stop())

  const learner = (name: string, region: Region = 'north-east') => api.add({ name, profile: { region, roles: ['chair'] } })
  const coordinate = (region: Region | null = null) => api.addOf('coordinator', region)
  const list = async (as: string, query = '') => (await api.ask('GET', `/stuck-learners${query}`, { as })).body
  const names = async (as: string, query = '') => (await list(as, query)).learners.map(({ name }: { name: string }) => name)
  const write = (as: string, id: string, again = false, words = 'Can we help you to go on?') =>
    api.ask('POST', `/people/${id}/training-messages`, { as, body: { moduleId: 'm1', words, again } })
  const mails = () => api.db.selectFrom('mail').selectAll().where('subject', '=', 'A message about your training').execute()

  test('somebody is listed once they made no progress for as many days as the setting says, whoever stands longest first', async () => {
    await learnOn(api, (await learner('Amara Okafor')).session, 'first')
    api.clock.pass(day)
    await learnOn(api, (await learner('Bryn Pritchard')).session, 'start')
    api.clock.pass(20 * day - 1)
    // Whoever was signed in a day ago no longer is.
    const seen = async () => list((await coordinate()).session)
    expect(await seen()).toMatchObject({ learners: [], total: 0, afterDays: 21 })
    api.clock.pass(1)
    expect((await seen()).learners).toMatchObject([{ name: 'Amara Okafor', days: 21, lastMessageAt: null, hasAddress: true }])
    api.clock.pass(day)
    expect((await seen()).learners.map(({ name }: { name: string }) => name)).toEqual(['Amara Okafor', 'Bryn Pritchard'])
    await api.db.insertInto('setting').values({ key: 'training-stuck-days', value: 60, updated_at: api.clock.now().toISOString() }).execute()
    expect((await seen()).learners).toEqual([])
  })

  test('says where each of them stands, how many tries are used and left, and nothing of the answers', async () => {
    for (const [name, far] of [
      ['Anna', 'start'],
      ['Ben', 'first'],
      ['Cara', 'second'],
      ['Dev', 'open'],
      ['Eve', 'failed'],
      ['Finn', 'passed'],
    ] as const) {
      await learnOn(api, (await learner(name)).session, far)
      api.clock.pass(60)
    }
    api.clock.pass(30 * day)
    const { learners } = await list((await coordinate()).session)
    expect(
      learners.map(({ name, where, lessonsRead, lessons, tries, triesLeft }: any) => [name, where, lessonsRead, lessons, tries, triesLeft]),
    ).toEqual([
      ['Anna', 'not-begun', 0, 2, 0, 3],
      ['Ben', 'between-lessons', 1, 2, 0, 3],
      ['Cara', 'before-check', 2, 2, 0, 3],
      ['Dev', 'check-open', 2, 2, 1, null],
      ['Eve', 'between-tries', 2, 2, 1, 2],
    ])
    expect(JSON.stringify(learners)).not.toMatch(/chosen|options|right|question|words|place/)
  })

  test('any progress takes somebody off the list', async () => {
    const { session } = await learner('Amara Okafor')
    await learnOn(api, session, 'first')
    api.clock.pass(13 * day)
    await learnOn(api, session, 'second')
    api.clock.pass(10 * day)
    expect(await names((await coordinate()).session)).toEqual([])
  })

  test('a coordinator of one region sees nobody of another, and nobody who left or is barred is listed', async () => {
    const people = []
    for (const [name, region] of [
      ['Amara', 'north-east'],
      ['Bryn', 'london'],
      ['Cerys', 'london'],
      ['Dilip', 'london'],
    ] as const) {
      const someone = await learner(name, region)
      await learnOn(api, someone.session, 'first')
      people.push(someone)
    }
    api.clock.pass(40 * day)
    await api.db.updateTable('person').set({ standing: 'retired' }).where('id', '=', people[2]!.person.id).execute()
    await api.db.updateTable('account').set({ suspended_at: api.clock.now().toISOString() }).where('id', '=', people[3]!.account.id).execute()
    expect(await names((await coordinate()).session)).toEqual(['Amara', 'Bryn'])
    const own = (await coordinate('north-east')).session
    expect(await names(own)).toEqual(['Amara'])
    expect(await names(own, '?region=london')).toEqual([])
    expect(await names(own, '?module=m1&role=chair')).toEqual(['Amara'])
    expect((await api.ask('GET', '/stuck-learners?module=m9', { as: own })).status).toBe(404)
  })

  test('the list comes in pages', async () => {
    for (let made = 0; made < 27; made++) await learnOn(api, (await learner(`Person ${String(made).padStart(2, '0')}`)).session, 'start')
    api.clock.pass(40 * day)
    const { session } = await coordinate()
    const first = await list(session)
    expect([first.learners.length, first.total, first.about, first.previous]).toEqual([25, 27, false, null])
    const second = await list(session, `?after=${first.next}`)
    expect([second.learners.length, second.next]).toEqual([2, null])
    expect((await list(session, `?before=${second.previous}`)).learners).toEqual(first.learners)
  })

  test('a message goes out by mail under the name of whoever wrote it, and stands in the history', async () => {
    const { person, session } = await learner('Amara Okafor')
    await learnOn(api, session, 'first')
    const coordinator = await coordinate()
    const sent = await write(coordinator.session, person.id)
    expect(sent).toMatchObject({ status: 201, body: { moduleId: 'm1', by: coordinator.person.name } })
    const [mail] = await mails()
    expect(mail).toMatchObject({ to_address: person.email })
    expect(mail?.text).toMatch(
      new RegExp(
        `Hello Amara Okafor[^]*${coordinator.person.name}[^]*What reviews are for[^]*Can we help you to go on\\?[^]*${coordinator.person.email}`,
      ),
    )
    const { body } = await api.ask('GET', `/people/${person.id}/history`, { as: session })
    expect(body.events[0]).toMatchObject({
      action: 'training-message-sent',
      reason: 'Can we help you to go on?',
      by: { name: coordinator.person.name },
    })
  })

  test('a second message within the days of the setting goes out only when it is meant, whoever wrote the first', async () => {
    const { person, session } = await learner('Amara Okafor')
    await learnOn(api, session, 'first')
    expect((await write((await coordinate()).session, person.id)).status).toBe(201)
    api.clock.pass(7 * day - 1)
    const other = (await coordinate('north-east')).session
    expect((await api.ask('GET', `/people/${person.id}/training-messages`, { as: other })).body).toMatchObject({ recent: true, betweenDays: 7 })
    const refused = await write(other, person.id)
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/again' }] } })
    expect(await mails()).toHaveLength(1)
    expect((await write(other, person.id, true)).status).toBe(201)
    api.clock.pass(7 * day)
    expect((await write((await coordinate()).session, person.id)).status).toBe(201)
    expect(await mails()).toHaveLength(3)
  })

  test('of two messages at the same moment one goes out', async () => {
    const { person, session } = await learner('Amara Okafor')
    await learnOn(api, session, 'first')
    const writers = [(await coordinate()).session, (await coordinate('north-east')).session]
    const answers = await Promise.all(writers.map((as) => write(as, person.id)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422])
  })

  test('nobody is written to who has passed, has not started, has no address, or is the writer', async () => {
    const { person, session } = await learner('Amara Okafor')
    const coordinator = await coordinate()
    expect((await write(coordinator.session, person.id)).status).toBe(409)
    await learnOn(api, session, 'first')
    expect((await write(coordinator.session, person.id, false, 'Hm')).body.errors[0].pointer).toBe('/words')
    await api.db.updateTable('person').set({ email: null }).where('id', '=', person.id).execute()
    expect((await write(coordinator.session, person.id)).body.title).toContain('Ring them')
    await learnOn(api, session, 'passed')
    expect((await write(coordinator.session, person.id)).body.title).toContain('has passed')
    expect((await write(coordinator.session, coordinator.person.id)).status).toBe(404)
    expect(await mails()).toEqual([])
  })
})
