import { z } from '@hono/zod-openapi'
import { NamesWarning } from './names-warning.schema.ts'
import { Id } from './person.schema.ts'

/** How much one note holds: some 3,000 words. */
const mostCharacters = 20_000

/** Where a note stands: a block of a lesson that asks for a reflection, or `lesson` for a note on the lesson as a whole. */
export const NotePlace = z.strictObject({
  moduleId: z.string().max(40),
  moduleVersion: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .openapi({ type: 'integer', example: 1 }),
  lesson: z.string().max(80),
})

export const NoteWords = z
  .strictObject({ words: z.string().max(mostCharacters, `At most ${mostCharacters.toLocaleString('en-GB')} characters`) })
  .openapi('NoteWords')

/** A note as a lesson shows it. One that nobody wrote yet, or that was deleted, has version 0 and no words. */
export const LessonNote = z
  .strictObject({ block: z.string(), version: z.number().int().min(0), words: z.string(), warnings: z.array(NamesWarning) })
  .openapi('LessonNote')

export const LessonNotes = z.strictObject({ notes: z.array(LessonNote) }).openapi('LessonNotes')

/** That a note was kept. Its words are not sent back, so that no answer that is stored holds them. */
export const NoteKept = z.strictObject({ block: z.string(), version: z.number().int().min(1), updatedAt: z.iso.datetime() }).openapi('NoteKept')

/** `prompt` is the question that a reflection answers; a note on a lesson has none. */
export const LogEntry = z
  .strictObject({
    id: Id,
    version: z.number().int().min(1),
    kind: z.enum(['reflection', 'note']),
    moduleId: z.string(),
    moduleVersion: z.number().int(),
    moduleTitle: z.string(),
    lesson: z.string(),
    lessonTitle: z.string(),
    block: z.string().nullable(),
    prompt: z.string().nullable(),
    words: z.string(),
    updatedAt: z.iso.datetime(),
    /** The requests for verification whose assessor can read it. */
    sharedIn: z.array(Id),
  })
  .openapi('LogEntry')

/** `module` is the id of one; `search` finds notes in which every word occurs. `after` and `before` are the cursors that a page hands out. */
export const LogFilters = z.strictObject({
  module: z.string().max(40).optional(),
  search: z.string().max(200).optional(),
  after: z.string().max(400).optional(),
  before: z.string().max(400).optional(),
})

/** `modules` are those on which the asker wrote something, whatever is filtered. */
export const LearningLog = z
  .strictObject({
    entries: z.array(LogEntry),
    total: z.number().int(),
    modules: z.array(z.strictObject({ id: z.string(), title: z.string(), entries: z.number().int() })),
    previous: z.string().nullable(),
    next: z.string().nullable(),
  })
  .openapi('LearningLog')

/** That a note was deleted, without its words. */
export const NoteDeleted = z.strictObject({ id: Id }).openapi('NoteDeleted')
