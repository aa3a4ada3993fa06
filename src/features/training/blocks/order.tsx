import { useLayoutEffect, useRef, useState } from 'react'
import type { Block } from '#domain/module.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { copy } from './blocks.copy.ts'
import { Paragraphs, Words } from './lesson-words.tsx'
import { stableShuffle } from './stable-shuffle.ts'
import { Verdict } from './verdict.tsx'

type Move = 'up' | 'down'

/** Items to put in order with buttons: the focus stays on the button of the item that moves, and where it went is said. */
export function Order({ block, seed }: { block: Extract<Block, { kind: 'order' }>; seed: string }) {
  const { id, prompt, items, after } = block
  const [order, setOrder] = useState(() => stableShuffle(items, `${seed} ${id}`))
  const [said, setSaid] = useState('')
  const [checked, setChecked] = useState(false)
  const pressed = useRef<HTMLButtonElement | null>(null)
  // Taking an element to another place takes the focus from it.
  useLayoutEffect(() => {
    pressed.current?.focus()
    pressed.current = null
  })

  const move = (from: number, which: Move, button: HTMLButtonElement) => {
    const item = order[from]
    const to = which === 'up' ? from - 1 : from + 1
    if (!item) return
    setChecked(false)
    pressed.current = button
    if (to < 0) setSaid(copy.isFirst(item.text))
    else if (to === order.length) setSaid(copy.isLast(item.text))
    else {
      setOrder(order.toSpliced(from, 1).toSpliced(to, 0, item))
      setSaid(copy.movedTo(item.text, to + 1, order.length))
    }
  }
  const right = order.filter((item, index) => item === items[index]).length
  return (
    <div className="app-exercise" role="group" aria-labelledby={`${id}-prompt`}>
      <p className="govuk-heading-m" id={`${id}-prompt`}>
        {prompt}
      </p>
      <p className="govuk-hint">{copy.orderHint}</p>
      <ol className="app-order">
        {order.map((item, index) => (
          <li key={item.id} className="app-order__item">
            <div>
              {item.text}
              {checked && (
                <p className="app-order__mark">
                  {item === items[index] ? (
                    <strong className="app-verdict app-verdict--right">{copy.standsRight}</strong>
                  ) : (
                    <strong className="app-verdict">{copy.belongsAt(items.indexOf(item) + 1)}</strong>
                  )}
                </p>
              )}
            </div>
            <div className="app-order__moves">
              {(['up', 'down'] as const).map((which) => (
                <button
                  key={which}
                  type="button"
                  className="govuk-button govuk-button--secondary app-order__move"
                  aria-label={copy.moves[which](item.text)}
                  onClick={({ currentTarget }) => move(index, which, currentTarget)}
                >
                  {copy[which]}
                </button>
              ))}
            </div>
          </li>
        ))}
      </ol>
      <p className="govuk-visually-hidden" role="status">
        {said}
      </p>
      <Actions>
        <Button
          onClick={() => {
            setSaid('')
            setChecked(true)
          }}
        >
          {copy.check}
        </Button>
      </Actions>
      <div role="status">
        {checked && (
          <>
            <p className="govuk-body">
              <Verdict right={right === items.length}>{right === items.length ? copy.right : copy.notRight}</Verdict>{' '}
              {copy.orderResult(right, items.length)}
            </p>
            <p className="govuk-heading-s">{copy.rightOrder}</p>
            <ol className="govuk-list govuk-list--number">
              {items.map(({ id: item, text, why }) => (
                <li key={item}>
                  <strong>{text}</strong>: <Words text={why} />
                </li>
              ))}
            </ol>
            <Paragraphs body={after} />
          </>
        )}
      </div>
    </div>
  )
}
