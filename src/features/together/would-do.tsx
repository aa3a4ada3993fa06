import { useEffect, useRef } from 'react'
import type { CommandKind, CommandPreview } from '#domain/command.ts'
import { copy } from './together.copy.ts'

/** What a command would come to, before it is given. Takes the focus, since it answers what was just asked. */
export function WouldDo({ kind, preview: { done, refused, unchanged, missing } }: { kind: CommandKind; preview: CommandPreview }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const others = [...refused, ...unchanged]
  return (
    <>
      <h2 className="govuk-heading-m" tabIndex={-1} ref={heading}>
        {copy.wouldTitle}
      </h2>
      <p className="govuk-body">{copy.would[kind](done)}</p>
      {(others.length > 0 || missing > 0) && (
        <>
          <p className="govuk-body">{copy.others}</p>
          <ul className="govuk-list govuk-list--bullet">
            {others.map(({ why, people }) => (
              <li key={why}>{copy.wouldNot(why, people)}</li>
            ))}
            {missing > 0 && <li>{copy.missing(missing)}</li>}
          </ul>
        </>
      )}
    </>
  )
}
