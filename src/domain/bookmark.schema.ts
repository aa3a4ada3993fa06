import { z } from '@hono/zod-openapi'
import { NotePlace } from './learning-log.schema.ts'
import { Moment } from './person.schema.ts'

/** What is marked: a block of a lesson, or `lesson` for the whole of it. */
export const BookmarkPlace = NotePlace.extend({ block: z.string().max(20) })

/** A place that somebody marked to come back to. `heading` is the one that it stands under; null for a whole lesson, and before the first heading. */
export const Bookmark = z
  .strictObject({
    moduleId: z.string(),
    moduleVersion: z.number().int(),
    moduleTitle: z.string(),
    lesson: z.string(),
    lessonTitle: z.string(),
    block: z.string(),
    heading: z.string().nullable(),
    at: Moment,
  })
  .openapi('Bookmark')

export const Bookmarks = z.strictObject({ bookmarks: z.array(Bookmark) }).openapi('Bookmarks')

/** That a place is not marked any more, or never was. */
export const BookmarkRemoved = z.strictObject({ lesson: z.string(), block: z.string() }).openapi('BookmarkRemoved')
