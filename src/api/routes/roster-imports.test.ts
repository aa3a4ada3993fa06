import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Standing } from '#domain/person.ts'
import type { ImportRow, RosterImport } from '#domain/roster-import.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { sweep } from '../retention.ts'

describe.each(homes)('importing a list over $name', (home) => {
  let api: StartedApi
  let session: string
  let made = 0
  beforeAll(async () => {
    api = await startApi(home)
    session = (await api.addOf('coordinator')).session
  })
  afterAll(() => api.stop())

  /** Names and addresses of their own for each test, so that none meets another's people. */
  const word = () => `w${(made += 1)}`
  const send = (list: string | Uint8Array<ArrayBuffer>, as = session) =>
    api.ask('POST', '/roster-imports', {
      as,
      bytes: typeof list === 'string' ? new TextEncoder().encode(list) : list,
      headers: { 'file-name': 'Our%20pool.csv' },
    })
  async function checked(list: string, plan: Partial<RosterImport['plan']> = {}, as = session): Promise<RosterImport> {
    const { body: draft } = await send(list, as)
    await api.ask('PUT', `/roster-imports/${draft.id}/plan`, { as, ifMatch: draft.version, body: { ...draft.plan, ...plan } })
    let now: RosterImport = draft
    do now = (await api.ask('POST', `/roster-imports/${draft.id}/check`, { as })).body
    while (now.checked < now.rows)
    return now
  }
  const rowsOf = async ({ id }: RosterImport, query = '', as = session): Promise<ImportRow[]> =>
    (await api.ask('GET', `/roster-imports/${id}/rows${query}`, { as })).body.rows
  const mend = (draft: RosterImport, number: number, values: object, choice: string | null = null) =>
    api.ask('PUT', `/roster-imports/${draft.id}/rows/${number}`, { as: session, body: { values, choice } })
  const move = (draft: RosterImport, to: 'commit' | 'undo', as = session) =>
    api.ask('POST', `/roster-imports/${draft.id}/${to}`, { as, ifMatch: draft.version })
  const people = async (name: string) => (await api.ask('GET', `/people?name=${name}`, { as: session })).body.people

  test('guesses the columns from the headings, and takes those chosen before for the same headings', async () => {
    const { body } = await send('Full Name;E-mail;Tel;Area;Chair or author;Shoe size\nA B;a@b.org;;;;\n')
    expect(body.plan.columns).toEqual({ name: 0, email: 1, phone: 2, region: 3, roles: 4, standing: null, joinedOn: null })
    const columns = { ...body.plan.columns, phone: null }
    await api.ask('PUT', `/roster-imports/${body.id}/plan`, { as: session, ifMatch: 1, body: { ...body.plan, columns } })
    const again = (await send('full name,E-Mail,TEL,Area,Chair or Author,Shoe size\nC D,c@d.org,,,,\n')).body
    expect(again).toMatchObject({ remembered: true, plan: { columns: { phone: null, region: 3 } } })
  })

  test('says of each row what would become of it before anybody is added or changed', async () => {
    const w = word()
    await api.add({ name: `Amara ${w}`, email: `amara.${w}@example.org`, profile: { region: 'london', roles: ['chair'] }, standing: 'active' })
    await api.add({ name: `Zoë ${w}`, email: `zoe.${w}@example.org`, profile: { region: 'london' }, standing: 'active' })
    const draft = await checked(
      [
        'Name,E-mail,Phone,Region,Role,Status',
        `Amara ${w},AMARA.${w}@example.org,0191 498 0123,London,both,Active`,
        `New ${w},new.${w}@example.org,1914980123,the North East,Independent chair,`,
        `Again ${w},new.${w}@example.org,,London,,`,
        `zoe ${w},other.${w}@example.org,,London,,`,
        `Broken ${w},not an address,,Lodnon,king,`,
        `Nobody ${w},,,London,,`,
        `Zoë ${w},zoe.${w}@example.org,,,,`,
      ].join('\n'),
    )
    expect(draft).toMatchObject({
      adds: 1,
      changes: 1,
      undecided: 1,
      counts: { new: 1, update: 1, same: 1, repeat: 1, possible: 1, error: 2, unchecked: 0 },
    })
    const rows = await rowsOf(draft)
    expect(rows.map(({ line, outcome, repeats }) => [line, outcome, repeats])).toEqual([
      [2, 'update', null],
      [3, 'new', null],
      [4, 'repeat', 3],
      [5, 'possible', null],
      [6, 'error', null],
      [7, 'error', null],
      [8, 'same', null],
    ])
    expect(rows[0]?.changes).toEqual([
      { field: 'phone', from: null, to: '0191 498 0123' },
      { field: 'roles', from: 'chair', to: 'author, chair' },
    ])
    expect(rows[4]?.faults.map(({ field }) => field)).toEqual(['email', 'region', 'roles'])
    expect(rows[5]?.faults).toEqual([{ field: 'email', detail: expect.stringContaining('Enter the e-mail address') }])
    expect(await people(w)).toHaveLength(2)
  })

  test('is mended in place, committed once however often it is sent, tells people, and undone', async () => {
    const w = word()
    const one = await api.add({
      name: `Old ${w}`,
      email: `old.${w}@example.org`,
      profile: { region: 'london', roles: ['chair'] },
      standing: 'active',
    })
    const draft = await checked(
      `Name,E-mail,Region,Role\nOld ${w},old.${w}@example.org,South West,author\nFirst ${w},first@,London,chair\nOld ${w},another.${w}@example.org,London,\n`,
    )
    expect(draft.counts).toMatchObject({ update: 1, error: 1, possible: 1 })
    expect((await mend(draft, 2, { email: `first.${w}@example.org` })).body.row).toMatchObject({ outcome: 'new', values: { name: `First ${w}` } })
    const decided = (await mend(draft, 3, {}, 'new')).body.import
    const sent = { as: session, ifMatch: decided.version, headers: { 'idempotency-key': `commit ${w}` } }
    const done = (await api.ask('POST', `/roster-imports/${draft.id}/commit`, sent)).body
    expect(done).toMatchObject({ state: 'committed', done: { added: 2, changed: 1 } })
    expect((await api.ask('POST', `/roster-imports/${draft.id}/commit`, sent)).body).toEqual(done)
    expect((await people(w)).map(({ name, region, standing }: Record<string, string>) => [name, region, standing])).toEqual([
      [`First ${w}`, 'london', 'in-checks'],
      [`Old ${w}`, 'south-west', 'active'],
      [`Old ${w}`, 'london', 'in-checks'],
    ])
    const mails = await api.db.selectFrom('mail').selectAll().where('to_address', 'like', `%${w}@%`).execute()
    expect(mails.map(({ to_address }) => to_address).toSorted()).toEqual([`another.${w}@example.org`, `first.${w}@example.org`])
    expect(mails[0]?.text).toContain('/use-link#')
    const kept = await api.db.selectFrom('import_row').selectAll().where('draft_id', '=', draft.id).execute()
    expect(JSON.stringify(kept.map(({ cells, mended }) => [cells, mended]))).not.toContain(w)

    const undone = (await move(done, 'undo')).body
    expect(undone).toMatchObject({ state: 'undone', done: { undone: 3, leftAlone: 0 } })
    const left = await people(w)
    expect(left).toMatchObject([{ id: one.person.id, region: 'london', roles: ['chair'] }])
    expect(await api.db.selectFrom('mail').select('id').where('to_address', 'like', `%first.${w}@%`).execute()).toEqual([])
    expect((await move(undone, 'undo')).status).toBe(409)
  })

  test('undone leaves alone whom somebody changed since, and lists them', async () => {
    const w = word()
    const draft = await checked(`Name,E-mail,Region\nKept ${w},kept.${w}@example.org,London\nGone ${w},gone.${w}@example.org,London\n`)
    const done = (await move(draft, 'commit')).body
    const [gone, kept] = await people(w)
    const profile = { name: `Kept ${w}`, phone: '0191 498 0999', region: 'london', roles: [] }
    await api.ask('PUT', `/people/${kept.id}/profile`, { as: session, ifMatch: 1, body: profile })
    const undone = (await move(done, 'undo')).body
    expect(undone.done).toMatchObject({ undone: 1, leftAlone: 1 })
    expect((await rowsOf(undone, '?undone=left')).map(({ person }) => person?.name)).toEqual([`Kept ${w}`])
    expect((await people(w)).map(({ id }: { id: string }) => id)).toEqual([kept.id])
    expect((await api.ask('GET', `/people/${gone.id}`, { as: session })).status).toBe(404)
  })

  test('that makes a learner a member answers their wish to join; undone, a pause has its end again, and whoever was answered is left alone', async () => {
    const w = word()
    const add = (name: string, standing: Standing) =>
      api.add({ name: `${name} ${w}`, email: `${name.toLowerCase()}.${w}@example.org`, profile: { region: 'london', roles: ['chair'] }, standing })
    const [asking, resting] = [await add('Asking', 'applicant'), await add('Resting', 'active')]
    await api.ask('POST', '/membership-asks', {
      as: asking.session,
      body: { roles: ['chair'], words: 'I should like to join the pool.' },
    })
    const pause = { to: 'paused', reason: 'On leave until spring', until: '2027-04-01' }
    const paused = (await api.ask('PUT', `/people/${resting.person.id}/standing`, { as: session, ifMatch: resting.person.version, body: pause })).body
    expect(paused).toMatchObject({ standing: 'paused', until: '2027-04-01' })
    const draft = await checked(`Name,E-mail,Status\nAsking ${w},asking.${w}@example.org,In checks\nResting ${w},resting.${w}@example.org,Active\n`, {
      reason: 'Back earlier than planned',
    })
    expect(draft.counts).toMatchObject({ update: 2 })
    const done = (await move(draft, 'commit')).body
    const { asks } = (await api.ask('GET', '/membership-asks?state=accepted', { as: session })).body
    expect(JSON.stringify(asks)).toContain(`Asking ${w}`)
    expect((await move(done, 'undo')).body.done).toMatchObject({ undone: 1, leftAlone: 1 })
    expect((await api.ask('GET', `/people/${resting.person.id}/standing`, { as: session })).body).toMatchObject({
      standing: 'paused',
      reason: 'On leave until spring',
      until: '2027-04-01',
    })
  })

  test('refuses to commit when somebody in the list was changed since its rows were checked, and changes nobody', async () => {
    const w = word()
    const one = await api.add({ name: `Moved ${w}`, email: `moved.${w}@example.org`, profile: { region: 'london' }, standing: 'active' })
    const draft = await checked(`Name,E-mail,Region\nFresh ${w},fresh.${w}@example.org,London\nMoved ${w},moved.${w}@example.org,South East\n`)
    const profile = { name: `Moved ${w}`, phone: null, region: 'south-west', roles: [] }
    await api.ask('PUT', `/people/${one.person.id}/profile`, { as: session, ifMatch: one.person.version, body: profile })
    expect(await move(draft, 'commit')).toMatchObject({ status: 409, body: { allowed: ['check-again'] } })
    expect(await people(w)).toMatchObject([{ id: one.person.id, region: 'south-west' }])
  })

  test('by a coordinator of one region refuses rows of others, and people whom they do not keep', async () => {
    const w = word()
    const london = await api.addOf('coordinator', 'london')
    await api.add({ name: `North ${w}`, email: `north.${w}@example.org`, profile: { region: 'north-east' }, standing: 'active' })
    const draft = await checked(
      `Name,E-mail,Region\nA ${w},a.${w}@example.org,South West\nB ${w},b.${w}@example.org,\nNorth ${w},north.${w}@example.org,London\nNorth ${w},c.${w}@example.org,London\n`,
      {},
      london.session,
    )
    const rows = await rowsOf(draft, '', london.session)
    expect(rows.map(({ outcome, faults }) => [outcome, faults[0]?.field])).toEqual([
      ['error', 'region'],
      ['error', 'region'],
      ['error', 'email'],
      ['new', undefined],
    ])
    expect(JSON.stringify(rows)).not.toContain('north-east')
  })

  test('makes nobody active without a reason, and moves nobody where their standing does not lead', async () => {
    const w = word()
    await api.add({ name: `Removed ${w}`, email: `removed.${w}@example.org`, standing: 'removed' })
    const list = `Name,E-mail,Status\nEager ${w},eager.${w}@example.org,Active\nRemoved ${w},removed.${w}@example.org,Active\n`
    expect((await rowsOf(await checked(list))).map(({ faults }) => faults[0]?.field)).toEqual(['standing', 'standing'])
    const draft = await checked(list, { reason: 'They served on the list before' })
    expect(draft.counts).toMatchObject({ new: 1, error: 1 })
    await move(draft, 'commit')
    const [eager] = await people(`eager+${w}`)
    const { body } = await api.ask('GET', `/people/${eager.id}/history`, { as: session })
    expect(body.events[0]).toMatchObject({ action: 'person-imported', reason: 'They served on the list before' })
    const { body: sent } = await send(list)
    const refused = await api.ask('PUT', `/roster-imports/${sent.id}/plan`, { as: session, ifMatch: 1, body: { ...sent.plan, standing: 'active' } })
    expect(refused.body.errors).toEqual([{ pointer: '/reason', detail: expect.any(String) }])
  })

  test('that was cut off goes on where it stopped, and nothing is half done', async () => {
    const w = word()
    const rows = Array.from({ length: 1100 }, (_, index) => `P${index} ${w},p${index}.${w}@example.org,London`)
    const { body: draft } = await send(['Name,E-mail,Region', ...rows].join('\n'))
    await api.ask('PUT', `/roster-imports/${draft.id}/plan`, { as: session, ifMatch: 1, body: { ...draft.plan, tell: false } })
    await api.ask('POST', `/roster-imports/${draft.id}/check`, { as: session })
    const later = (await api.ask('GET', `/roster-imports/${draft.id}`, { as: session })).body
    expect(later).toMatchObject({ checked: 500, rows: 1100, state: 'open' })
    expect((await move(later, 'commit')).status).toBe(409)
    expect(await people(w)).toEqual([])
    for (let step = 0; step < 2; step += 1) await api.ask('POST', `/roster-imports/${draft.id}/check`, { as: session })
    const done = await move(later, 'commit')
    expect(done.body.done).toMatchObject({ added: 1100 })
    expect(await api.db.selectFrom('mail').select('id').where('to_address', 'like', `%${w}@%`).execute()).toEqual([])
    const { total } = (await api.ask('GET', `/people?standing=in-checks`, { as: session })).body
    const counted = await api.db.selectFrom('person').select('id').where('standing', '=', 'in-checks').execute()
    expect(total).toBe(counted.length)
    expect((await move(done.body, 'undo')).body.done).toMatchObject({ undone: 1100, leftAlone: 0 })
    expect(await people(w)).toEqual([])
  })

  test('imported, exported and imported again changes nothing', async () => {
    const w = word()
    const draft = await checked(
      `Name,E-mail,Phone,Region,Role,Joined\nZoë ${w},zoe.${w}@example.org,+44 191 498 0123,East of England,"chair, author",03/02/2021\n"O'Neil, Pat ${w}",pat.${w}@example.org,,Yorkshire & Humber,adviser,\n`,
    )
    await move(draft, 'commit')
    for (const kind of ['csv', 'xlsx']) {
      const file = await api.ask('GET', `/roster.${kind}?name=${w}&contact=yes`, { as: session })
      const { body } = await send(new Uint8Array(file.bytes))
      const again = await api.ask('PUT', `/roster-imports/${body.id}/plan`, { as: session, ifMatch: 1, body: body.plan })
      expect(again.body.plan.columns).not.toMatchObject({ email: null })
      const after = (await api.ask('POST', `/roster-imports/${body.id}/check`, { as: session })).body
      expect(after.counts).toMatchObject({ same: 2, new: 0, update: 0, possible: 0, error: 0 })
    }
  })

  test('of a file that cannot be read is refused with its place, and leaves nothing behind', async () => {
    const before = (await api.ask('GET', '/roster-imports', { as: session })).body.imports.length
    expect((await send('Name,E-mail\n"Broken,x@y.org\n')).body.errors).toEqual([
      { pointer: '/file', detail: expect.stringContaining('Line 2, cell 1') },
    ])
    expect((await api.ask('GET', '/roster-imports', { as: session })).body.imports).toHaveLength(Math.min(before, 25))
  })

  test('that nobody commits is dropped when its time is up, and people who were put on the roster stay', async () => {
    const w = word()
    const draft = await checked(`Name,E-mail,Region\nStays ${w},stays.${w}@example.org,London\n`)
    await move(draft, 'commit')
    const open = await checked(`Name,E-mail,Region\nWaits ${w},waits.${w}@example.org,London\n`)
    api.clock.pass(40 * 24 * 60)
    await sweep(api.db, api.clock.now())
    expect(await api.db.selectFrom('import_row').select('number').where('draft_id', 'in', [draft.id, open.id]).execute()).toEqual([])
    const found = await api.db.selectFrom('person').select('name').where('name', 'like', `%${w}`).execute()
    expect(found).toEqual([{ name: `Stays ${w}` }])
  })
})
