import { useQueryClient } from '@tanstack/react-query'
import { type ComponentType, type RefObject, useState } from 'react'
import type { Lesson } from '#domain/module.ts'
import type { ModuleView } from '#domain/training.ts'
import { useAway } from '#lib/saving.ts'
import { Button } from '#ui/button.tsx'
import { InsetText } from '#ui/notes.tsx'
import type { Saving } from '#ui/save-state.tsx'
import { Mark } from './learning-log/mark.tsx'
import { copy } from './lesson-tools.copy.ts'
import { trainingQueries } from './training.queries.ts'
import { useKeptPlace } from './use-kept-place.ts'

export { finishLesson } from './lesson.queries.ts'
export { Mark }

interface LessonToolsProps {
  lesson: Lesson
  progress: ModuleView
  /** The lesson as it is drawn. */
  article: RefObject<HTMLElement | null>
  onSaving: (saving: Saving) => void
}

/** What a reader can do in a lesson besides reading it. It comes when the lesson is drawn, so that nobody waits for it to begin to read. */
export function LessonTools({ lesson, progress, article, onSaving }: LessonToolsProps) {
  useKeptPlace(progress.enrolment, lesson.id, article, onSaving)
  return (
    <>
      <Away progress={progress} />
      <p className="app-mark">
        <Mark lesson={lesson} block="lesson" />
      </p>
      <OwnNote key={lesson.id} lesson={lesson} />
    </>
  )
}

/** Says what can be done while the network is away. */
function Away({ progress: { module } }: { progress: ModuleView }) {
  const client = useQueryClient()
  const away = useAway()
  const allHere = () => module.lessons.every(({ id }) => client.getQueryData(trainingQueries.lesson(module.id, id).queryKey))
  return <div role="status">{away && allHere() && <InsetText>{copy.away}</InsetText>}</div>
}

/** Room for a note of the reader's own. It comes when they ask for it. */
function OwnNote({ lesson }: { lesson: Lesson }) {
  const [note, setNote] = useState<{ Note?: ComponentType<{ lesson: Lesson }> }>()
  if (note?.Note) return <note.Note lesson={lesson} />
  const open = () =>
    import('./more-blocks.tsx').then(
      ({ LessonNote }) => setNote({ Note: LessonNote }),
      () => setNote({}),
    )
  return (
    <>
      <Button variant="secondary" onClick={() => void open()}>
        {copy.note}
      </Button>
      <p role="status">{note && copy.noteFailed}</p>
    </>
  )
}
