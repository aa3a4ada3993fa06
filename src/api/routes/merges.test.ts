import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sweep } from '../retention.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { anImported, keepAll, merge } from '#testing/merge.ts'

const email = { enquirer: 'signed-up@example.org', imported: 'from-a-list@example.org' }

describe.each(homes)('records that are put together over $name', (home) => {
  let api: StartedApi
  let session: string
  beforeAll(async () => {
    api = await startApi(home)
    session = (await api.addOf('coordinator')).session
  })
  afterAll(() => api.stop())

  const ask = (method: string, path: string, more: { body?: unknown; ifMatch?: number; as?: string } = {}) =>
    api.ask(method, path, { as: session, ...more })
  const total = async (name: string) => (await ask('GET', `/people?name=${encodeURIComponent(name)}`)).body.total

  let made = 0
  /** Somebody who signed up and trains, and the record of them that came from a list. */
  async function theEverydayCase() {
    made += 1
    const name = `Amara Okafor ${made}`
    const signedUp = await api.add({ name, email: `${made}.${email.enquirer}`, profile: { region: 'london', roles: ['author'] } })
    const phone = `0191 498 ${1000 + made}`
    const imported = await anImported(api, { name, email: `${made}.${email.imported}`, profile: { region: 'london', roles: ['chair'], phone } })
    const { body: enrolment } = await api.ask('POST', '/enrolments', { as: signedUp.session, body: { moduleId: 'm1' } })
    await api.ask('POST', `/enrolments/${enrolment.id}/lessons`, { as: signedUp.session, body: { lesson: 'first' } })
    await ask('POST', `/people/${imported.person.id}/tags`, { body: { tag: 'Mentor', readWarning: false } })
    await ask('POST', `/people/${imported.person.id}/availability`, {
      body: { from: '2026-12-01', to: '2026-12-24', state: 'unavailable', roles: [], note: '', readWarning: false },
    })
    return { name, phone, signedUp, imported, a: signedUp.person.id, b: imported.person.id }
  }

  test('are shown side by side first, with the one that stays, what differs and what goes over', async () => {
    const { a, b } = await theEverydayCase()
    const { body, status } = await ask('GET', `/people/${a}/merge/${b}`)
    expect(status).toBe(200)
    expect(body.stays).toBe(a)
    expect(body.obstacles).toEqual([])
    expect(body.questions).toEqual([
      { field: 'standing', is: 'differ', of: null, both: false },
      { field: 'roles', is: 'differ', of: null, both: true },
      { field: 'email', is: 'fixed', of: a, both: false },
      { field: 'phone', is: 'only', of: b, both: false },
    ])
    expect(body.sides.map(({ account }: { account: string }) => account)).toEqual(['signs-in', 'not-confirmed'])
    expect(body.sides[1].holds).toEqual([
      { what: 'availability', rows: 1 },
      { what: 'tags', rows: 1 },
    ])
    expect(body.sides[0].holds).toContainEqual({ what: 'modules', rows: 1 })
  })

  test('become one: it says what was chosen, holds what both held, and the other is on no list', async () => {
    const { a, b, name, phone, signedUp } = await theEverydayCase()
    expect(await total(name)).toBe(2)
    const done = await merge(api, session, a, b, { standing: b, roles: 'both' })
    expect(done.status).toBe(201)
    expect(done.body).toMatchObject({ kept: { id: a }, away: { id: b }, changed: ['standing', 'roles', 'phone'], cannotUndo: null, undone: null })
    expect(await total(name)).toBe(1)
    const { body: person } = await ask('GET', `/people/${a}`)
    expect(person).toMatchObject({ standing: 'active', roles: ['author', 'chair'], phone, email: signedUp.person.email })
    expect((await ask('GET', `/people/${a}/tags`)).body.tags).toHaveLength(1)
    expect((await ask('GET', `/people/${a}/member`)).body.availability).toHaveLength(1)
    for (const path of ['', '/history', '/member', '/standing', '/duplicates']) expect((await ask('GET', `/people/${b}${path}`)).status).toBe(404)
    expect((await ask('GET', `/people/${a}/duplicates`)).body.people).toEqual([])
    expect((await ask('GET', `/people/${b}/merges`)).body.into).toMatchObject({ id: done.body.id, kept: { id: a, name } })
    const actions = (await ask('GET', `/people/${a}/history`)).body.events.map(({ action }: { action: string }) => action)
    expect(actions).toEqual(expect.arrayContaining(['records-merged', 'tag-added', 'module-started']))
    expect(actions).not.toContain('record-put-away')
  })

  test('are taken apart again, by somebody else and later, each with what it had', async () => {
    const { a, b, name } = await theEverydayCase()
    const before = await Promise.all([a, b].map((id) => everythingOf(api, id)))
    const { body: done } = await merge(api, session, a, b, { standing: b, roles: 'both' })
    const other = await api.addOf('coordinator', 'london')
    const undone = await ask('POST', `/merges/${done.id}/undo`, { as: other.session, ifMatch: done.version })
    expect(undone.status).toBe(200)
    expect(undone.body.undone).toMatchObject({ by: other.person.name, left: [] })
    expect(await Promise.all([a, b].map((id) => everythingOf(api, id)))).toEqual(before)
    expect(await total(name)).toBe(2)
    expect((await ask('GET', `/people/${b}/merges`)).body.into).toBeNull()
    expect((await ask('POST', `/merges/${done.id}/undo`, { ifMatch: undone.body.version })).status).toBe(409)
  })

  test('keep what was changed since when they are taken apart, and it is listed', async () => {
    const { a, b, phone } = await theEverydayCase()
    const { body: done } = await merge(api, session, a, b, { standing: b })
    const { body: now } = await ask('GET', `/people/${a}`)
    await ask('PUT', `/people/${a}/profile`, {
      ifMatch: now.version,
      body: { name: now.name, region: 'london', roles: ['author'], phone: '0191 498 0555' },
    })
    const { body: member } = await ask('GET', `/people/${a}/member`)
    const [entry] = member.availability
    await api.ask('DELETE', `/people/${a}/availability/${entry.id}`, { as: session, ifMatch: entry.version })
    const { body: undone } = await ask('POST', `/merges/${done.id}/undo`, { ifMatch: done.version })
    expect(undone.undone.left.join('\n')).toContain('Phone number: changed since, so left as it is.')
    expect((await ask('GET', `/people/${a}`)).body).toMatchObject({ phone: '0191 498 0555', standing: 'enquirer' })
    expect((await ask('GET', `/people/${b}`)).body).toMatchObject({ phone, standing: 'active' })
  })

  test.each([
    ['with itself', async (a: string) => [a, a], 'This is one record'],
    ['of people who both sign in', async (a: string) => [a, (await api.add()).person.id], 'Both records have an account'],
    ['of somebody who only works here', async (a: string) => [a, (await api.addOf('assessor')).person.id], 'is not on the roster'],
  ] as const)('are refused %s', async (_, pair, words) => {
    const { a } = await theEverydayCase()
    const [keep = '', away = ''] = await pair(a)
    const { body } = await ask('GET', `/people/${keep}/merge/${away}`)
    expect(body.obstacles.map((one: { words: string }) => one.words).join(' ')).toContain(words)
    const refused = await merge(api, session, keep, away)
    expect(refused).toMatchObject({ status: 409, body: { title: expect.stringContaining(words) } })
  })

  test('are refused where both hold training, where one was put together already, and where one is the asker’s own', async () => {
    const [one, two] = [await theEverydayCase(), await theEverydayCase()]
    await api.db
      .updateTable('account')
      .set({ suspended_at: new Date(0).toISOString() })
      .where('id', '=', two.signedUp.account.id)
      .execute()
    expect((await merge(api, session, one.a, two.a)).body.title).toContain('Both records hold training')
    expect((await merge(api, session, one.a, one.b)).status).toBe(201)
    expect((await merge(api, session, two.a, one.b)).body.title).toContain('was put together with another one already')
    const own = await api.add({ roles: [{ role: 'coordinator', region: null }], standing: 'active' })
    expect((await merge(api, own.session, own.person.id, two.b)).body.title).toContain('One of these records is yours')
  })

  test('stay apart for somebody who may see one of them alone', async () => {
    const { a, b } = await theEverydayCase()
    const elsewhere = await anImported(api, { profile: { region: 'north-east' } })
    const london = (await api.addOf('coordinator', 'london')).session
    expect((await ask('GET', `/people/${a}/merge/${elsewhere.person.id}`, { as: london })).status).toBe(404)
    const { body: seen } = await ask('GET', `/people/${a}/merge/${elsewhere.person.id}`)
    const body = { keep: a, away: elsewhere.person.id, seen: seen.seen, choices: keepAll(seen, a), reason: 'The same' }
    expect((await ask('POST', '/merges', { as: london, body })).status).toBe(404)
    const { body: done } = await merge(api, session, a, elsewhere.person.id)
    expect((await ask('GET', `/merges/${done.id}`, { as: london })).status).toBe(200)
    expect((await ask('POST', `/merges/${done.id}/undo`, { as: london, ifMatch: done.version })).status).toBe(404)
    expect((await merge(api, london, a, b)).status).toBe(201)
  })

  test('are not put together where either changed since it was looked at, and of two at once one is', async () => {
    const { a, b, name } = await theEverydayCase()
    const { body: seen } = await ask('GET', `/people/${a}/merge/${b}`)
    const body = { keep: a, away: b, seen: seen.seen, choices: keepAll(seen, a), reason: 'They said so' }
    await ask('PUT', `/people/${b}/member/capacity`, { ifMatch: 0, body: { daysAMonth: 4, mostReviews: 1, months: [] } })
    const stale = await ask('POST', '/merges', { body })
    expect(stale.status).toBe(412)
    expect(stale.body.current.questions).toContainEqual({ field: 'offer', is: 'only', of: b, both: false })
    const again = { ...body, seen: stale.body.current.seen }
    const other = (await api.addOf('coordinator')).session
    const both = await Promise.all([session, other].map((as) => api.ask('POST', '/merges', { as, body: again })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect(await total(name)).toBe(1)
    expect((await ask('GET', `/people/${a}/member`)).body).toMatchObject({ daysAMonth: 4, mostReviews: 1 })
  })

  test('ask for an answer wherever both say something, and for the record that is signed in to', async () => {
    const { a, b } = await theEverydayCase()
    const { body: seen } = await ask('GET', `/people/${a}/merge/${b}`)
    const refused = await ask('POST', '/merges', { body: { keep: b, away: a, seen: seen.seen, choices: { roles: a }, reason: 'They said so' } })
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/keep', '/choices/standing'])
  })

  test('share an address where that was chosen, and each has its own again after', async () => {
    const [one, two] = [await anImported(api, { name: 'Bo Ash' }), await anImported(api, { name: 'Bo Ash' })]
    const [a, b] = [one.person.id, two.person.id]
    const { body: done } = await merge(api, session, a, b, { email: b })
    const keys = async () =>
      Object.fromEntries(
        (await api.db.selectFrom('account').select(['person_id', 'email_key']).where('person_id', 'in', [a, b]).execute()).map((row) => [
          row.person_id,
          row.email_key,
        ]),
      )
    expect(await keys()).toEqual({ [a]: two.person.email, [b]: null })
    expect((await ask('GET', `/people/${a}`)).body.email).toBe(two.person.email)
    await ask('POST', `/merges/${done.id}/undo`, { ifMatch: done.version })
    expect(await keys()).toEqual({ [a]: one.person.email, [b]: two.person.email })
  })

  test('are one to whoever asks what is held on them, and are erased together', async () => {
    const { a, b, signedUp, imported } = await theEverydayCase()
    await merge(api, session, a, b)
    const record = JSON.stringify((await api.ask('GET', `/people/${a}/record`, { as: signedUp.session })).body)
    expect(record).toContain(imported.person.email)
    const { body: person } = await ask('GET', `/people/${a}`)
    const erased = await api.ask('PUT', `/people/${a}/erasure`, {
      as: signedUp.session,
      ifMatch: person.version,
      body: { name: person.name, reason: 'I asked' },
    })
    expect(erased.status).toBe(200)
    expect(erased.body.found).toEqual([])
    const rows = await api.db.selectFrom('person').select(['name', 'email', 'erased_at']).where('id', 'in', [a, b]).execute()
    expect(rows.every(({ email: address, erased_at }) => address === null && erased_at !== null)).toBe(true)
    expect((await ask('GET', `/people/${b}/merges`)).status).toBe(404)
  })

  test('keep training whole: it goes over and comes back, but not once it was added to', async () => {
    for (const goesOn of [false, true]) {
      const { a: old, signedUp } = await theEverydayCase()
      const fresh = await api.add({ name: 'The account in use', profile: { region: 'london' } })
      await api.db
        .updateTable('account')
        .set({ suspended_at: new Date(0).toISOString() })
        .where('id', '=', signedUp.account.id)
        .execute()
      const begun = async (id: string) => (await api.db.selectFrom('enrolment').select('id').where('person_id', '=', id).execute()).length
      const { body: done } = await merge(api, session, fresh.person.id, old)
      expect(done.moved).toContainEqual({ what: 'modules', rows: 1 })
      expect([await begun(fresh.person.id), await begun(old)]).toEqual([1, 0])
      expect((await ask('GET', `/people/${fresh.person.id}`)).body.training).toBe('in-progress')
      if (goesOn) {
        const { body: enrolment } = await api.ask('POST', '/enrolments', { as: fresh.session, body: { moduleId: 'm1' } })
        for (const lesson of ['first', 'second'])
          await api.ask('POST', `/enrolments/${enrolment.id}/lessons`, { as: fresh.session, body: { lesson } })
        await api.ask('POST', '/attempts', { as: fresh.session, body: { moduleId: 'm1' } })
      }
      const { body: undone } = await ask('POST', `/merges/${done.id}/undo`, { ifMatch: done.version })
      expect([await begun(fresh.person.id), await begun(old)]).toEqual(goesOn ? [1, 0] : [0, 1])
      expect(undone.undone.left.join()).toMatch(goesOn ? /^Training, .* all of it stays with The account in use/ : /^$/)
      expect((await ask('GET', `/people/${old}`)).body.training).toBe(goesOn ? 'not-started' : 'in-progress')
    }
  })

  test('lead a list that is imported again to the record that stays', async () => {
    const { a, b, imported } = await theEverydayCase()
    await merge(api, session, a, b)
    const text = `Name,E-mail,Region\n${imported.person.name},${imported.person.email},London`
    const { body: draft } = await api.ask('POST', '/roster-imports', { as: session, bytes: new TextEncoder().encode(text) })
    await ask('PUT', `/roster-imports/${draft.id}/plan`, { ifMatch: draft.version, body: draft.plan })
    await ask('POST', `/roster-imports/${draft.id}/check`)
    const { body } = await ask('GET', `/roster-imports/${draft.id}/rows?outcome=update`)
    const { body: same } = await ask('GET', `/roster-imports/${draft.id}/rows?outcome=same`)
    expect([...body.rows, ...same.rows].map(({ person }: { person: { id: string } }) => person.id)).toEqual([a])
  })

  test('go by the time of the one that stays: an invitation that nobody accepted takes nothing away', async () => {
    const { a, b } = await theEverydayCase()
    const { body: done } = await merge(api, session, a, b)
    await sweep(api.db, new Date(Date.now() + 60 * 86_400_000))
    // Whoever was signed in is no longer.
    session = (await api.addOf('coordinator')).session
    const { body: undone } = await ask('POST', `/merges/${done.id}/undo`, { ifMatch: done.version })
    expect(undone.undone.left).toEqual([])
    expect((await ask('GET', `/people/${b}/tags`)).body.tags).toHaveLength(1)
  })

  test('go in a row: what was put together first is taken apart last', async () => {
    const { a, b } = await theEverydayCase()
    const third = (await anImported(api, { name: 'Third Record' })).person.id
    const { body: first } = await merge(api, session, third, b)
    const { body: second } = await merge(api, session, a, third)
    expect((await ask('GET', `/people/${a}/tags`)).body.tags).toHaveLength(1)
    expect((await ask('GET', `/people/${a}/history`)).body.events.map(({ action }: { action: string }) => action)).toContain('tag-added')
    expect((await ask('POST', `/merges/${first.id}/undo`, { ifMatch: first.version })).body.title).toContain('Undo that first')
    await ask('POST', `/merges/${second.id}/undo`, { ifMatch: second.version })
    expect((await ask('POST', `/merges/${first.id}/undo`, { ifMatch: first.version })).status).toBe(200)
    expect((await ask('GET', `/people/${b}/tags`)).body.tags).toHaveLength(1)
  })
})

/** What pages show of a record, less versions, which only count changes. */
async function everythingOf(api: StartedApi, id: string) {
  const { session } = await api.addOf('administrator')
  const read = async (path: string) => (await api.ask('GET', `/people/${id}${path}`, { as: session })).body
  const { version: _version, ...person } = await read('')
  const { version: _member, ...member } = await read('/member')
  const { version: _standing, since: _since, ...standing } = await read('/standing')
  return { person, member, standing, tags: (await read('/tags')).tags, training: await read('/training') }
}
