import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import type { Block } from '#domain/module.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { Radios } from '#ui/choices.tsx'
import { copy } from './blocks.copy.ts'
import { Paragraphs, Words } from './lesson-words.tsx'
import { Verdict } from './verdict.tsx'

type ChooseBlock = Extract<Block, { kind: 'choose' }>

/** A question for practice: choose, check, and read what each choice gets right or misses. */
export function Choose({ block }: { block: ChooseBlock }) {
  const [round, setRound] = useState(0)
  return <Round key={round} block={block} focused={round > 0} onAgain={() => setRound(round + 1)} />
}

function Round({ block, focused, onAgain }: { block: ChooseBlock; focused: boolean; onAgain: () => void }) {
  const { id, prompt, several, options, after } = block
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const [missing, setMissing] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (focused) form.current?.querySelector('input')?.focus()
  }, [focused])
  const name = `${id}-answer`
  const check = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget).getAll(name).map(String)
    setMissing(given.length === 0)
    setChosen(given.length === 0 ? null : new Set(given))
  }
  const group = {
    label: prompt,
    legendSize: 'm' as const,
    name,
    hint: several ? copy.chooseSome : copy.notKept,
    error: missing ? copy.chooseFirst : undefined,
    options: options.map(({ id: value, text }) => ({ value, text })),
  }
  const allRight = options.every(({ id: option, right }) => right === chosen?.has(option))
  return (
    // What was checked is of the choices as they were: another choice takes it away.
    <form className="app-exercise" onSubmit={check} onChange={() => setChosen(null)} noValidate ref={form}>
      {several ? <Checkboxes {...group} /> : <Radios {...group} />}
      <Button>{copy.check}</Button>
      <div role="status">
        {chosen && (
          <>
            <p className="govuk-body">
              <strong>{allRight ? copy.allRight : copy.notAllRight}</strong>
            </p>
            {options
              .filter(({ id: option, right }) => chosen.has(option) || right)
              .map(({ id: option, text, right, feedback }) => (
                <div key={option} className="app-exercise__answer">
                  <p className="govuk-body">
                    <Verdict right={right}>{chosen.has(option) ? (right ? copy.right : copy.notRight) : copy.alsoRight}</Verdict> {text}
                  </p>
                  <p className="govuk-body">
                    <Words text={feedback} />
                  </p>
                </div>
              ))}
            <Paragraphs body={after} />
          </>
        )}
      </div>
      {chosen && (
        <Button variant="secondary" onClick={onAgain}>
          {copy.again}
        </Button>
      )}
    </form>
  )
}
