import type { ReactNode } from 'react'
import type { SharedEntry, ShareableEntry } from '#domain/shared-entry.ts'
import { copy } from './shared-entries.copy.ts'

/** An entry of a learning log, marked as one. `action` is what its reader may do with it. */
export function LogEntryPiece({ entry, action }: { entry: ShareableEntry | SharedEntry; action?: ReactNode }) {
  const { kind, moduleTitle, lessonTitle, prompt, words } = entry
  return (
    <div className="app-piece">
      <p className="govuk-body app-close">
        <strong>{copy.about(kind, lessonTitle)}</strong>
      </p>
      <p className="govuk-hint app-close">
        {copy.fromLog(moduleTitle)} {'sharedAt' in entry && copy.when(entry)}
      </p>
      {prompt && <p className="govuk-body app-close">{copy.asked(prompt)}</p>}
      {words === null ? <p className="govuk-body">{copy.gone}</p> : <p className="govuk-body app-words">{words}</p>}
      {action}
    </div>
  )
}

/** What was shared from a learning log, where there is any. */
export const SharedEntries = ({ entries }: { entries: readonly (ShareableEntry | SharedEntry)[] }) =>
  entries.length === 0 ? null : (
    <>
      <h3 className="govuk-heading-s">{copy.title}</h3>
      {entries.map((entry) => (
        <LogEntryPiece key={entry.noteId} entry={entry} />
      ))}
    </>
  )
