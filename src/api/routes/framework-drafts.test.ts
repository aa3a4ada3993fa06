import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { csvOf } from '#domain/framework-csv.ts'
import { retireDue } from '#api/repository/framework-drafts.ts'
import { appendVerifiedLevel } from '#api/repository/verified-levels.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aFramework } from '#testing/framework.ts'
import { frameworkScene, reworded } from '#testing/framework-scene.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

describe.each(homes)('versions of the framework over $name', (home) => {
  let api: StartedApi
  let keeper: Someone
  let assessor: Someone
  let scene: Awaited<ReturnType<typeof frameworkScene>>
  beforeEach(async () => {
    api = await startApi(home)
    scene = await frameworkScene(api)
    ;({ keeper, assessor } = scene)
  })
  afterEach(() => api.stop())

  test('a draft starts as the version in use, changes nothing that people see, and says what it changes', async () => {
    const draft = await scene.start()
    expect(draft.status).toBe(201)
    expect(draft.body).toMatchObject({ number: 2, state: 'draft', basedOn: 1, faults: [], moves: ['in-review', 'discarded'] })
    expect((await scene.edit(2, '1.1', { domain: 'd3', levels: reworded(3) })).status).toBe(200)
    const { changes, against } = (await scene.get('/framework/drafts/2/changes')).body
    expect(against).toBe(1)
    expect(changes.map(({ kind, of, id, level }: Record<string, unknown>) => [kind, of, id, level])).toEqual([
      ['moved', 'skill', '1.1', null],
      ['reworded', 'level', '1.1', 3],
    ])
    expect((await api.ask('GET', '/framework')).body).toEqual(aFramework())
    expect((await api.ask('GET', '/framework/versions/2')).status).toBe(404)
  })

  test('drafts started at once have numbers of their own', async () => {
    const started = await Promise.all([scene.start(), scene.start(), scene.start()])
    expect(started.map(({ body }) => body.number).toSorted()).toEqual([2, 3, 4])
  })

  test('a skill is added, and another taken out', async () => {
    await scene.start()
    await scene.edit(2, '5.2', { domain: 'd5', name: 'Sources', levels: [] })
    const { body } = await scene.get('/framework/drafts/2')
    await api.ask('DELETE', '/framework/drafts/2/skills/3.3', { as: keeper.session, ifMatch: body.version })
    const { skills, faults } = (await scene.get('/framework/drafts/2')).body
    expect(skills.map(({ id }: { id: string }) => id)).toEqual(['1.1', '5.1', '5.2'])
    expect(faults.filter(({ skill }: { skill: string }) => skill === '5.2').length).toBeGreaterThan(4)
    const again = await api.ask('DELETE', '/framework/drafts/2/skills/3.3', { as: keeper.session, ifMatch: body.version + 1 })
    expect(again.status).toBe(404)
  })

  test('the levels that roles need are edited, and a domain that is not there is refused at its place', async () => {
    const { body } = await scene.start()
    const bars = body.bars.map((bar: object) => ({ ...bar, elsewhere: 1 }))
    const put = (version: number, sent: unknown) =>
      api.ask('PUT', '/framework/drafts/2/bars', { as: keeper.session, ifMatch: version, body: { bars: sent } })
    expect((await put(1, bars)).body.bars[0].elsewhere).toBe(1)
    const wrong = await put(2, [{ ...bars[0], core: { domains: ['d1', 'd9'], level: 3 } }])
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/bars/0/core/domains/1' }] } })
  })

  const put = (path: string, version: number, body: object) =>
    api.ask('PUT', `/framework/drafts/2/${path}`, { as: keeper.session, ifMatch: version, body })

  test('domains are renamed and put in order, with the skills in them; no skill and no domain is lost on the way', async () => {
    const { body: draft } = await scene.start()
    const domains = draft.domains.map((domain: { id: string }) => ({
      ...domain,
      skills: draft.skills.filter((skill: { domain: string }) => skill.domain === domain.id).map(({ id }: { id: string }) => id),
    }))
    const turned = domains.toReversed()
    turned[0] = { ...turned[0], name: 'Scrutiny', skills: [...turned[0].skills, ...domains[0].skills] }
    turned[2] = { ...turned[2], skills: [] }
    const kept = await put('domains', 1, { domains: turned })
    expect(kept.body.domains.map(({ id, name }: Record<string, string>) => `${id} ${name}`)[0]).toBe(`${turned[0].id} Scrutiny`)
    expect(kept.body.skills.map(({ id }: { id: string }) => id).toSorted()).toEqual(['1.1', '3.3', '5.1'])
    expect((await scene.get('/framework/drafts/2/skills/1.1')).body.words).toMatchObject({ domain: turned[0].id, levels: { length: 4 } })
    for (const wrong of [
      domains.slice(1),
      domains.map((one: object) => ({ ...one, skills: [] })),
      [...domains, { ...domains[0], id: 'd9', skills: [] }],
    ])
      expect((await put('domains', 2, { domains: wrong })).body.errors?.[0]).toMatchObject({ pointer: '/domains' })
    const nameless = await put('domains', 2, { domains: domains.map((one: object, index: number) => (index === 1 ? { ...one, name: ' ' } : one)) })
    expect(nameless.body.errors).toEqual([{ pointer: '/domains/1/name', detail: 'Give the domain a name' }])
    expect((await put('domains', 1, { domains })).status).toBe(412)
  })

  test('the four levels are renamed, and stay four', async () => {
    const { levels } = (await scene.start()).body
    const renamed = levels.map((level: { name: string }, index: number) => (index === 1 ? { ...level, name: 'With a mentor' } : level))
    expect((await put('levels', 1, { levels: renamed })).body.levels[1].name).toBe('With a mentor')
    expect((await scene.get('/framework/drafts/2/changes')).body.changes).toMatchObject([{ kind: 'reworded', of: 'scale', id: '2' }])
    expect((await put('levels', 2, { levels: levels.slice(1) })).body.errors).toMatchObject([{ pointer: '/levels' }])
    const nameless = levels.map((level: object) => ({ ...level, name: '', meaning: '' }))
    expect((await put('levels', 2, { levels: nameless })).body.errors).toHaveLength(8)
  })

  test('a source is added, given to a skill, changed, and taken out once no skill cites it', async () => {
    await scene.start()
    const source = { title: 'A review of reviews, 2026', address: 'https://example.org/review' }
    const added = await put('sources/S90', 1, source)
    expect(added.body.sources.at(-1)).toEqual({ id: 'S90', ...source })
    await scene.edit(2, '1.1', { sources: ['S01', 'S90'] })
    const renamed = await put('sources/S90', 3, { ...source, address: null })
    expect(renamed.body.sources.at(-1)).toEqual({ id: 'S90', title: source.title, address: null })
    const take = (version: number, id = 'S90') => api.ask('DELETE', `/framework/drafts/2/sources/${id}`, { as: keeper.session, ifMatch: version })
    expect(await take(4)).toMatchObject({ status: 409, body: { title: 'S90 is a source of 1.1. Take it out of these skills first' } })
    await scene.edit(2, '1.1', { sources: ['S01'] })
    expect((await take(5)).body.sources.map(({ id }: { id: string }) => id)).not.toContain('S90')
    expect((await take(6)).status).toBe(404)
    for (const [id, sent, pointer] of [
      ['s 1', source, '/id'],
      ['S91', { ...source, title: '' }, '/title'],
      ['S91', { ...source, address: 'javascript:alert(1)' }, '/address'],
    ] as const)
      expect(await put(`sources/${encodeURIComponent(id)}`, 6, sent)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
  })

  test('two who edit one draft: the second is told so, given what is there, and loses nothing that the first wrote', async () => {
    await scene.start()
    const { body: read } = await scene.get('/framework/drafts/2/skills/1.1')
    await scene.edit(2, '1.1', { name: 'Fair dealing' })
    const second = await api.ask('PUT', '/framework/drafts/2/skills/1.1', {
      as: keeper.session,
      ifMatch: read.version,
      body: { ...read.words, name: 'Fairness to all' },
    })
    expect(second.status).toBe(412)
    expect(second.body.current).toMatchObject({ words: { name: 'Fair dealing' }, version: 2 })
  })

  test('a draft with a level or a source missing goes neither to review nor out', async () => {
    await scene.start()
    await scene.edit(2, '1.1', { sources: [], levels: reworded(0).slice(0, 3) })
    const refused = await scene.move(2, { to: 'in-review', reviewers: [assessor.account.id] })
    expect(refused.status).toBe(422)
    expect(refused.body.errors.map(({ detail }: { detail: string }) => detail)).toEqual([
      'Skill 1.1: Name at least one source',
      'Skill 1.1: Level 4 is missing',
    ])
    expect(await scene.move(2, { to: 'published' })).toMatchObject({ status: 409, body: { allowed: ['in-review', 'discarded'] } })
  })

  test('a draft in which a reason cites a source that the skill does not name goes neither to review nor out, and says where', async () => {
    await scene.start()
    await scene.edit(2, '1.1', { why: 'Reviews fail without it [S01, S48].' })
    const detail = 'Why it matters cites [S48]: add it to the sources of the skill, or take it out of the words'
    expect((await scene.get('/framework/drafts/2')).body.faults).toEqual([{ pointer: '/domains/0/skills/0/why', skill: '1.1', detail }])
    const refused = await scene.move(2, { to: 'in-review', reviewers: [assessor.account.id] })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ detail: `Skill 1.1: ${detail}` }] } })
  })

  test('reviewers are named: active assessors or administrators, and not whoever asks', async () => {
    const learner = await api.add()
    await scene.start()
    for (const reviewers of [[], [keeper.account.id], [learner.account.id]])
      expect(await scene.move(2, { to: 'in-review', reviewers })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/reviewers' }] } })
    const listed = (await scene.get('/framework/reviewers')).body.reviewers
    expect(listed.map(({ accountId }: { accountId: string }) => accountId)).toEqual([assessor.account.id])
    expect((await scene.move(2, { to: 'in-review', reviewers: [assessor.account.id] })).body).toMatchObject({ state: 'in-review' })
    const mails = await api.db.selectFrom('mail').select(['to_address', 'text']).execute()
    expect(mails).toMatchObject([{ to_address: assessor.person.email, text: expect.stringContaining('/framework-drafts/2') }])
  })

  test('somebody who was not named is not told that there is a draft', async () => {
    const other = await api.addOf('assessor')
    await scene.start()
    await scene.move(2, { to: 'in-review', reviewers: [assessor.account.id] })
    for (const path of ['/framework/drafts/2', '/framework/drafts/2/changes', '/framework/drafts/2/skills/1.1'])
      expect((await scene.get(path, other)).status).toBe(404)
    expect((await scene.review(2, other)).status).toBe(404)
    expect((await scene.review(2, keeper)).status).toBe(404)
    expect((await scene.get('/framework/drafts', other)).body).toEqual({ mayKeep: false, versions: [] })
    expect((await scene.get('/framework/drafts', assessor)).body.versions).toMatchObject([{ number: 2 }])
  })

  test('what is in review cannot be edited; a request for changes needs words, stops the round and leaves them on record', async () => {
    const second = await api.addOf('administrator')
    await scene.start()
    await scene.move(2, { to: 'in-review', reviewers: [assessor.account.id, second.account.id] })
    expect(await scene.edit(2, '1.1', { name: 'Other' })).toMatchObject({ status: 409, body: { allowed: ['draft'] } })
    expect(await scene.review(2, assessor, 'changes-requested')).toMatchObject({ status: 422, body: { errors: [{ pointer: '/words' }] } })
    expect((await scene.review(2, assessor, 'changes-requested', 'Say what fairness is')).body).toMatchObject({
      state: 'changes-requested',
      asked: false,
    })
    expect((await scene.review(2, second)).status).toBe(409)
    await scene.move(2, { to: 'draft' })
    await scene.edit(2, '1.1', { summary: 'Hearing everybody' })
    await scene.move(2, { to: 'in-review', reviewers: [assessor.account.id] })
    const approved = (await scene.review(2, assessor)).body
    expect(approved).toMatchObject({
      state: 'approved',
      reviews: [
        { round: 2, state: 'signed-off' },
        { round: 1, state: 'asked' },
        { round: 1, state: 'changes-requested', words: 'Say what fairness is' },
      ],
    })
  })

  test('two reviewers who sign off in one moment approve the draft', async () => {
    const second = await api.addOf('administrator')
    await scene.start()
    await scene.move(2, { to: 'in-review', reviewers: [assessor.account.id, second.account.id] })
    const answers = await Promise.all([scene.review(2, assessor), scene.review(2, second)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await scene.get('/framework/drafts/2')).body.state).toBe('approved')
  })

  test('published, it is what everybody reads from now on, and never changes again', async () => {
    await scene.start()
    await scene.edit(2, '1.1', { name: 'Fair dealing' })
    expect((await scene.publish(2)).body).toMatchObject({ state: 'published', inUse: true, publishedOn: '2026-11-23' })
    const { body } = await api.ask('GET', '/framework')
    expect(body).toMatchObject({ version: 2, publishedOn: '2026-11-23' })
    expect(body.domains[0].skills[0].name).toBe('Fair dealing')
    expect((await scene.edit(2, '1.1', { name: 'Other' })).status).toBe(409)
    const history = (await scene.get(`/people/${keeper.person.id}/history`)).body.events.map(({ action }: { action: string }) => action)
    expect(history.slice(0, 4)).toEqual(['framework-moved', 'framework-moved', 'framework-draft-edited', 'framework-draft-started'])
  })

  test('a published version goes on saying what it changed against the one before, also when it is in use, retired or old', async () => {
    const changes = async (number: number) => (await scene.get(`/framework/drafts/${number}/changes`)).body
    await scene.publishReworded(3)
    await scene.start()
    await scene.edit(3, '1.1', { name: 'Fair dealing' })
    await scene.publish(3)
    const second = { number: 2, against: 1, changes: [{ kind: 'reworded', of: 'level', id: '1.1', level: 3 }] }
    expect(await changes(3)).toMatchObject({ number: 3, against: 2, changes: [{ kind: 'reworded', of: 'skill', id: '1.1' }] })
    expect(await changes(2)).toMatchObject(second)
    expect(await changes(1)).toEqual({ number: 1, against: null, changes: [] })
    await scene.retire(2, '2026-11-23')
    expect(await changes(2)).toMatchObject(second)
  })

  test('an older draft is not published over a newer version', async () => {
    await scene.start()
    await scene.start()
    await scene.publish(3)
    expect((await scene.publish(2)).status).toBe(409)
    expect((await api.ask('GET', '/framework')).body.version).toBe(3)
  })

  test('a version retires from its day on, for a reason, when a newer one is in use; those on it are told once', async () => {
    const [on, moved] = [await api.add(), await api.add()]
    await scene.rateAt(on, 2)
    await scene.rateAt(moved, 2)
    const retire = { to: 'retired', reason: 'Replaced by clearer words', retiresOn: '2026-12-01' }
    expect((await scene.move(1, retire)).status).toBe(422)
    await scene.start()
    await scene.publish(2)
    await api.ask('POST', '/skill-profile/move', { as: moved.session, body: { to: 2 } })
    expect(await scene.move(1, { ...retire, retiresOn: '2026-11-22' })).toMatchObject({ body: { errors: [{ pointer: '/retiresOn' }] } })
    expect(await scene.move(1, { ...retire, reason: '' })).toMatchObject({ body: { errors: [{ pointer: '/reason' }] } })
    expect((await scene.move(1, retire)).body).toMatchObject({ state: 'published', retiresOn: '2026-12-01', moves: [] })
    expect((await scene.move(1, retire)).status).toBe(409)
    const told = await api.db.selectFrom('mail').select(['to_address', 'text']).where('subject', 'like', '%retire').execute()
    expect(told).toMatchObject([{ to_address: on.person.email, text: expect.stringContaining('1 December 2026') }])
    await retireDue(api.db, '2026-11-30')
    expect((await scene.get('/framework/drafts/1')).body.state).toBe('published')
    await retireDue(api.db, '2026-12-01')
    expect((await scene.get('/framework/drafts/1')).body.state).toBe('retired')
    expect((await api.ask('GET', '/framework/versions/1')).body).toEqual(aFramework())
  })

  test('the version in use is not retired before another is', async () => {
    await scene.start()
    await scene.publish(2)
    expect((await scene.move(2, { to: 'retired', reason: 'No longer needed', retiresOn: '2026-12-01' })).status).toBe(422)
    expect((await scene.move(1, { to: 'retired', reason: 'No longer needed', retiresOn: '2026-11-23' })).body.state).toBe('retired')
    expect((await api.ask('GET', '/framework')).body.version).toBe(2)
  })

  test('a file becomes a draft under a number of its own; a wrong file is refused with each error and its place, and nothing is stored', async () => {
    const text = csvOf(aFramework(7, { title: 'Key skills, again' }))
    expect((await scene.start({ from: 'file', kind: 'csv', text })).body).toMatchObject({ number: 2, title: 'Key skills, again', publishedOn: null })
    const wrong = await scene.start({
      from: 'file',
      kind: 'csv',
      text: text.replace('Key skills, again', 'x').replaceAll('S01', 'S 1').slice(0, -40),
    })
    expect(wrong.status).toBe(422)
    expect(wrong.body.errors[0]).toMatchObject({ pointer: '/text', detail: expect.stringMatching(/^line \d+/) })
    expect((await scene.start({ from: 'file', kind: 'case', text: '{' })).status).toBe(422)
    expect((await scene.get('/framework/drafts')).body.versions.map(({ number }: { number: number }) => number)).toEqual([2, 1])
  })

  test('nobody is moved by a publication: they stay on their words, are told what would change, and move when they agree', async () => {
    const learner = await api.add()
    await scene.rateAt(learner, 3)
    await api.db
      .transaction()
      .execute((tx) => appendVerifiedLevel(tx, learner.person.id, { skill: '1.1', frameworkVersion: 1, level: 3, at: api.clock.now().toISOString() }))
    const ask = (method: string, path: string, body?: object) => api.ask(method, path, { as: learner.session, ...(body ? { body } : {}) })
    expect((await ask('GET', '/skill-profile/move')).body).toMatchObject({ from: 1, to: 1, changes: [] })
    await scene.start()
    await scene.edit(2, '1.1', { levels: reworded(3) })
    await scene.publish(2)

    const before = (await ask('GET', '/skill-profile')).body
    expect(before).toMatchObject({ frameworkVersion: 1, newerFramework: 2 })
    expect(before.skills[0]).toMatchObject({ skill: '1.1', self: { level: 3 }, verified: { level: 3 } })
    const offered = (await ask('GET', '/skill-profile/move')).body
    expect(offered).toMatchObject({ from: 1, to: 2, carried: ['5.1', '3.3'], rateAgain: ['1.1'], verifyAgain: ['1.1'] })
    expect(offered.changes).toMatchObject([{ kind: 'reworded', of: 'level', id: '1.1', level: 3 }])

    expect((await ask('POST', '/skill-profile/move', { to: 3 })).status).toBe(409)
    expect((await ask('POST', '/skill-profile/move', { to: 2 })).status).toBe(200)
    expect((await ask('POST', '/skill-profile/move', { to: 2 })).body).toMatchObject({ from: 2, to: 2 })
    const after = (await ask('GET', '/skill-profile')).body
    expect(after).toMatchObject({ frameworkVersion: 2, newerFramework: null })
    expect(after.skills[0]).toMatchObject({ skill: '1.1', self: null, verified: null, gap: { kind: 'not-rated' } })
    expect(after.skills[1]).toMatchObject({ skill: '5.1', self: { level: 3, frameworkVersion: 1 } })
    const kept = await api.db.selectFrom('rating').select(['skill', 'framework_version', 'level']).execute()
    expect(kept).toHaveLength(3)
  })
})
