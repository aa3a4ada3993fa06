import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import type { Block } from '#domain/module.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Select } from '#ui/select.tsx'
import { copy } from './blocks.copy.ts'
import { Paragraphs, Words } from './lesson-words.tsx'
import { Verdict } from './verdict.tsx'

type MatchBlock = Extract<Block, { kind: 'match' }>

/** Pairs to match: for each left side a list of every right side, in the order of the alphabet, which tells nothing. */
export function Match({ block }: { block: MatchBlock }) {
  const [round, setRound] = useState(0)
  return <Round key={round} block={block} focused={round > 0} onAgain={() => setRound(round + 1)} />
}

function Round({ block, focused, onAgain }: { block: MatchBlock; focused: boolean; onAgain: () => void }) {
  const { id, prompt, pairs, after } = block
  const [given, setGiven] = useState<ReadonlyMap<string, string> | null>(null)
  const [missing, setMissing] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (focused) form.current?.querySelector('select')?.focus()
  }, [focused])
  const name = (pair: string) => `${id}-${pair}`
  const partners = pairs.toSorted((a, b) => a.right.localeCompare(b.right, 'en-GB'))
  // A closed list may cut long words off; they stand in full above it.
  const options = partners.map(({ id: value, right: text }, index) => ({ value, text: `${letter(index)}. ${text}` }))
  const check = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const answers = new FormData(event.currentTarget)
    const chosen = new Map(pairs.map(({ id: pair }) => [pair, typed(answers, name(pair))]))
    const open = pairs.find(({ id: pair }) => !chosen.get(pair))
    setMissing(open !== undefined)
    setGiven(open ? null : chosen)
    if (open) document.getElementById(name(open.id))?.focus()
  }
  const right = pairs.filter(({ id: pair }) => given?.get(pair) === pair).length
  return (
    <form className="app-exercise" aria-labelledby={`${id}-prompt`} onSubmit={check} onChange={() => setGiven(null)} noValidate ref={form}>
      <p className="govuk-heading-m" id={`${id}-prompt`}>
        {prompt}
      </p>
      <p className="govuk-hint">{copy.notKept}</p>
      <ol className="govuk-list app-lettered" type="A">
        {partners.map(({ id: pair, right: text }) => (
          <li key={pair}>{text}</li>
        ))}
      </ol>
      {pairs.map(({ id: pair, left }) => (
        <Select key={pair} label={left} name={name(pair)} none={copy.choosePartner} options={options} />
      ))}
      {missing && (
        <p className="govuk-error-message" role="alert">
          {copy.matchFirst}
        </p>
      )}
      <Button>{copy.check}</Button>
      <div role="status">
        {given && (
          <>
            <p className="govuk-body">
              <strong>{copy.matchResult(right, pairs.length)}</strong>
            </p>
            {pairs.map(({ id: pair, left, right: partner, why }) => {
              const isRight = given.get(pair) === pair
              return (
                <div key={pair} className="app-exercise__answer">
                  <p className="govuk-body">
                    <Verdict right={isRight}>{isRight ? copy.right : copy.notRight}</Verdict> {left}
                  </p>
                  <p className="govuk-body">
                    {copy.belongsTo(partner)}
                    {why.length > 0 && (
                      <>
                        . <Words text={why} />
                      </>
                    )}
                  </p>
                </div>
              )
            })}
            <Paragraphs body={after} />
          </>
        )}
      </div>
      {given && (
        <Button variant="secondary" onClick={onAgain}>
          {copy.again}
        </Button>
      )}
    </form>
  )
}

const letter = (place: number) => 'ABCDEFGH'.charAt(place)
