import { useEffect, useId, useRef } from 'react'
import { create } from 'zustand'
import type { Block, Lesson } from '#domain/module.ts'
import { Button } from '#ui/button.tsx'
import { JumpLink } from '#ui/jump-link.tsx'
import { Actions } from '#ui/actions.tsx'
import { copy } from './blocks.copy.ts'
import { Paragraphs } from './lesson-words.tsx'

type HardBlock = Extract<Block, { kind: 'hard' }>

/** What somebody decided about passages that may distress, as long as the product is open. Nobody else learns of it. */
const useDecided = create<Record<string, 'shown' | 'skipped'>>(() => ({}))

const keyOf = ({ moduleId, moduleVersion, id }: Lesson, block: string) => `${moduleId} ${moduleVersion} ${id} ${block}`

/** A passage that may distress: closed until somebody asks for it, and easy to leave out. */
export function Hard({ block: { id, note, body }, lesson }: { block: HardBlock; lesson: Lesson }) {
  const key = keyOf(lesson, id)
  const decided = useDecided((state) => state[key])
  const text = useRef<HTMLDivElement>(null)
  const asked = useRef(false)
  const heading = useId()
  useEffect(() => {
    if (asked.current && decided === 'shown') text.current?.focus()
    asked.current = false
  }, [decided])
  const decide = (what: 'shown' | 'skipped') => useDecided.setState({ [key]: what })
  const skip = () => {
    decide('skipped')
    goPast(id)
  }
  const show = () => {
    asked.current = true
    decide('shown')
  }
  return (
    <section className="app-hard" aria-labelledby={heading}>
      <p className="govuk-body">
        <strong id={heading}>{copy.hard}.</strong> {note}
      </p>
      {decided === 'skipped' && <p className="govuk-body">{copy.skipped}</p>}
      <div ref={text} tabIndex={-1} hidden={decided !== 'shown'}>
        <Paragraphs body={body} />
      </div>
      <Actions>
        {decided === 'shown' ? (
          <Button variant="secondary" onClick={skip}>
            {copy.hide}
          </Button>
        ) : (
          <>
            <Button variant="secondary" onClick={show}>
              {copy.show}
            </Button>
            {decided !== 'skipped' && (
              <Button variant="secondary" onClick={skip}>
                {copy.skip}
              </Button>
            )}
          </>
        )}
      </Actions>
    </section>
  )
}

/** Takes a reader to what follows a block. */
function goPast(block: string): void {
  const next = document.getElementById(block)?.nextElementSibling
  if (!(next instanceof HTMLElement)) return
  if (!next.hasAttribute('tabindex')) next.tabIndex = -1
  next.focus()
}

/** At the end of a lesson: the passages that were not opened, to return to. */
export function NotShown({ lesson }: { lesson: Lesson }) {
  const decided = useDecided()
  const closed = lesson.blocks.filter((block) => block.kind === 'hard').filter(({ id }) => decided[keyOf(lesson, id)] !== 'shown')
  if (closed.length === 0) return null
  return (
    <section className="app-exercise">
      <h2 className="govuk-heading-s">{copy.notShown}</h2>
      <p className="govuk-body">{copy.notShownText}</p>
      <ul className="govuk-list govuk-list--bullet">
        {closed.map(({ id, note }) => (
          <li key={id}>
            <JumpLink to={id}>{note}</JumpLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
