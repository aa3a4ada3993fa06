import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mostBookmarks } from '#domain/bookmark.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aModule, aPath } from '#testing/module.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

/** A module whose first lesson has more blocks than anybody may mark. */
function long() {
  const made = aModule()
  const [first] = made.lessons
  if (first)
    first.blocks = [
      { kind: 'heading', id: 'b1', level: 2, text: 'Where to begin' },
      ...Array.from({ length: mostBookmarks + 1 }, (_, index) => ({ kind: 'paragraph' as const, id: `b${index + 2}`, text: [] })),
    ]
  return made
}

describe.each(homes)('bookmarks over $name', (home) => {
  let api: StartedApi
  let learner: Someone
  beforeEach(async () => {
    const content = { modules: [long()], paths: [aPath()], regimes: [], sources: [], frameworks: [], dossiers: [] }
    api = await startApi(home, { content })
    learner = await api.add()
  })
  afterEach(() => api.stop())

  const mark = (block: string, at = 'm1/1/first') => api.ask('PUT', `/bookmarks/${at}/${block}`, { as: learner.session })
  const unmark = (block: string) => api.ask('DELETE', `/bookmarks/m1/1/first/${block}`, { as: learner.session })
  const blocks = async (as = learner) =>
    (await api.ask('GET', '/bookmarks', { as: as.session })).body.bookmarks.map(({ block }: { block: string }) => block)

  test('a block and a whole lesson are marked, each with the words it is found by, and only their owner sees them', async () => {
    expect((await mark('b2')).body).toMatchObject({
      block: 'b2',
      heading: 'Where to begin',
      lessonTitle: 'Lesson first',
      moduleTitle: 'What reviews are for',
    })
    expect((await mark('lesson')).body).toMatchObject({ block: 'lesson', heading: null })
    expect((await blocks()).toSorted()).toEqual(['b2', 'lesson'])
    expect(await blocks(await api.add())).toEqual([])
  })

  test('marking what is marked changes nothing, and neither does taking away what is not', async () => {
    const first = (await mark('b2')).body
    expect((await mark('b2')).body).toEqual(first)
    expect((await unmark('b3')).status).toBe(200)
    expect(await blocks()).toEqual(['b2'])
    expect((await unmark('b2')).status).toBe(200)
    expect(await blocks()).toEqual([])
    const { body } = await api.ask('GET', `/people/${learner.person.id}/history`, { as: learner.session })
    expect(
      body.events.filter(({ action }: { action: string }) => action.startsWith('bookmark')).map(({ action }: { action: string }) => action),
    ).toEqual(['bookmark-removed', 'bookmark-added'])
  })

  test('a place that is not there is not found', async () => {
    for (const [block, at] of [
      ['b999', 'm1/1/first'],
      ['lesson', 'm1/1/third'],
      ['lesson', 'm1/2/first'],
    ] as const)
      expect((await mark(block, at)).status, `${at}/${block}`).toBe(404)
  })

  test('whoever has as many as are kept takes one away before the next', async () => {
    for (let index = 1; index <= mostBookmarks; index++) expect((await mark(`b${index}`)).status).toBe(200)
    const refused = await mark(`b${mostBookmarks + 1}`)
    expect(refused.status).toBe(409)
    expect(refused.body.title).toContain(`You have ${mostBookmarks} bookmarks`)
    await unmark('b1')
    expect((await mark(`b${mostBookmarks + 1}`)).status).toBe(200)
    expect(await blocks()).toHaveLength(mostBookmarks)
  })
})
