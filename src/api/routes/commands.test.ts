import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '#domain/command.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

describe.each(homes)('what is done to several people together over $name', (home) => {
  let api: StartedApi
  let session: string
  let made = 0
  beforeAll(async () => {
    api = await startApi(home)
    session = (await api.addOf('coordinator')).session
  })
  afterAll(() => api.stop())

  const member = (standing: 'active' | 'in-checks' | 'retired' | 'enquirer' = 'active', region: 'london' | 'north-east' = 'london') =>
    api.add({ name: `Member m${(made += 1)}`, standing, profile: { region } })
  const give = (body: object, as = session) => api.ask('POST', '/commands', { as, body })
  const preview = (body: object, as = session) => api.ask('POST', '/commands/preview', { as, body })
  const undo = (command: Command, as = session) => api.ask('POST', `/commands/${command.id}/undo`, { as, ifMatch: command.version })
  const rowsOf = async ({ id }: Command, as = session) => (await api.ask('GET', `/commands/${id}/people`, { as })).body.rows
  const standing = async (id: string) => (await api.ask('GET', `/people/${id}/standing`, { as: session })).body
  const paused = (people: string[]) => ({ kind: 'status', chosen: { people }, to: 'paused', reason: 'A quiet spring', until: '2027-04-01' })

  test('moves each by the rules that hold for one, says what became of each and why, and gives it back', async () => {
    const [one, two, retired] = [await member(), await member(), await member('retired')]
    const chosen = paused([one.person.id, two.person.id, retired.person.id, '01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e'])
    expect((await preview(chosen)).body).toEqual({
      people: 3,
      done: 2,
      refused: [{ why: 'From retired nobody becomes paused', people: 1 }],
      unchanged: [],
      missing: 1,
    })
    expect((await standing(one.person.id)).standing).toBe('active')
    const given = await give(chosen)
    expect(given.status).toBe(201)
    expect(given.body).toMatchObject({ kind: 'status', done: 2, refused: 1, unchanged: 0, missing: 1, remaining: 2, undoable: true })
    expect(await rowsOf(given.body)).toMatchObject([
      { name: one.person.name, outcome: 'done', before: 'Active', after: 'Paused until 1 April 2027' },
      { name: two.person.name, outcome: 'done' },
      { name: retired.person.name, outcome: 'refused', why: 'From retired nobody becomes paused', before: null },
    ])
    expect(await standing(one.person.id)).toMatchObject({ standing: 'paused', until: '2027-04-01', reason: 'A quiet spring' })

    await api.ask('PUT', `/people/${two.person.id}/standing`, {
      as: session,
      ifMatch: (await standing(two.person.id)).version,
      body: { to: 'retired', reason: 'Moved abroad', until: null },
    })
    // Somebody else undoes it, later.
    const other = (await api.addOf('administrator')).session
    const undone = await undo(given.body, other)
    expect(undone.body).toMatchObject({ undone: 1, left: 1, remaining: 0, undoneLast: { by: 'Some administrator' } })
    expect(await standing(one.person.id)).toMatchObject({ standing: 'active', until: null })
    expect(await standing(two.person.id)).toMatchObject({ standing: 'retired' })
    const [, left] = await rowsOf(undone.body)
    expect(left).toMatchObject({ undone: 'left', undoneWhy: 'Moved to retired on 23 November 2026 by Some coordinator, after this' })
    expect((await undo(given.body, other)).status).toBe(412)
    expect(await undo(undone.body, other)).toMatchObject({ status: 409 })
    const history = (await api.ask('GET', `/people/${one.person.id}/history`, { as: session })).body.events
    expect(history.slice(0, 2).map(({ action, reason }: { action: string; reason: string }) => [action, reason])).toEqual([
      ['standing-changed', 'What was done to several people together was undone'],
      ['standing-changed', 'A quiet spring'],
    ])
  })

  test('takes everybody who matches the filters, and refuses when that is another number than was said', async () => {
    const people = [await member('active', 'north-east'), await member('active', 'north-east')]
    const filters = { name: 'member m', region: 'north-east', standing: 'active' }
    const tag = { kind: 'tag', chosen: { filters, total: 2 }, tag: 'Speaks at events', readWarning: false }
    expect(await give({ ...tag, chosen: { filters, total: 3 } })).toMatchObject({ status: 409 })
    const { body } = await give(tag)
    expect(body).toMatchObject({ done: 2, says: { tag: 'Speaks at events' } })
    expect((await rowsOf(body)).map(({ personId }: { personId: string }) => personId).toSorted()).toEqual(
      people.map(({ person }) => person.id).toSorted(),
    )
    expect((await give(tag)).body).toMatchObject({ done: 0, unchanged: 2 })
    expect((await undo(body)).body).toMatchObject({ undone: 2, left: 0 })
    expect((await give(tag)).body).toMatchObject({ done: 2 })
  })

  test('a coordinator of one region neither changes, sees nor undoes those of another', async () => {
    const [here, there] = [await member('active', 'north-east'), await member('active', 'london')]
    const local = (await api.addOf('coordinator', 'north-east')).session
    const both = paused([here.person.id, there.person.id])
    const own = (await give(both, local)).body
    expect(own).toMatchObject({ done: 1, missing: 1 })
    expect((await standing(there.person.id)).standing).toBe('active')
    await undo(own, local)
    const wide = (await give(both)).body
    expect(wide.done).toBe(2)
    expect((await api.ask('GET', `/commands/${wide.id}`, { as: local })).body).toMatchObject({ done: 1, remaining: 1 })
    expect((await rowsOf(wide, local)).map(({ personId }: { personId: string }) => personId)).toEqual([here.person.id])
    expect((await undo(wide, local)).body).toMatchObject({ undone: 1, remaining: 0 })
    expect((await standing(there.person.id)).standing).toBe('paused')
    expect((await api.ask('GET', `/commands/${wide.id}`, { as: session })).body).toMatchObject({ undone: 1, remaining: 1 })
    const seen = (await api.ask('GET', '/commands', { as: (await api.addOf('coordinator', 'south-west')).session })).body.commands
    expect(seen).toEqual([])
  })

  test('nobody changes their own status, and whose wish to join was answered is left alone', async () => {
    const self = await api.add({ roles: [{ role: 'coordinator', region: null }], standing: 'active', profile: { region: 'london' } })
    expect((await give(paused([self.person.id]), self.session)).body).toMatchObject({ done: 0, refused: 1 })
    const asker = await member('enquirer')
    await api.ask('POST', '/membership-asks', { as: asker.session, body: { roles: ['chair'], words: 'Twenty years of chairing panels' } })
    const given = await give({ kind: 'status', chosen: { people: [asker.person.id] }, to: 'in-checks', reason: 'Welcome to the pool', until: null })
    expect(given.body.done).toBe(1)
    expect((await undo(given.body)).body).toMatchObject({ undone: 0, left: 1 })
    expect(await rowsOf(given.body)).toMatchObject([{ undoneWhy: expect.stringContaining('they were told') }])
    const mails = await api.db.selectFrom('mail').select('subject').where('account_id', '=', asker.account.id).execute()
    expect(mails.map(({ subject }) => subject)).toContain('You are joining the pool')
  })

  test('writes to people once, warns about names first, and what was sent cannot be undone', async () => {
    const [one, erased] = [await member(), await member()]
    await api.db.updateTable('person').set({ email: null }).where('id', '=', erased.person.id).execute()
    const words = 'We meet on 4 May. Bring what you learnt from child A'
    const message = {
      kind: 'message',
      chosen: { people: [one.person.id, erased.person.id] },
      words: 'We meet on Tuesday. See Child A',
      readWarning: false,
    }
    expect(await give(message)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/readWarning' }] } })
    const given = (await give({ ...message, words, readWarning: true })).body
    expect(given).toMatchObject({ done: 1, refused: 1, undoable: false, remaining: 0, says: { words } })
    const mails = await api.db.selectFrom('mail').selectAll().where('account_id', '=', one.account.id).execute()
    expect(mails.map(({ subject }) => subject)).toEqual(['A message from the coordinators of the pool'])
    expect(mails[0]?.text).toContain(words)
    expect(await undo(given)).toMatchObject({ status: 409 })
  })

  test('asks members once whether what is known of them is still right', async () => {
    const [one, retired] = [await member(), await member('retired')]
    const ask = { kind: 'confirm', chosen: { people: [one.person.id, retired.person.id] } }
    expect((await give(ask)).body).toMatchObject({ done: 1, refused: 1 })
    expect((await give(ask)).body).toMatchObject({ done: 0, unchanged: 1, refused: 1 })
  })

  test('takes a tag from people and gives it back as it was', async () => {
    const one = await member()
    const people = [one.person.id]
    await give({ kind: 'tag', chosen: { people }, tag: 'Mentor', readWarning: false })
    const read = () => api.db.selectFrom('person_tag').select(['tag', 'at', 'by_person_id']).where('person_id', '=', one.person.id).execute()
    const before = await read()
    const taken = (await give({ kind: 'untag', chosen: { people }, tag: 'mentor' })).body
    expect(taken.done).toBe(1)
    expect(await read()).toEqual([])
    await undo(taken)
    expect(await read()).toEqual(before)
  })

  test('says what is wrong with what is asked', async () => {
    const one = await member()
    const wrong = await give({ ...paused([one.person.id]), until: '2026-01-01' })
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/until' }] } })
    expect(await give({ ...paused([]) })).toMatchObject({ status: 422 })
    expect(await give({ kind: 'dance', chosen: { people: [one.person.id] } })).toMatchObject({ status: 422 })
  })
})
