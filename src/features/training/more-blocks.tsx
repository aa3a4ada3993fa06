import type { QueryClient } from '@tanstack/react-query'
import type { Block, Lesson } from '#domain/module.ts'
import { KeptNote } from './learning-log/kept-note.tsx'
import { copy as logCopy } from './learning-log/learning-log.copy.ts'
import { learningLogQueries, type NotePlace } from './learning-log/learning-log.queries.ts'
import { Timeline } from '#ui/timeline.tsx'
import { Words } from './blocks/lesson-words.tsx'
import { Decide } from './blocks/decide.tsx'
import { TableBlock } from './blocks/table-block.tsx'
import { Checklist } from './blocks/checklist.tsx'
import { Choose } from './blocks/choose.tsx'
import { Figure } from './blocks/figure.tsx'
import { Hard } from './blocks/hard.tsx'
import { Match } from './blocks/match.tsx'
import { Order } from './blocks/order.tsx'
import { Recording } from './blocks/recording.tsx'
import './blocks/more-blocks.scss'

export { LessonNote } from './learning-log/lesson-note.tsx'
export { NotShown } from './blocks/hard.tsx'

const placeOf = ({ moduleId, moduleVersion, id }: Lesson): NotePlace => ({ moduleId, moduleVersion, lesson: id })

/**
 * Asks for what the blocks of a lesson need, so that it is there when they are drawn; what is there already is waited for no longer. What does not come is asked
 * for again by its block.
 */
export async function prepare(client: QueryClient, lesson: Lesson): Promise<void> {
  if (!lesson.blocks.some(({ kind }) => kind === 'reflect')) return
  await client.ensureQueryData({ ...learningLogQueries.notes(placeOf(lesson)), revalidateIfStale: true }).catch(() => undefined)
}

/** The blocks that only some lessons have. They come as a file of their own, before such a lesson is drawn. */
export function MoreBlock({ block, lesson }: { block: Block; lesson: Lesson }) {
  switch (block.kind) {
    case 'table':
      return <TableBlock block={block} />
    case 'timeline':
      return (
        <figure className="app-figure">
          <figcaption className="govuk-heading-s">{block.caption}</figcaption>
          <Timeline items={block.entries.map(({ when, what }, index) => ({ key: String(index), title: when, when: <Words text={what} /> }))} />
        </figure>
      )
    case 'decide':
      return <Decide block={block} />
    case 'choose':
      return <Choose block={block} />
    case 'order':
      return <Order block={block} seed={`${lesson.moduleId} ${lesson.id}`} />
    case 'match':
      return <Match block={block} />
    case 'reflect':
      return (
        <div className="app-exercise app-exercise--asks">
          <KeptNote
            place={placeOf(lesson)}
            block={block.id}
            label={block.prompt}
            {...(block.words === null ? {} : { hint: logCopy.asWords(block.words), rows: Math.min(14, Math.max(6, Math.round(block.words / 20))) })}
          />
        </div>
      )
    case 'checklist':
      return <Checklist block={block} />
    case 'figure':
      return <Figure block={block} />
    case 'recording':
      return <Recording block={block} />
    case 'hard':
      return <Hard block={block} lesson={lesson} />
    default:
      return null
  }
}
