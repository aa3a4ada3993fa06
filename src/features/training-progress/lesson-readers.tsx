import type { TrainingProgress } from '#domain/training-progress.ts'
import { showNumber } from '#lib/show.ts'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy } from './training-progress.copy.ts'

/** How many have read each lesson of a module, and how many of the readers before it that lesson lost. */
export function LessonReaders({ lessons, enrolled }: { lessons: TrainingProgress['lessons']; enrolled: number }) {
  // Lessons can be read in any order, so one may have more readers than the one before.
  const read = lessons.map((lesson, index) => {
    const before = index === 0 ? enrolled : (lessons[index - 1]?.read ?? 0)
    return { ...lesson, before, lost: Math.max(0, before - lesson.read) }
  })
  const [worst] = read.toSorted((a, b) => b.lost - a.lost)
  const rows = read.map(({ lesson, title, read: readers, lost }) => (
    <Row key={lesson}>
      <RowHeader>{title}</RowHeader>
      <Cell nowrap>{copy.count(readers, enrolled)}</Cell>
      <Cell nowrap>{showNumber(lost)}</Cell>
    </Row>
  ))
  return (
    <>
      <h2 className="govuk-heading-m">{copy.lessons}</h2>
      {worst && worst.lost > 0 && <p className="govuk-body app-measure">{copy.lessonDrop(worst.title, worst.lost, worst.before)}</p>}
      <Table caption={copy.lessonsCaption} columns={copy.lessonColumns.map((title) => ({ title }))} rows={rows} />
    </>
  )
}
