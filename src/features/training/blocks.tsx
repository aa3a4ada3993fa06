import { useState } from 'react'
import type { Block, Lesson } from '#domain/module.ts'
import { Radios } from '#ui/choices.tsx'
import { InsetText } from '#ui/notes.tsx'
import { Cell, Row, Table } from '#ui/table.tsx'
import { Timeline } from '#ui/timeline.tsx'
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
    default:
      return more && <more.MoreBlock block={block} lesson={lesson} />
  }
}

const TableBlock = ({ block: { caption, head, rows } }: { block: Extract<Block, { kind: 'table' }> }) => (
  <Table
    caption={caption}
    columns={head.map((text) => ({ title: text.map((run) => (run.kind === 'cite' ? `[${run.source}]` : run.text)).join('') }))}
    rows={rows.map((cells, index) => (
      <Row key={index}>
        {cells.map((text, column) => (
          <Cell key={column}>
            <Words text={text} />
          </Cell>
        ))}
      </Row>
    ))}
  />
)

/** Commit to an answer, then see. Nothing is kept: it is between the reader and the page. */
function Decide({ block }: { block: Extract<Block, { kind: 'decide' }> }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const answer = block.options.find(({ id }) => id === chosen)
  return (
    <div className="app-decide">
      <Radios
        label={block.prompt}
        legendSize="m"
        hint={chosen ? undefined : copy.decideFirst}
        name={`${block.id}-answer`}
        options={block.options.map(({ id, text }) => ({ value: id, text }))}
        onChoose={setChosen}
      />
      <div role="status">
        {answer && (
          <>
            <p className="govuk-body">
              <strong>{copy.youChose}:</strong> {answer.text}
            </p>
            <p className="govuk-body">
              <Words text={answer.response} />
            </p>
            <Paragraphs body={block.after} />
          </>
        )}
      </div>
    </div>
  )
}
