import { useState } from 'react'
import type { Block, Inline } from '#domain/module.ts'
import { copy } from './blocks.copy.ts'
import { Words } from './lesson-words.tsx'
import '#ui/checkboxes.scss'

const plain = (text: readonly Inline[]) =>
  text
    .map((run) => (run.kind === 'cite' ? '' : run.text))
    .join('')
    .trim()

/** Points to tick off and to take away. The ticks live as long as the page: what is to be kept is downloaded. */
export function Checklist({ block: { id, title, items } }: { block: Extract<Block, { kind: 'checklist' }> }) {
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set())
  const tick = (index: number) => setTicked((before) => before.symmetricDifference(new Set([index])))
  const text = [title, '', ...items.map((item, index) => `${ticked.has(index) ? '[x]' : '[ ]'} ${plain(item)}`), ''].join('\r\n')
  return (
    <div className="app-exercise">
      <fieldset className="govuk-fieldset" aria-describedby={`${id}-hint`}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{title}</legend>
        <p className="govuk-hint" id={`${id}-hint`}>
          {copy.ticks}
        </p>
        <div className="govuk-checkboxes">
          {items.map((item, index) => (
            <div key={index} className="govuk-checkboxes__item">
              <input
                className="govuk-checkboxes__input"
                id={`${id}-${index}`}
                type="checkbox"
                checked={ticked.has(index)}
                onChange={() => tick(index)}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={`${id}-${index}`}>
                {/* A link inside a label would be pressed by mistake: sources follow it. */}
                <Words text={item.filter(({ kind }) => kind !== 'cite')} />
              </label>{' '}
              <Words text={item.filter(({ kind }) => kind === 'cite')} />
            </div>
          ))}
        </div>
      </fieldset>
      <p className="govuk-body">
        <a className="govuk-link" href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download={`${fileName(title)}.txt`}>
          {copy.download} <span className="govuk-visually-hidden">{copy.ofList(title)}</span>
        </a>
      </p>
    </div>
  )
}

const fileName = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
