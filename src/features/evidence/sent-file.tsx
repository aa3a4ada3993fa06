import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EvidenceDraft } from '#domain/evidence.ts'
import { Button } from '#ui/button.tsx'
import { FileField } from '#ui/file-field.tsx'
import { copy, showSize } from './evidence.copy.ts'
import { evidenceQueries } from './evidence.queries.ts'

interface SentFileProps {
  draft: EvidenceDraft
  error: string | undefined
  sending: string | null
  onSend: (file: File) => Promise<string | null>
  onStop: () => void
}

/** The file of a draft: sent as soon as it is chosen, so that whoever hands in does not wait, and what is wrong with it is said at once. */
export function SentFile({ draft, error, sending, onSend, onStop }: SentFileProps) {
  const { data } = useSuspenseQuery(evidenceQueries.skills)
  const [refused, setRefused] = useState<string | null>(null)
  const { mostBytes, endings } = data.files
  const choose = async (file: File) => {
    // A server that hangs up on a file that is too large looks like one that is away, so it is not asked.
    setRefused(file.size > mostBytes ? copy.tooBig(mostBytes) : null)
    if (file.size <= mostBytes) setRefused(await onSend(file))
  }
  return (
    <>
      <FileField
        label={draft.file ? copy.fields.otherFile : copy.fields.file}
        hint={copy.fields.fileHint(mostBytes, endings)}
        name="file"
        accept={endings.join(',')}
        error={refused ?? (draft.refused ? copy.refused : error)}
        onChoose={(file) => void choose(file)}
      />
      <div role="status">
        {sending !== null && <p className="govuk-body">{copy.sending(sending)}</p>}
        {sending === null && draft.file && (
          <p className="govuk-body">
            <strong>{copy.sent(draft.file.name, showSize(draft.file.bytes))}</strong>
          </p>
        )}
      </div>
      {sending !== null && (
        <Button variant="secondary" onClick={onStop}>
          {copy.stopSending}
        </Button>
      )}
    </>
  )
}
