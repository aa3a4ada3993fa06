import { useState } from 'react'
import { Link } from 'react-router'
import type { Block, Inline, Lesson, Prose } from '#domain/module.ts'
import { Radios } from '#ui/choices.tsx'
import { InsetText } from '#ui/notes.tsx'
import { Cell, Row, Table } from '#ui/table.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { copy } from './training.copy.ts'

/** What the regimes are called, for the passages that hold for one alone. */
type Regimes = Lesson['regimes']

/** A run of text: plain, stressed, linked, or a citation that leads to its source below. */
const Words = ({ text }: { text: readonly Inline[] }) => text.map((run, index) => <Run key={index} run={run} />)

function Run({ run }: { run: Inline }) {
  switch (run.kind) {
    case 'text':
      return run.text
    case 'strong':
      return <strong>{run.text}</strong>
    case 'emphasis':
      return <em>{run.text}</em>
    case 'link':
      return (
        <a className="govuk-link" href={run.href}>
          {run.text}
        </a>
      )
    case 'cite':
      return (
        <Link className="govuk-link app-cite" to={`#source-${run.source}`} onClick={() => showSource(run.source)}>
          <span className="govuk-visually-hidden">Source </span>[{run.source}]
        </Link>
      )
  }
}

/** The sources lie folded below a lesson. The router notes where the reader was, so that Back returns there. */
function showSource(id: string): void {
  const source = document.getElementById(`source-${id}`)
  source?.closest('details')?.setAttribute('open', '')
  source?.focus({ preventScroll: true })
}

const Paragraphs = ({ body }: { body: readonly Prose[] }) =>
  body.map((block) =>
    block.kind === 'paragraph' ? (
      <p key={block.id} className="govuk-body">
        <Words text={block.text} />
      </p>
    ) : (
      <List key={block.id} block={block} />
    ),
  )

function List({ block: { ordered, items } }: { block: Extract<Block, { kind: 'list' }> }) {
  const rows = items.map((text, index) => (
    <li key={index}>
      <Words text={text} />
    </li>
  ))
  return ordered ? <ol className="govuk-list govuk-list--number">{rows}</ol> : <ul className="govuk-list govuk-list--bullet">{rows}</ul>
}

/** One block of a lesson, as what it is. */
export function BlockView({ block, regimes }: { block: Block; regimes: Regimes }) {
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
            <strong>{copy.forRegime(regimes.find(({ code }) => code === block.regime)?.name ?? '', block.regime)}</strong>
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
