import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aModule, aPath } from '#testing/module.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

/** A module whose first lesson asks for a reflection in its block b2. */
function reflective(version = 1) {
  const made = aModule(version)
  const [first] = made.lessons
  if (first) first.blocks = [...first.blocks, { kind: 'reflect', id: 'b2', prompt: `What would you do in version ${version}?`, words: 100 }]
  return made
}

describe.each(homes)('the learning log over $name', (home) => {
  let api: StartedApi
  let learner: Someone
  beforeEach(async () => {
    const content = { modules: [reflective(1), reflective(2)], paths: [aPath()], regimes: [], sources: [], frameworks: [], dossiers: [] }
    api = await startApi(home, { content })
    learner = await api.add()
  })
  afterEach(() => api.stop())

  const keep = (block: string, version: number, words: string, { as = learner, at = 'm1/1/first' } = {}) =>
    api.ask('PUT', `/learning-log/${at}/${block}`, { as: as.session, ifMatch: version, body: { words } })
  const log = async (query = '', as = learner) => (await api.ask('GET', `/learning-log${query}`, { as: as.session })).body
  const wordsOf = ({ entries }: { entries: { words: string }[] }) => entries.map(({ words }) => words)

  test('a reflection is kept under its block and found again in the lesson and in the log, with its question', async () => {
    const kept = await keep('b2', 0, 'I would ask her first.')
    expect(kept.status).toBe(200)
    expect(kept.body).toEqual({ block: 'b2', version: 1, updatedAt: expect.any(String) })
    expect((await keep('b2', 1, 'I would ask her first, and listen.')).body.version).toBe(2)
    expect((await api.ask('GET', '/learning-log/m1/1/first', { as: learner.session })).body).toEqual({
      notes: [{ block: 'b2', version: 2, words: 'I would ask her first, and listen.', warnings: [] }],
    })
    expect((await log()).entries).toMatchObject([
      {
        kind: 'reflection',
        block: 'b2',
        moduleVersion: 1,
        moduleTitle: 'What reviews are for',
        lessonTitle: 'Lesson first',
        prompt: 'What would you do in version 1?',
        words: 'I would ask her first, and listen.',
      },
    ])
  })

  test('a note that looks as if it named a child is kept, and says which words look so', async () => {
    const { status, body } = await keep('b2', 0, 'I thought of Child P, and of her mother Ann Carter.')
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toContain('Carter')
    const { notes } = (await api.ask('GET', '/learning-log/m1/1/first', { as: learner.session })).body
    expect(notes[0].warnings).toEqual([
      { kind: 'label', found: 'Child P' },
      { kind: 'name', found: 'mother Ann Carter' },
    ])
  })

  test('a note stands for a whole lesson, and each version of a module keeps its own', async () => {
    await keep('lesson', 0, 'Read again')
    await keep('b2', 0, 'Old')
    await keep('b2', 0, 'New', { at: 'm1/2/first' })
    const { entries, modules, total } = await log()
    expect(entries).toMatchObject([
      { words: 'New', prompt: 'What would you do in version 2?' },
      { words: 'Old', prompt: 'What would you do in version 1?' },
      { words: 'Read again', kind: 'note', block: null, prompt: null },
    ])
    expect(modules).toEqual([{ id: 'm1', title: 'What reviews are for', entries: 3 }])
    expect(total).toBe(3)
  })

  test('a block that asks for nothing, a lesson and a version that are not there are not found', async () => {
    for (const [block, at] of [
      ['b1', 'm1/1/first'],
      ['b2', 'm1/1/second'],
      ['lesson', 'm1/1/third'],
      ['lesson', 'm1/3/first'],
      ['lesson', 'm1/x/first'],
    ] as const)
      expect((await keep(block, 0, 'Words', { at })).status, `${at}/${block}`).toBe(404)
    expect((await api.ask('GET', '/learning-log/m1/9/first', { as: learner.session })).status).toBe(404)
  })

  test('a second tab that writes from an old version is given the note as it is, also when it was deleted meanwhile', async () => {
    await keep('b2', 0, 'Mine')
    const stale = await keep('b2', 0, 'Theirs')
    expect(stale.status).toBe(412)
    expect(stale.body.current).toEqual({ block: 'b2', version: 1, words: 'Mine', warnings: [] })
    const [{ id }] = (await log()).entries
    expect((await api.ask('DELETE', `/learning-log/${id}`, { as: learner.session, ifMatch: 2 })).status).toBe(412)
    expect((await api.ask('DELETE', `/learning-log/${id}`, { as: learner.session, ifMatch: 1 })).status).toBe(200)
    expect((await keep('b2', 1, 'Mine again')).body.current).toEqual({ block: 'b2', version: 0, words: '', warnings: [] })
    expect((await keep('b2', 0, 'Mine again')).status).toBe(200)
  })

  test('every word that is searched for has to occur, whatever its case and accents; a note that was emptied is not listed', async () => {
    await keep('b2', 0, 'A naïve question, asked LATE')
    await keep('lesson', 0, '100% of it')
    expect(wordsOf(await log('?search=late%20naive'))).toEqual(['A naïve question, asked LATE'])
    expect(wordsOf(await log('?search=naive%20early'))).toEqual([])
    expect(wordsOf(await log('?search=100%25'))).toEqual(['100% of it'])
    expect(wordsOf(await log('?module=m2'))).toEqual([])
    await keep('lesson', 1, '')
    expect(wordsOf(await log())).toEqual(['A naïve question, asked LATE'])
  })

  test('a long log comes in pages, forwards and back', async () => {
    const at = api.clock.now().toISOString()
    await api.db
      .insertInto('learning_note')
      .values(
        Array.from({ length: 30 }, (_, index) => ({
          id: `01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d${String(index).padStart(2, '0')}`,
          person_id: learner.person.id,
          module_id: 'm1',
          module_version: 1,
          lesson: 'first',
          block: `b${index}`,
          kind: 'reflection',
          words: `Note ${index}`,
          search_key: `note ${index}`,
          updated_at: at,
        })),
      )
      .execute()
    const first = await log()
    expect(wordsOf(first)).toHaveLength(25)
    expect(first.total).toBe(30)
    const second = await log(`?after=${first.next}`)
    expect(wordsOf(second)).toEqual(['Note 4', 'Note 3', 'Note 2', 'Note 1', 'Note 0'])
    expect(wordsOf(await log(`?before=${second.previous}`))).toEqual(wordsOf(first))
  })

  test('the log downloads as a text, filtered as it is shown', async () => {
    await keep('b2', 0, 'I would ask her first.')
    await keep('lesson', 0, 'Read again')
    const file = await api.ask('GET', '/learning-log.txt?search=ask', { as: learner.session })
    expect(file.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="learning-log.txt"')
    expect(file.body).toContain('What would you do in version 1?\n\nI would ask her first.')
    expect(file.body).not.toContain('Read again')
  })

  test('more than 20,000 characters are refused at the field, and nothing is lost of what was kept', async () => {
    await keep('b2', 0, 'x'.repeat(20_000))
    const refused = await keep('b2', 1, 'x'.repeat(20_001))
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toEqual([{ pointer: '/words', detail: 'At most 20,000 characters' }])
    expect((await log()).entries[0].version).toBe(1)
  })

  test('nobody else reads it: not an administrator, not in a copy of the record, not in the history, not in an answer that is stored', async () => {
    await api.ask('PUT', '/learning-log/m1/1/first/b2', {
      as: learner.session,
      ifMatch: 0,
      body: { words: 'Zanzibar' },
      headers: { 'idempotency-key': 'a-key-of-this-test' },
    })
    const administrator = await api.addOf('administrator')
    expect((await log('', administrator)).entries).toEqual([])
    expect((await api.ask('GET', '/learning-log.txt', { as: administrator.session })).body).not.toContain('Zanzibar')
    const [{ id }] = (await log()).entries
    expect((await api.ask('DELETE', `/learning-log/${id}`, { as: administrator.session, ifMatch: 1 })).status).toBe(404)
    const history = `/people/${learner.person.id}/history`
    const seen = (await api.ask('GET', history, { as: administrator.session })).body.events.map(({ action }: { action: string }) => action)
    expect(seen).not.toContain('note-kept')
    expect(JSON.stringify((await api.ask('GET', history, { as: learner.session })).body)).toContain('note-kept')
    expect(JSON.stringify((await api.ask('GET', history, { as: learner.session })).body)).not.toContain('Zanzibar')
    const record = async (as: Someone) => JSON.stringify((await api.ask('GET', `/people/${learner.person.id}/record`, { as: as.session })).body)
    expect(await record(learner)).toContain('Zanzibar')
    expect(await record(administrator)).not.toContain('Zanzibar')
    const stored = await api.db.selectFrom('idempotency').select('body').execute()
    expect(stored).toHaveLength(1)
    expect(JSON.stringify(stored)).not.toContain('Zanzibar')
  })
})
