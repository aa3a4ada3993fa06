import { createRoute, z } from '@hono/zod-openapi'
import { LearningLog, LessonNotes, LogFilters, NoteDeleted, NoteKept, NotePlace, NoteWords } from '#domain/learning-log.schema.ts'
import { type LogEntry, logAsText, wholeLesson } from '#domain/learning-log.ts'
import { change } from '../change.ts'
import type { Content } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { lessonAt } from '../lesson-at.ts'
import { body, etag, IdParams, IfMatch, json, router } from '../openapi.ts'
import { aboutEntry } from '../log-entry.ts'
import { may } from '../policy.ts'
import { notFound, problems, stale } from '../problem.ts'
import { account } from '../repository/audit.ts'
import { deleteNote, findNote, keepNote, notesByModule, notesOf, notesOn, type StoredNote, wholeLog } from '../repository/learning-notes.ts'
import { sharedIn, takeBackNote } from '../repository/shared-notes.ts'

const readLog = createRoute({
  method: 'get',
  path: '/learning-log',
  operationId: 'readLearningLog',
  summary: 'What the asker wrote beside the lessons, newest first; nobody else can read it but what they shared themself',
  ...may('keep-learning-log'),
  request: { query: LogFilters },
  responses: { 200: json(LearningLog, 'A page of it'), ...problems(401, 422) },
})

const exportLog = createRoute({
  method: 'get',
  path: '/learning-log.txt',
  operationId: 'exportLearningLog',
  summary: 'The asker’s learning log as a text, filtered as it is shown',
  ...may('keep-learning-log'),
  request: { query: LogFilters.pick({ module: true, search: true }) },
  responses: {
    200: { description: 'The file, as an attachment', content: { 'text/plain': { schema: z.string() } } },
    ...problems(401, 422),
  },
})

const inLesson = '/learning-log/{moduleId}/{moduleVersion}/{lesson}'

const readNotes = createRoute({
  method: 'get',
  path: inLesson,
  operationId: 'readLessonNotes',
  summary: 'What the asker wrote in one lesson',
  ...may('keep-learning-log'),
  request: { params: NotePlace },
  responses: { 200: json(LessonNotes, 'Reflections and the note, as far as there are any'), ...problems(401, 404) },
})

const keepRoute = createRoute({
  method: 'put',
  path: `${inLesson}/{block}`,
  operationId: 'keepLessonNote',
  summary: 'Keep a reflection, or the note on a lesson (block “lesson”); the version of one not written yet is 0',
  ...may('keep-learning-log'),
  request: { params: NotePlace.extend({ block: z.string().max(20) }), headers: IfMatch, ...body(NoteWords) },
  responses: { 200: json(NoteKept, 'Kept'), ...problems(400, 401, 404, 412, 413, 415, 422, 428) },
})

const deleteRoute = createRoute({
  method: 'delete',
  path: '/learning-log/{id}',
  operationId: 'deleteLessonNote',
  summary: 'Delete one entry of the asker’s learning log',
  ...may('keep-learning-log'),
  request: { params: IdParams, headers: IfMatch },
  responses: { 200: json(NoteDeleted, 'Deleted'), ...problems(401, 404, 412, 422, 428) },
})

/** A note with what it belongs to, as the version it was written in says it. */
const entryOf = (content: Content, note: StoredNote, sharedWith: readonly string[] = []): LogEntry => ({
  ...note,
  ...aboutEntry(content, note),
  sharedIn: [...sharedWith],
})

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })

export const learningLogRoutes = () =>
  router()
    .openapi(readLog, async (c) => {
      const { db, content } = c.var.deps
      const { personId } = asking(c)
      const { notes, ...page } = await notesOf(db, personId, c.req.valid('query'))
      const shared = await sharedIn(
        db,
        notes.map(({ id }) => id),
      )
      const modules = (await notesByModule(db, personId)).map(({ id, version, entries }) => ({
        id,
        title: content.modules.find(({ module }) => module.id === id && module.version === version)?.module.title ?? id,
        entries,
      }))
      return c.json({ ...page, entries: notes.map((note) => entryOf(content, note, shared.get(note.id))), modules }, 200)
    })
    .openapi(exportLog, async (c) => {
      const { db, content } = c.var.deps
      const notes = await wholeLog(db, asking(c).personId, c.req.valid('query'))
      const text = logAsText(
        notes.map((note) => entryOf(content, note)),
        (moment) => day.format(new Date(moment)),
      )
      return c.text(text, 200, {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Disposition': 'attachment; filename="learning-log.txt"',
      })
    })
    .openapi(readNotes, async (c) => {
      const { db, content } = c.var.deps
      const place = c.req.valid('param')
      if (!lessonAt(content, place)) throw notFound()
      return c.json({ notes: await notesOn(db, asking(c).personId, place) }, 200)
    })
    .openapi(keepRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        const { block, ...place } = c.req.valid('param')
        const lesson = lessonAt(c.var.deps.content, place)
        if (!lesson || (block !== wholeLesson && !lesson.blocks.some(({ id, kind }) => id === block && kind === 'reflect'))) throw notFound()
        const { words } = c.req.valid('json')
        const note = await keepNote(tx, personId, place, block, c.req.valid('header')['if-match'], words, doing(c).at)
        await account(tx, doing(c), {
          action: 'note-kept',
          record: 'learning-note',
          recordId: note.id,
          personId,
          changes: [{ field: 'lesson', from: null, to: lesson.title }],
        })
        return c.json({ block, version: note.version, updatedAt: note.updatedAt }, 200, etag(note.version))
      }),
    )
    .openapi(deleteRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        const { id } = c.req.valid('param')
        const note = await findNote(tx, personId, id)
        if (!note) throw notFound()
        const { content } = c.var.deps
        if (!(await deleteNote(tx, id, c.req.valid('header')['if-match']))) throw stale(entryOf(content, note))
        // Whoever deletes an entry means nobody to read it any more.
        await takeBackNote(tx, personId, id, doing(c).at)
        await account(tx, doing(c), {
          action: 'note-deleted',
          record: 'learning-note',
          recordId: id,
          personId,
          changes: [{ field: 'lesson', from: entryOf(content, note).lessonTitle, to: null }],
        })
        return c.json({ id }, 200)
      }),
    )
