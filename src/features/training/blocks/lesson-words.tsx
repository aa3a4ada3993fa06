import { Link } from 'react-router'
import type { Block, Inline, Prose } from '#domain/module.ts'

/** A run of text: plain, stressed, linked, or a citation that leads to its source below. */
export const Words = ({ text }: { text: readonly Inline[] }) => text.map((run, index) => <Run key={index} run={run} />)

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
        <Link className="govuk-link" to={run.href}>
          {run.text}
        </Link>
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

export const Paragraphs = ({ body }: { body: readonly Prose[] }) =>
  body.map((block) =>
    block.kind === 'paragraph' ? (
      <p key={block.id} className="govuk-body">
        <Words text={block.text} />
      </p>
    ) : (
      <List key={block.id} block={block} />
    ),
  )

export function List({ block: { ordered, items } }: { block: Extract<Block, { kind: 'list' }> }) {
  const rows = items.map((text, index) => (
    <li key={index}>
      <Words text={text} />
    </li>
  ))
  return ordered ? <ol className="govuk-list govuk-list--number">{rows}</ol> : <ul className="govuk-list govuk-list--bullet">{rows}</ul>
}
