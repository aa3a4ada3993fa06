import type { Lesson } from '#domain/module.ts'
import { KeptNote } from './kept-note.tsx'
import { copy } from './learning-log.copy.ts'

/** The block that a note on a whole lesson is kept under. */
const wholeLesson = 'lesson'

/** A learner's own note on a lesson, opened on request. */
export const LessonNote = ({ lesson: { moduleId, moduleVersion, id } }: { lesson: Lesson }) => (
  <div className="app-exercise app-exercise--asks">
    <KeptNote place={{ moduleId, moduleVersion, lesson: id }} block={wholeLesson} label={copy.noteOnLesson} focused />
  </div>
)
