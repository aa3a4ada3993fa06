import { partWords } from '#domain/merge-words.ts'
import type { MergeSide } from '#domain/merge.ts'
import { copy } from './merge.copy.ts'

/** What goes from the record that does not stay to the one that does, with how many there are. */
export function WhatGoes({ sides, stays }: { sides: readonly MergeSide[]; stays: string | null }) {
  const holds = stays ? (sides.find(({ id }) => id !== stays)?.holds ?? []) : []
  return (
    <>
      <h2 className="govuk-heading-m">{copy.goes}</h2>
      {stays && holds.length === 0 ? <p className="govuk-body">{copy.goesNothing}</p> : <p className="govuk-body">{copy.goesWhat(stays)}</p>}
      {holds.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {holds.map(({ what, rows }) => (
            <li key={what}>{partWords[what](rows)}</li>
          ))}
        </ul>
      )}
      <p className="govuk-body">{copy.historyStays}</p>
    </>
  )
}
