import { useState } from 'react'
import type { Block } from '#domain/module.ts'
import { Radios } from '#ui/choices.tsx'
import { copy } from './blocks.copy.ts'
import { Paragraphs, Words } from './lesson-words.tsx'

/** Commit to an answer, then see. Nothing is kept: it is between the reader and the page. */
export function Decide({ block }: { block: Extract<Block, { kind: 'decide' }> }) {
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
