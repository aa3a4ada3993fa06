import { createRoute } from '@hono/zod-openapi'
import { Bookmark, BookmarkPlace, BookmarkRemoved, Bookmarks } from '#domain/bookmark.schema.ts'
import { type Bookmark as MarkedPlace, headingOf, mostBookmarks } from '#domain/bookmark.ts'
import { wholeLesson } from '#domain/learning-log.ts'
import { change } from '../change.ts'
import type { Content } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { IdempotencyKey, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { conflict, notFound, problems } from '../problem.ts'
import { account } from '../repository/audit.ts'
import { addBookmark, bookmarksOf, removeBookmark, type StoredBookmark } from '../repository/bookmarks.ts'
import { lessonAt } from '../lesson-at.ts'

const place = '/bookmarks/{moduleId}/{moduleVersion}/{lesson}/{block}'

const list = createRoute({
  method: 'get',
  path: '/bookmarks',
  operationId: 'listBookmarks',
  summary: 'The places in lessons that the asker marked, the newest first; nobody else can see them',
  ...may('keep-learning-log'),
  responses: { 200: json(Bookmarks, 'All of them'), ...problems(401) },
})

const mark = createRoute({
  method: 'put',
  path: place,
  operationId: 'bookmark',
  summary: 'Mark a block of a lesson, or the whole of it (block “lesson”), to come back to',
  ...may('keep-learning-log'),
  request: { params: BookmarkPlace, headers: IdempotencyKey },
  responses: { 200: json(Bookmark, 'Marked, now or before'), ...problems(400, 401, 404, 409, 413, 415, 422) },
})

const unmark = createRoute({
  method: 'delete',
  path: place,
  operationId: 'removeBookmark',
  summary: 'Take a bookmark away',
  ...may('keep-learning-log'),
  request: { params: BookmarkPlace, headers: IdempotencyKey },
  responses: { 200: json(BookmarkRemoved, 'Not marked any more'), ...problems(401, 404, 422) },
})

/** A bookmark with what it belongs to, as the version it was made in says it. */
function viewed(content: Content, bookmark: StoredBookmark): MarkedPlace {
  const lesson = lessonAt(content, bookmark)
  return {
    ...bookmark,
    moduleTitle: lesson?.moduleTitle ?? bookmark.moduleId,
    lessonTitle: lesson?.title ?? bookmark.lesson,
    heading: lesson ? headingOf(lesson, bookmark.block) : null,
  }
}

export const bookmarkRoutes = () =>
  router()
    .openapi(list, async (c) => {
      const { db, content } = c.var.deps
      const bookmarks = await bookmarksOf(db, asking(c).personId)
      return c.json({ bookmarks: bookmarks.map((one) => viewed(content, one)) }, 200)
    })
    .openapi(mark, (c) =>
      change(c, async (tx) => {
        const { content } = c.var.deps
        const { personId } = asking(c)
        const asked = { ...c.req.valid('param'), at: doing(c).at }
        const lesson = lessonAt(content, asked)
        if (!lesson || (asked.block !== wholeLesson && !lesson.blocks.some(({ id }) => id === asked.block))) throw notFound()
        if (await addBookmark(tx, personId, asked)) {
          if ((await bookmarksOf(tx, personId)).length > mostBookmarks)
            throw conflict(`You have ${mostBookmarks} bookmarks. Take one away in your learning log before you add another`, ['remove'])
          await account(tx, doing(c), {
            action: 'bookmark-added',
            record: 'bookmark',
            recordId: personId,
            personId,
            changes: [{ field: 'lesson', from: null, to: lesson.title }],
          })
        }
        const kept = (await bookmarksOf(tx, personId)).find((one) => isAt(one, asked)) ?? asked
        return c.json(viewed(content, kept), 200)
      }),
    )
    .openapi(unmark, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        const asked = c.req.valid('param')
        if (await removeBookmark(tx, personId, asked))
          await account(tx, doing(c), {
            action: 'bookmark-removed',
            record: 'bookmark',
            recordId: personId,
            personId,
            changes: [{ field: 'lesson', from: lessonAt(c.var.deps.content, asked)?.title ?? asked.lesson, to: null }],
          })
        return c.json({ lesson: asked.lesson, block: asked.block }, 200)
      }),
    )

const isAt = (one: StoredBookmark, { moduleId, moduleVersion, lesson, block }: Omit<StoredBookmark, 'at'>) =>
  one.moduleId === moduleId && one.moduleVersion === moduleVersion && one.lesson === lesson && one.block === block
