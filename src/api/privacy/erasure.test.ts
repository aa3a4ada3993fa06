import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from '#domain/csv.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { held, impersonal } from './held.ts'

describe.each(homes)('privacy over $name', (home) => {
  let api: StartedApi
  beforeAll(async () => {
    api = await startApi(home)
  })
  afterAll(() => api.stop())

  const email = 'wilhelmina.quartz@example.org'
  const phone = '0191 498 0777'

  async function somebodyWithARecord() {
    const someone = await api.add({ name: 'Wilhelmina Quartz', email, profile: { phone, region: 'london', roles: ['author'] } })
    const { body: enrolment } = await api.ask('POST', '/enrolments', {
      as: someone.session,
      body: { moduleId: 'm1' },
      headers: { 'idempotency-key': 'kept-for-a-day' },
    })
    for (const lesson of ['first', 'second']) await api.ask('POST', `/enrolments/${enrolment.id}/lessons`, { as: someone.session, body: { lesson } })
    await api.ask('POST', '/attempts', { as: someone.session, body: { moduleId: 'm1' } })
    await api.ask('POST', '/sign-in-links', { body: { email } })
    return someone
  }

  test('every table is either searched for what is held on a person, or known to hold nothing on anybody', async () => {
    const tables = (await api.db.introspection.getTables()).map(({ name }) => name).filter((name) => !name.startsWith('kysely_'))
    expect(tables.toSorted()).toEqual([...held.map(({ table }) => table), ...impersonal].toSorted())
  })

  test('a person downloads all that is held on them, as a record and as a table, without secrets, and that is accounted for', async () => {
    const someone = await somebodyWithARecord()
    const { body } = await api.ask('GET', `/people/${someone.person.id}/record`, { as: someone.session })
    const rows = Object.fromEntries(body.tables.map(({ name, rows: found }: { name: string; rows: unknown[] }) => [name, found.length]))
    expect(rows).toMatchObject({
      person: 1,
      person_role: 1,
      account: 1,
      enrolment: 1,
      lesson_read: 2,
      attempt: 1,
      attempt_item: 10,
      mail: 1,
      session: 1,
    })
    expect(JSON.stringify(body)).not.toMatch(/totp_secret|"passphrase"|"seed"/)

    const table = await api.ask('GET', `/people/${someone.person.id}/record.csv`, { as: someone.session })
    const cells = readCsv(table.body).rows.map((row) => row.map(({ text }) => text))
    expect(cells).toContainEqual(['Answers in knowledge checks', '10', 'position', '10'])
    const present = body.tables.flatMap(({ what, rows: found }: { what: string; rows: unknown[] }) => (found.length > 0 ? [what] : []))
    expect(new Set(cells.slice(1).map(([what]) => what))).toEqual(new Set(present))
    expect(cells.every((row) => row.length === 4 && row[3] !== '')).toBe(true)
    expect(table.body).not.toMatch(/totp_secret|,passphrase,|,seed,/)

    const history = await api.ask('GET', `/people/${someone.person.id}/history`, { as: someone.session })
    expect(history.body.events[0].action).toBe('record-downloaded')
    await api.ask('PUT', `/people/${someone.person.id}/erasure`, {
      as: someone.session,
      ifMatch: someone.person.version,
      body: { name: 'Wilhelmina Quartz', reason: 'Tidying up' },
    })
  })

  test('erasure is previewed, carried out and proved: nothing is found of name, address or number but what a named rule keeps', async () => {
    const someone = await somebodyWithARecord()
    const path = `/people/${someone.person.id}/erasure`
    const preview = await api.ask('GET', path, { as: someone.session })
    expect(preview.body.lines.find(({ table }: { table: string }) => table === 'attempt_item')).toMatchObject({ rows: 10, becomes: 'deleted' })
    const wrongName = await api.ask('PUT', path, { as: someone.session, ifMatch: preview.body.version, body: { name: 'Someone', reason: 'I asked' } })
    expect(wrongName.body.errors[0].pointer).toBe('/name')
    const erased = await api.ask('PUT', path, {
      as: someone.session,
      ifMatch: preview.body.version,
      body: { name: 'wilhelmina quartz', reason: 'I, Wilhelmina Quartz, asked' },
    })
    expect(erased.status).toBe(200)
    expect(erased.body.found).toEqual([])
    expect(erased.body.searched.columns).toBeGreaterThan(50)
    expect(erased.session).toBeNull()
    expect((await api.ask('GET', '/task-list', { as: someone.session })).status).toBe(401)
    const administrator = await api.addOf('administrator')
    expect((await api.ask('GET', `/people/${someone.person.id}`, { as: administrator.session })).status).toBe(404)
    const kept = await api.db.selectFrom('audit_event').selectAll().where('person_id', '=', someone.person.id).execute()
    expect(kept.length).toBeGreaterThan(3)
    expect(JSON.stringify(kept)).not.toMatch(/quartz|0777/i)
  })

  test('a coordinator’s download says that they changed somebody’s details, but not whose and not what', async () => {
    const coordinator = await api.addOf('coordinator')
    const other = await api.add({ name: 'Somebody Else' })
    await api.ask('PUT', `/people/${other.person.id}/profile`, {
      as: coordinator.session,
      ifMatch: 1,
      body: { name: 'Somebody Else', phone: '0117 496 0555', region: null, roles: [] },
    })
    const { body } = await api.ask('GET', `/people/${coordinator.person.id}/record`, { as: coordinator.session })
    const events = body.tables.find(({ name }: { name: string }) => name === 'audit_event').rows
    expect(events).toContainEqual(expect.objectContaining({ action: 'profile-changed' }))
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`0117 496 0555|Somebody Else|${other.person.id}`))
    const theirs = await api.ask('GET', `/people/${other.person.id}/record`, { as: other.session })
    expect(JSON.stringify(theirs.body)).toContain('0117 496 0555')
  })

  test('an administrator’s copy of a record holds nothing of what only its person may read', async () => {
    const learner = await api.add()
    const administrator = await api.addOf('administrator')
    const made = await api.ask('POST', '/self-assessments', { as: learner.session, body: { roles: ['chair'] } })
    await api.ask('PUT', `/self-assessments/${made.body.id}/answers/1.1`, {
      as: learner.session,
      ifMatch: 0,
      body: { level: 2, confidence: 'low', reflection: 'Only for myself' },
    })
    const read = async (as: string) => JSON.stringify((await api.ask('GET', `/people/${learner.person.id}/record`, { as })).body)
    expect(await read(learner.session)).toContain('Only for myself')
    expect(await read(administrator.session)).not.toContain('Only for myself')
  })

  test('the proof finds a name with accents and capitals, however somebody else’s record spells it', async () => {
    const one = await api.add({ name: 'Żaneta Éclair' })
    const administrator = await api.addOf('administrator')
    for (const spelling of ['Żaneta Éclair', 'żaneta éclair', 'ŻANETA ÉCLAIR', 'Żaneta Éclair'.normalize('NFD')]) {
      const other = await api.add()
      await api.ask('PUT', `/accounts/${other.account.id}/suspension`, {
        as: administrator.session,
        ifMatch: other.account.version,
        body: { reason: `Works for ${spelling} now` },
      })
    }
    const erased = await api.ask('PUT', `/people/${one.person.id}/erasure`, {
      as: one.session,
      ifMatch: one.person.version,
      body: { name: 'żaneta éclair', reason: 'I asked' },
    })
    expect(erased.body.found).toEqual([
      { table: 'account', column: 'suspended_reason', rows: 4, rule: 'What was said of somebody else’s account' },
      { table: 'audit_event', column: 'reason', rows: 4, rule: 'The account of what was done to somebody else' },
    ])
  })

  test('of two erasures of one version the second is refused with what it would do now', async () => {
    const { person, session } = await api.add({ name: 'Twice Over' })
    const administrator = await api.addOf('administrator')
    await api.ask('PUT', `/people/${person.id}/profile`, {
      as: administrator.session,
      ifMatch: 1,
      body: { name: 'Twice Over', phone: null, region: 'london', roles: [] },
    })
    const body = { name: 'Twice Over', reason: 'I asked' }
    const refused = await api.ask('PUT', `/people/${person.id}/erasure`, { as: session, ifMatch: 1, body })
    expect(refused).toMatchObject({ status: 412, body: { current: { personId: person.id, version: 2 } } })
    const raced = await Promise.all([1, 2].map(() => api.ask('PUT', `/people/${person.id}/erasure`, { as: session, ifMatch: 2, body })))
    expect(raced.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('another person of the same name is left alone, and the proof says so', async () => {
    const [one, other] = [await api.add({ name: 'Jonquil Twin' }), await api.add({ name: 'Jonquil Twin' })]
    const erased = await api.ask('PUT', `/people/${one.person.id}/erasure`, {
      as: one.session,
      ifMatch: 1,
      body: { name: 'Jonquil Twin', reason: 'I asked' },
    })
    expect(erased.body.found.map(({ rule }: { rule: string }) => rule)).toEqual([
      'Another person of the same name',
      'Another person of the same name',
    ])
    expect((await api.ask('GET', `/people/${other.person.id}`, { as: other.session })).body.name).toBe('Jonquil Twin')
  })

  test('the last administrator cannot be erased', async () => {
    const alone = await startApi(home)
    const administrator = await alone.addOf('administrator')
    const body = { name: administrator.person.name, reason: 'Moving on' }
    expect((await alone.ask('PUT', `/people/${administrator.person.id}/erasure`, { as: administrator.session, ifMatch: 1, body })).status).toBe(409)
    await alone.stop()
  })
})
