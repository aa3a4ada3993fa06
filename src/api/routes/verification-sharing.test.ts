import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { verificationScene } from '#testing/verification.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

describe.each(homes)('entries of a learning log shared with an assessor, over $name', (home) => {
  let api: StartedApi
  let scene: ReturnType<typeof verificationScene>
  let learner: Awaited<ReturnType<typeof scene.aLearner>>
  let assessor: Someone
  beforeEach(async () => {
    api = await startApi(home)
    scene = verificationScene(api)
    assessor = await scene.anAssessor()
    learner = await scene.aLearner()
  })
  afterEach(() => api.stop())

  const log = async (as = learner.session) => (await api.ask('GET', '/learning-log', { as })).body.entries
  /** Writes a note on a lesson and gives its id. */
  async function write(lesson: string, words: string, as = learner.session): Promise<string> {
    const old = (await log(as)).find((entry: { lesson: string }) => entry.lesson === lesson)
    await api.ask('PUT', `/learning-log/m1/1/${lesson}/lesson`, { as, ifMatch: old?.version ?? 0, body: { words } })
    return (await log(as)).find((entry: { lesson: string }) => entry.lesson === lesson).id
  }
  const send = (entries?: string[]) =>
    api.ask('POST', '/verification-requests', {
      as: learner.session,
      body: { skills: ['1.1'], evidence: [learner.evidence], experience: [], ...(entries ? { entries } : {}) },
    })
  const share = (id: string, noteId: string, as = learner.session) =>
    api.ask('POST', `/verification-requests/${id}/log-entries`, { as, body: { noteId } })
  const takeBack = (id: string, noteId: string) => api.ask('DELETE', `/verification-requests/${id}/log-entries/${noteId}`, { as: learner.session })
  /** What the assessor sees of the log, once they have taken the request on. */
  async function seenOf(id: string, as = assessor.session): Promise<string[]> {
    const { body } = await api.ask('GET', `/assessor/requests/${id}`, { as })
    return body.entries.map(({ words }: { words: string }) => words)
  }
  async function accept(id: string): Promise<void> {
    const { version } = (await api.ask('GET', `/assessor/requests/${id}`, { as: assessor.session })).body
    expect((await api.ask('POST', `/assessor/requests/${id}/acceptance`, { as: assessor.session, ifMatch: version })).status).toBe(200)
  }

  test('the assessor sees the entries that were chosen when it was sent, as they were then, and no other', async () => {
    const chosen = await write('first', 'What I chose to show')
    await write('second', 'What is mine alone')
    const { body } = await send([chosen])
    expect(body.entries).toMatchObject([{ kind: 'note', lessonTitle: 'Lesson first', words: 'What I chose to show', takenBackAt: null }])
    await write('first', 'What I wrote since')
    // Who was only asked sees nothing of what was sent.
    expect(await seenOf(body.id)).toEqual([])
    await accept(body.id)
    expect(await seenOf(body.id)).toEqual(['What I chose to show'])
    expect((await log()).map(({ sharedIn }: { sharedIn: string[] }) => sharedIn.length).toSorted()).toEqual([0, 1])
  })

  test('a request goes without any, and one can be shared while it is looked at, once, and taken back', async () => {
    const { id } = (await send()).body
    await accept(id)
    const note = await write('first', 'Shared later')
    expect((await share(id, note)).status).toBe(201)
    expect((await share(id, note)).body.entries).toHaveLength(1)
    expect(await seenOf(id)).toEqual(['Shared later'])
    const { entries } = (await takeBack(id, note)).body
    expect(entries).toMatchObject([{ words: null, takenBackAt: expect.any(String) }])
    expect(await seenOf(id)).toEqual([])
    expect(JSON.stringify(await api.db.selectFrom('shared_note').selectAll().execute())).not.toContain('Shared later')
    await write('first', 'Better said')
    expect((await share(id, note)).body.entries).toMatchObject([{ words: 'Better said', takenBackAt: null }])
    expect(await seenOf(id)).toEqual(['Better said'])
  })

  test('an entry that is deleted can be read nowhere any more', async () => {
    const note = await write('first', 'Not to be read any more')
    const { id } = (await send([note])).body
    await accept(id)
    const [{ version }] = await log()
    expect((await api.ask('DELETE', `/learning-log/${note}`, { as: learner.session, ifMatch: version })).status).toBe(200)
    expect(await seenOf(id)).toEqual([])
  })

  test('nothing is shared of somebody else’s log, with somebody else’s request, or with one that is over', async () => {
    const other = await api.add()
    const theirs = await write('first', 'Not yours', other.session)
    const { id, version } = (await send()).body
    expect((await share(id, theirs)).status).toBe(422)
    expect((await send([theirs])).status).toBe(422)
    expect((await share(id, theirs, other.session)).status).toBe(404)
    const mine = await write('first', 'Mine')
    const withdrawn = await api.ask('POST', `/verification-requests/${id}/withdrawal`, { as: learner.session, ifMatch: version })
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', canShare: false })
    expect((await share(id, mine)).status).toBe(409)
    expect((await takeBack(id, mine)).status).toBe(200)
  })
})
