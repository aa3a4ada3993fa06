import { wholeLesson } from '#domain/learning-log.ts'
import type { Content } from './deps.ts'
import { lessonAt } from './lesson-at.ts'
import type { Place } from './repository/learning-notes.ts'

/** What an entry of a learning log belongs to, in words, as the version it was written in says it. */
export function aboutEntry(content: Content, note: Place & { block: string }) {
  const lesson = lessonAt(content, note)
  const asked = lesson?.blocks.find(({ id }) => id === note.block)
  return {
    block: note.block === wholeLesson ? null : note.block,
    moduleTitle: lesson?.moduleTitle ?? note.moduleId,
    lessonTitle: lesson?.title ?? note.lesson,
    prompt: asked?.kind === 'reflect' ? asked.prompt : null,
  }
}
