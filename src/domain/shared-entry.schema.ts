import { z } from '@hono/zod-openapi'
import { orNull } from './or-null.schema.ts'
import { Id, Moment } from './person.schema.ts'

const entry = { noteId: Id, kind: z.enum(['reflection', 'note']), moduleTitle: z.string(), lessonTitle: z.string(), prompt: z.string().nullable() }

/** An entry of the asker's learning log that could be shared. */
export const ShareableEntry = z.strictObject({ ...entry, words: z.string() }).openapi('ShareableEntry')

/** An entry as it was when it was shared. `words` is null once its owner took it back: then nobody may read it any more. */
export const SharedEntry = z
  .strictObject({ ...entry, words: z.string().nullable(), sharedAt: Moment, takenBackAt: orNull(Moment) })
  .openapi('SharedEntry')

export const SharingRequest = z.strictObject({ noteId: z.uuid({ error: 'Choose an entry of your learning log' }) }).openapi('SharingRequest')
