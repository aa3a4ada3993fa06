import { Fragment } from 'react'
import { citedRuns } from '#domain/cited-text.ts'
import { beginningsOf } from '#domain/framework-search.ts'
import { JumpLink } from '#ui/jump-link.tsx'
import { copy } from './framework.copy.ts'

/** Words with what was searched for marked in them. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  if (words.length === 0) return text
  // What was sought stands at the odd places of the parts.
  return text.split(beginningsOf(words)).map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))
}

/** Words whose citations lead to the list of sources on the same page. */
export const Cited = ({ text, known, words = [] }: { text: string; known: ReadonlySet<string>; words?: readonly string[] }) =>
  citedRuns(text, known).map((run, index, runs) =>
    run.kind === 'text' ? (
      <Marked key={index} text={run.text} words={words} />
    ) : (
      <Fragment key={index}>
        {runs[index - 1]?.kind === 'cite' && ' '}
        <JumpLink className="govuk-link app-cited" to={`source-${run.source}`}>
          <span className="govuk-visually-hidden">{copy.source}</span>[{run.source}]
        </JumpLink>
      </Fragment>
    ),
  )
