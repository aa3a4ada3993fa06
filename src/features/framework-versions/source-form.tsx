import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { FrameworkDraft } from '#domain/framework-version.ts'
import { ApiError } from '#lib/api-error.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { ChangedUnder } from './draft-part.tsx'
import { partsCopy } from './draft-parts.copy.ts'
import { keepSource, removeSource } from './framework-versions.queries.ts'
import { useDraftPart } from './use-draft-part.ts'

interface SourceFormProps {
  draft: FrameworkDraft
  /** The one that is changed; null adds another. */
  source: FrameworkDraft['sources'][number] | null
  onDone: (what: string) => void
  onTaken: () => void
}

export function SourceForm({ draft, source, onDone, onTaken }: SourceFormProps) {
  const partOf = ({ sources }: FrameworkDraft) => (source ? sources.find(({ id }) => id === source.id) : null)
  const { theirs, save } = useDraftPart(draft, keepSource(draft.number), partOf)
  const form = useForm(async (values) => {
    const id = source?.id ?? typed(values, 'id').trim()
    // A number that is taken would put these words in the place of another source.
    if (!source && draft.sources.some((one) => one.id === id))
      throw new ApiError({ status: 422, title: partsCopy.taken(id), errors: [{ pointer: '/id', detail: partsCopy.taken(id) }] })
    await save({ id, words: { title: typed(values, 'title'), address: typed(values, 'address').trim() || null } })
    onDone(partsCopy.sourceSaved(id))
  })
  const remove = useMutation(removeSource(draft.number))
  const removing = useForm(async () => {
    if (!source) return
    await remove.mutateAsync({ version: draft.version, id: source.id })
    onDone(partsCopy.sourceRemoved(source.id))
  })
  const top = useRef<HTMLHeadingElement>(null)
  // Whoever chose a source further down is taken to its words.
  useEffect(() => {
    if (source) top.current?.focus()
  }, [source])
  const there = theirs && partOf(theirs)
  return (
    <div className="app-measure">
      <h2 className="govuk-heading-m" ref={top} tabIndex={-1}>
        {source ? partsCopy.changeSource(source.id) : partsCopy.addSource}
      </h2>
      <form onSubmit={form.onSubmit} noValidate>
        {there && form.problem?.status === 412 ? (
          <ChangedUnder onTaken={onTaken}>
            <p className="govuk-body">
              {there.title} {there.address}
            </p>
          </ChangedUnder>
        ) : (
          <ErrorSummary errors={form.errors} />
        )}
        {!source && (
          <Field
            label={partsCopy.number}
            hint={partsCopy.numberHint}
            name="id"
            width={5}
            defaultValue={nextNumber(draft.sources)}
            error={form.errorAt('id')}
          />
        )}
        <TextArea label={partsCopy.title} name="title" rows={3} most={500} defaultValue={source?.title} error={form.errorAt('title')} />
        <Field label={partsCopy.address} name="address" inputMode="url" defaultValue={source?.address ?? ''} error={form.errorAt('address')} />
        <Actions>
          <Button busy={form.busy}>{there ? partsCopy.keepMine : partsCopy.saveSource}</Button>
          {source && (
            <Link className="govuk-link" to="?">
              {partsCopy.otherSource}
            </Link>
          )}
        </Actions>
      </form>
      {source && (
        <form onSubmit={removing.onSubmit}>
          <ErrorSummary errors={removing.errors} />
          <Button variant="warning" busy={removing.busy}>
            {partsCopy.removeSource}
          </Button>
        </form>
      )}
    </div>
  )
}

/** The next free number after the highest, such as S58. */
function nextNumber(sources: FrameworkDraft['sources']): string {
  const taken = sources.flatMap(({ id }) => /^S(\d+)$/.exec(id)?.[1] ?? []).map(Number)
  return `S${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`
}
