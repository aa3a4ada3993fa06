import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepEvidence } from '#api/evidence-upkeep.ts'
import { evidenceOf, evidenceVersion } from '#api/repository/evidence.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { evidenceOwner, words } from '#testing/evidence.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

describe.each(homes)('evidence over $name', (home) => {
  let api: StartedApi
  let learner: Someone
  let own: ReturnType<typeof evidenceOwner>
  beforeEach(async () => {
    api = await startApi(home)
    learner = await api.add({ profile: { roles: ['author'] } })
    own = evidenceOwner(api, learner.session)
  })
  afterEach(() => api.stop())

  const pointers = (answer: { body: { errors?: { pointer: string }[] } }) => answer.body.errors?.map(({ pointer }) => pointer)

  test('a draft is kept as it is typed, whole or not, and found again', async () => {
    const { id, state } = await own.start('text')
    expect(state).toBe('draft')
    expect((await own.keep(id, { text: 'Half a sen' })).status).toBe(200)
    expect((await own.read(id)).draft).toMatchObject({ text: 'Half a sen', title: '' })
  })

  test('two tabs that write on one draft: the second is told so and given the draft as it is', async () => {
    const { id, version } = await own.start('text')
    const keep = (text: string) => api.ask('PUT', `/evidence/${id}/draft`, { as: learner.session, ifMatch: version, body: { ...words.text, text } })
    await keep('From the first tab')
    const second = await keep('From the second tab')
    expect(second.status).toBe(412)
    expect(second.body.current.draft.text).toBe('From the first tab')
  })

  test('handing in names every field that is missing, and the words stay', async () => {
    const { id } = await own.start('text')
    const refused = await own.submit(id, { declared: false })
    expect(refused.status).toBe(422)
    expect(pointers(refused)).toEqual(['/title', '/text', '/skills', '/declared'])
    const link = await own.start('link')
    await own.keep(link.id, { ...words.link, url: 'http://10.0.0.1/secret' })
    expect(pointers(await own.submit(link.id))).toEqual(['/url'])
    const file = await own.start('file')
    expect(pointers(await own.submit(file.id))).toEqual(['/title', '/file', '/skills'])
  })

  test('a declared piece serves several skills and has its first version', async () => {
    const piece = await own.add('text')
    expect(piece).toMatchObject({ state: 'ready', skills: ['1.1', '5.1'], draft: null, current: { number: 1, text: words.text.text } })
    expect((await own.add('link')).current).toMatchObject({ url: 'https://example.org/talk', text: null })
  })

  test('20,000 characters can be kept as a draft; handing in says what to do and loses nothing', async () => {
    const { id } = await own.start('text')
    const long = 'word '.repeat(4000)
    expect((await own.keep(id, { ...words.text, text: long })).status).toBe(200)
    const refused = await own.submit(id)
    expect(refused.body.errors).toEqual([{ pointer: '/text', detail: expect.stringMatching(/10,000 characters or fewer/) }])
    expect((await own.read(id)).draft.text).toBe(long)
  })

  test('words that look as if they named a child are shown, and go on only after they were read', async () => {
    const { id } = await own.start('text')
    await own.keep(id, { ...words.text, text: 'I wrote the report on Child B and chaired its learning event.' })
    expect((await own.read(id)).draft.warnings).toEqual([{ kind: 'label', found: 'Child B' }])
    const warned = await own.submit(id)
    expect(warned.body.errors).toEqual([{ pointer: '/readWarning', detail: expect.stringContaining('“Child B”') }])
    expect((await own.submit(id, { readWarning: true })).body.state).toBe('ready')
  })

  test('versions are appended and never changed; a new title alone makes none', async () => {
    const { id } = await own.add('text')
    const begin = async () => api.ask('POST', `/evidence/${id}/draft`, { as: learner.session, ifMatch: (await own.read(id)).version })
    expect((await begin()).body.draft).toMatchObject({ title: words.text.title, text: words.text.text, skills: ['1.1', '5.1'] })
    await own.keep(id, { ...words.text, title: 'Another title', skills: ['1.1'] })
    expect((await own.submit(id)).body).toMatchObject({ title: 'Another title', skills: ['1.1'], versions: [{ number: 1 }] })
    await begin()
    await own.keep(id, { ...words.text, text: 'I merged the records of five agencies, not of four.' })
    const { versions } = (await own.submit(id)).body
    expect(versions).toMatchObject([
      { number: 1, text: words.text.text },
      { number: 2, text: 'I merged the records of five agencies, not of four.' },
    ])
    expect((await evidenceVersion(api.db, id, 1))?.text).toBe(words.text.text)
  })

  test('a draft of a next version can be thrown away; the version stays', async () => {
    const { id } = await own.add('text')
    const ask = async (method: string) => api.ask(method, `/evidence/${id}/draft`, { as: learner.session, ifMatch: (await own.read(id)).version })
    await ask('POST')
    await own.keep(id, { ...words.text, text: 'Something else altogether, never handed in.' })
    expect((await ask('DELETE')).body).toMatchObject({ draft: null, versions: [{ number: 1 }] })
  })

  test('withdrawn and taken into use again; quarantine closes at once and comes back; purge is for good', async () => {
    const { id } = await own.add('text')
    expect((await own.move(id, 'withdrawn')).body).toMatchObject({ state: 'withdrawn', moves: ['ready', 'quarantined'] })
    expect((await own.move(id, 'ready')).body.state).toBe('ready')
    expect((await own.move(id, 'quarantined')).body).toMatchObject({ state: 'quarantined', versions: [], current: null })
    expect(await evidenceVersion(api.db, id, 1)).toBeUndefined()
    expect((await own.move(id, 'ready')).body.versions).toHaveLength(1)
    await own.move(id, 'quarantined')
    expect((await own.move(id, 'purged')).body).toMatchObject({ state: 'purged', title: '', versions: [], skills: [] })
    expect((await own.move(id, 'ready')).status).toBe(409)
    expect(await evidenceOf(api.db, learner.person.id)).toEqual([])
  })

  test('a move that is not in the table is refused with those that are', async () => {
    const { id } = await own.add('text')
    const refused = await own.move(id, 'purged')
    expect([refused.status, refused.body.allowed]).toEqual([409, ['withdrawn', 'quarantined']])
    expect((await own.keep(id, words.text)).status).toBe(409)
  })

  test('of what was purged no table holds a word, only that it was done', async () => {
    const secret = 'xylophonic'
    const { id } = await own.start('text')
    const body = { ...words.text, title: `A ${secret} title`, text: `Some ${secret} words that I should not have written here.` }
    await api.ask('PUT', `/evidence/${id}/draft`, { as: learner.session, ifMatch: 1, body, headers: { 'idempotency-key': 'kept-for-a-day-1' } })
    await own.submit(id)
    await own.move(id, 'quarantined')
    await own.move(id, 'purged')
    const tables = await api.db.introspection.getTables()
    for (const { name } of tables.filter((table) => !table.name.startsWith('kysely_')))
      expect(
        JSON.stringify(
          await api.db
            .selectFrom(name as 'person')
            .selectAll()
            .execute(),
        ),
        name,
      ).not.toContain(secret)
    const { body: history } = await api.ask('GET', `/people/${learner.person.id}/history`, { as: learner.session })
    expect(history.events[0]).toMatchObject({ action: 'evidence-purged' })
  })

  test('what lies in quarantine for longer than its setting says is purged', async () => {
    const { id } = await own.add('text')
    await own.move(id, 'quarantined')
    api.clock.pass(29 * 24 * 60)
    await keepEvidence(api.deps)
    const state = async () => (await api.db.selectFrom('evidence').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
    expect(await state()).toBe('quarantined')
    api.clock.pass(2 * 24 * 60)
    await keepEvidence(api.deps)
    expect(await state()).toBe('purged')
  })

  test('a coordinator never learns that there is evidence or experience', async () => {
    const { id } = await own.add('text')
    await api.ask('POST', '/experience', {
      as: learner.session,
      body: { publisher: 'Northmoor board', year: 2019, role: 'author', url: 'https://example.org/r' },
    })
    const coordinator = await api.addOf('coordinator')
    const seen = await Promise.all(
      [`/people/${learner.person.id}`, `/people/${learner.person.id}/history`, `/people/${learner.person.id}/verified-skills`].map((path) =>
        api.ask('GET', path, { as: coordinator.session }),
      ),
    )
    expect(JSON.stringify(seen.map(({ body }) => body))).not.toMatch(/evidence|experience|Northmoor|chronology/)
    expect((await api.ask('GET', `/evidence/${id}`, { as: coordinator.session })).status).toBe(404)
    expect((await api.ask('GET', '/evidence', { as: coordinator.session })).body.evidence).toEqual([])
  })

  test('the skills offered are those that the learner’s roles ask, with the kinds of file that are taken', async () => {
    const { body } = await api.ask('GET', '/evidence-skills', { as: learner.session })
    expect(body.skills.filter(({ asked }: { asked: boolean }) => asked).map(({ skill }: { skill: string }) => skill)).toEqual(['1.1', '3.3', '5.1'])
    expect(body.files).toEqual({ mostBytes: 10_485_760, endings: ['.pdf', '.docx', '.png', '.jpg', '.jpeg', '.txt'] })
  })
})
