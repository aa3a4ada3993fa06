import type { Block, Lesson } from '#domain/module.ts'
import { InsetText } from '#ui/notes.tsx'
import { List, Paragraphs, Words } from './blocks/lesson-words.tsx'
import type * as MoreBlocks from './more-blocks.tsx'
import { copy } from './lesson.copy.ts'

/** The blocks that only some lessons have; null for a lesson without any. */
export type More = typeof MoreBlocks | null

interface BlockProps {
  block: Block
  lesson: Lesson
  more: More
}

/** One block of a lesson, as what it is. */
export function BlockView({ block, lesson, more }: BlockProps) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className="govuk-body">
          <Words text={block.text} />
        </p>
      )
    case 'list':
      return <List block={block} />
    case 'heading':
      return block.level === 2 ? <h2 className="govuk-heading-m">{block.text}</h2> : <h3 className="govuk-heading-s">{block.text}</h3>
    case 'quotation':
      return (
        <blockquote className="app-quotation">
          <Paragraphs body={block.body} />
        </blockquote>
      )
    case 'callout':
      return (
        <InsetText>
          <p className="govuk-body">
            <strong>{block.title}</strong>
          </p>
          <Paragraphs body={block.body} />
        </InsetText>
      )
    case 'regime':
      return (
        <div className="app-regime">
          <p className="govuk-body app-regime__name">
            <strong>{copy.forRegime(lesson.regimes.find(({ code }) => code === block.regime)?.name ?? '', block.regime)}</strong>
          </p>
          <Paragraphs body={block.body} />
        </div>
      )
    default:
      return more && <more.MoreBlock block={block} lesson={lesson} />
  }
}
