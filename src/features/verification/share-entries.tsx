import { useMutation, useQuery } from '@tanstack/react-query'
import type { SharedEntry } from '#domain/shared-entry.ts'
import type { VerificationRequest } from '#domain/verification.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Details } from '#ui/notes.tsx'
import { Select } from '#ui/select.tsx'
import { LogEntryPiece } from './shared-entries.tsx'
import { copy } from './shared-entries.copy.ts'
import { shareEntry, takeBackEntry, verificationQueries } from './verification.queries.ts'

interface ShareProps {
  request: VerificationRequest
  onDone: (words: string) => void
}

/** What somebody shared of their learning log with a request, each to take back, and a way to share another. */
export const ShareEntries = ({ request, onDone }: ShareProps) => (
  <>
    {request.entries.length > 0 && <h2 className="govuk-heading-m">{copy.title}</h2>}
    {request.entries.map((entry) => (
      <LogEntryPiece
        key={entry.noteId}
        entry={entry}
        action={entry.takenBackAt === null && <TakeBack request={request} entry={entry} onDone={onDone} />}
      />
    ))}
    {request.canShare && (
      <Details summary={copy.shareTitle}>
        <Share key={request.entries.length} request={request} onDone={onDone} />
      </Details>
    )}
  </>
)

function TakeBack({ request, entry, onDone }: ShareProps & { entry: SharedEntry }) {
  const { mutateAsync } = useMutation(takeBackEntry)
  const form = useForm(async () => {
    await mutateAsync({ request, noteId: entry.noteId })
    onDone(copy.takenBack)
  })
  return (
    <form onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} />
      <Button variant="secondary" busy={form.busy}>
        {copy.takeBack}
        <span className="govuk-visually-hidden">{copy.ofWhich(copy.about(entry.kind, entry.lessonTitle), entry.sharedAt)}</span>
      </Button>
    </form>
  )
}

function Share({ request, onDone }: ShareProps) {
  const { data: options } = useQuery(verificationQueries.options)
  const { mutateAsync } = useMutation(shareEntry)
  const form = useForm(async (values) => {
    await mutateAsync({ request, noteId: typed(values, 'noteId') })
    onDone(copy.shared)
  })
  const readable = new Set(request.entries.filter(({ takenBackAt }) => takenBackAt === null).map(({ noteId }) => noteId))
  const entries = options?.entries.filter(({ noteId }) => !readable.has(noteId))
  if (!entries) return null
  if (entries.length === 0) return <p className="govuk-body">{copy.nothing}</p>
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} />
      <p className="govuk-body">{copy.shareWhy}</p>
      <Select
        label={copy.entry}
        name="noteId"
        none={copy.noEntry}
        error={form.errorAt('noteId')}
        options={entries.map(({ noteId, kind, lessonTitle, words }) => ({
          value: noteId,
          text: `${copy.about(kind, lessonTitle)}: ${copy.first(words).slice(0, 60)}`,
        }))}
      />
      <Button variant="secondary" busy={form.busy}>
        {copy.share}
      </Button>
    </form>
  )
}
