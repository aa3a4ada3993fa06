import type { z } from 'zod'
import type * as schema from './learning-log.schema.ts'

export type LessonNote = z.infer<typeof schema.LessonNote>
export type LearningLog = z.infer<typeof schema.LearningLog>
export type LogEntry = z.infer<typeof schema.LogEntry>

/** The block that a note on a whole lesson is kept under. */
export const wholeLesson = 'lesson'

/**
 * A log as a text to keep: the newest module's notes as its owner wrote them, each under the lesson and the question it belongs to. `day` says when a note
 * was last changed, in words.
 */
export function logAsText(entries: readonly LogEntry[], day: (moment: string) => string): string {
  const parts = entries.map(({ moduleTitle, lessonTitle, prompt, words, updatedAt }) =>
    [`${moduleTitle}: ${lessonTitle}`, day(updatedAt), ...(prompt ? [prompt] : []), '', words.trim()].join('\n'),
  )
  return `${['My learning log', ...parts].join('\n\n\n')}\n`
}
