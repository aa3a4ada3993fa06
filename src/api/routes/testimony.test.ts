import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepEvidence } from '#api/evidence-upkeep.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { evidenceOwner, words } from '#testing/evidence.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

describe.each(homes)('testimony over $name', (home) => {
  let api: StartedApi
  let learner: Someone
  let own: ReturnType<typeof evidenceOwner>
  beforeEach(async () => {
    api = await startApi(home)
    learner = await api.add({ name: 'Bryn Example', profile: { roles: ['chair'] } })
    own = evidenceOwner(api, learner.session)
  })
  afterEach(() => api.stop())

  const witness = words.testimony.witnessEmail
  const mailsTo = (address: string) => api.db.selectFrom('mail').selectAll().where('to_address', '=', address).orderBy('id').execute()
  const newestToken = async () => /give-testimony#(\S+)/.exec((await mailsTo(witness)).at(-1)?.text ?? '')?.[1] ?? ''
  const look = (token: string) => api.ask('POST', '/testimony/look', { body: { token } })
  const said = {
    name: 'Wilhelmina Quartz',
    capacity: 'Chair of the board that commissioned it',
    text: 'They chaired five panels for us and kept every agency at the table.',
    declared: true,
    readWarning: false,
  }
  const give = (token: string, changed: object = {}) => api.ask('POST', '/testimony/give', { body: { token, ...said, ...changed } })
  const asked = async () => ({ ...(await own.add('testimony')), token: await newestToken() })

  test('the mail has no name in its subject, and its token where servers never see it', async () => {
    expect((await asked()).state).toBe('asked')
    const [mail] = await mailsTo(witness)
    expect(mail?.subject).not.toMatch(/Bryn|Wilhelmina|Quartz/)
    expect(mail?.text).toMatch(/https:\/\/pool\.test\/give-testimony#\S{40,}/)
  })

  test('a mail scanner that opens the link, however often, uses nothing up', async () => {
    const { token, id } = await asked()
    for (let opened = 0; opened < 3; opened++)
      expect((await look(token)).body).toMatchObject({
        learner: 'Bryn Example',
        name: 'Wilhelmina Quartz',
        skills: [{ skill: '3.3', name: 'Chairing' }],
      })
    expect((await own.read(id)).state).toBe('asked')
    expect((await give(token)).status).toBe(201)
  })

  test('what the witness wrote arrives in their words, is told to the learner, and its link and address are gone', async () => {
    const { token, id } = await asked()
    await give(token)
    const { state, current, ask } = await own.read(id)
    expect({ state, current, ask }).toMatchObject({
      state: 'ready',
      current: { text: said.text, from: { name: said.name, capacity: said.capacity } },
      ask: null,
    })
    expect((await look(token)).status).toBe(404)
    expect((await give(token)).status).toBe(404)
    expect((await mailsTo(learner.person.email ?? '')).at(-1)?.subject).toBe('A testimony has arrived')
    expect(await mailsTo(witness)).toEqual([])
  })

  test('two answers to one link at the same moment: one counts', async () => {
    const { token, id } = await asked()
    const answers = await Promise.all([give(token), give(token, { text: 'A second answer that comes at the same moment.' })])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 404])
    expect((await own.read(id)).versions).toHaveLength(1)
  })

  test('an answer that is sent twice, since the first reply was lost, counts once and is answered twice', async () => {
    const { token, id } = await asked()
    const send = () => api.ask('POST', '/testimony/give', { body: { token, ...said }, headers: { 'idempotency-key': 'one-answer-sent-twice' } })
    expect([(await send()).status, (await send()).status]).toEqual([201, 201])
    expect((await own.read(id)).versions).toHaveLength(1)
  })

  test('the learner cannot change what a witness wrote', async () => {
    const { token, id } = await asked()
    await give(token)
    const { version } = await own.read(id)
    expect((await api.ask('POST', `/evidence/${id}/draft`, { as: learner.session, ifMatch: version })).status).toBe(409)
    expect((await own.keep(id, { ...words.testimony, text: 'Better words' })).status).toBe(409)
    expect((await own.submit(id)).status).toBe(409)
  })

  test('a witness declares that no child is named, and is warned where it looks as if one were; the link still works', async () => {
    const { token } = await asked()
    const refused = await give(token, { declared: false, text: 'They wrote the report on Child B for our board.' })
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/readWarning', '/declared'])
    expect((await give(token, { text: 'They wrote the report on Child B for our board.', readWarning: true })).status).toBe(201)
  })

  test('a witness who declines is not asked again, and their address is forgotten', async () => {
    const { token, id } = await asked()
    expect((await api.ask('POST', '/testimony/decline', { body: { token } })).status).toBe(200)
    expect(await own.read(id)).toMatchObject({ state: 'declined', moves: ['purged'], ask: { name: 'Wilhelmina Quartz', email: null } })
    expect((await give(token)).status).toBe(404)
    expect((await own.move(id, 'asked')).status).toBe(409)
  })

  test('a link that ran out lapses; asked again, the new one works and the old one does not', async () => {
    const { token, id } = await asked()
    api.clock.pass(28 * 24 * 60)
    expect((await look(token)).status).toBe(404)
    await keepEvidence(api.deps)
    learner = { ...learner, session: await signedInAgain() }
    own = evidenceOwner(api, learner.session)
    expect((await own.read(id)).state).toBe('lapsed')
    expect((await own.move(id, 'asked')).body.state).toBe('asked')
    expect((await look(token)).status).toBe(404)
    expect((await look(await newestToken())).status).toBe(200)
  })

  test('an ask that is taken back leaves nothing of the witness', async () => {
    const { token, id } = await asked()
    expect((await own.move(id, 'purged')).body.state).toBe('purged')
    expect((await look(token)).status).toBe(404)
    for (const { name } of (await api.db.introspection.getTables()).filter((table) => !table.name.startsWith('kysely_')))
      expect(
        JSON.stringify(
          await api.db
            .selectFrom(name as 'person')
            .selectAll()
            .execute(),
        ),
        name,
      ).not.toMatch(/quartz/i)
  })

  test('whom a testimony was asked of is forgotten some time after they declined', async () => {
    const { token } = await asked()
    await api.ask('POST', '/testimony/decline', { body: { token } })
    api.clock.pass(91 * 24 * 60)
    await keepEvidence(api.deps)
    expect(await api.db.selectFrom('testimony_ask').selectAll().execute()).toEqual([])
  })

  test('nobody is asked for a testimony about themself', async () => {
    const { id } = await own.start('testimony')
    await own.keep(id, { ...words.testimony, witnessEmail: ` ${learner.person.email?.toUpperCase()} ` })
    expect((await own.submit(id)).body.errors).toEqual([{ pointer: '/witnessEmail', detail: expect.stringContaining('your own') }])
  })

  test('a link that was made up, cut short or used is answered alike', async () => {
    const { token } = await asked()
    await give(token)
    const answers = [await look(token), await look('a-token-that-nobody-made'), await give('a-token-that-nobody-made')]
    expect(new Set(answers.map(({ body }) => body.title)).size).toBe(1)
  })

  async function signedInAgain(): Promise<string> {
    const { startSession } = await import('#api/repository/sessions.ts')
    return api.db.transaction().execute((tx) => startSession(tx, learner.account.id, 'signed-in', api.clock.now()))
  }
})
