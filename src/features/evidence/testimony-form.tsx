import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { TestimonyView } from '#domain/evidence.ts'
import { namesWords } from '#domain/names-words.ts'
import { ApiError } from '#lib/api-error.ts'
import { useForm } from '#lib/form.ts'
import { showDate } from '#lib/show.ts'
import { typed } from '#lib/typed.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { LookAgainFirst } from '#ui/look-again.tsx'
import { Details } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { declineTestimony, giveTestimony } from './evidence.queries.ts'
import { copy } from './testimony.copy.ts'

interface TestimonyFormProps {
  token: string
  asked: TestimonyView
  onAnswered: (answered: 'given' | 'declined') => void
}

/** What a witness is asked, and their answer. It is sent once; a refusal keeps every word. */
export function TestimonyForm({ token, asked, onAnswered }: TestimonyFormProps) {
  const key = useRef(crypto.randomUUID())
  const top = useRef<HTMLDivElement>(null)
  const { mutateAsync } = useMutation({ ...giveTestimony, onSettled: () => (key.current = crypto.randomUUID()) })
  const form = useForm(async (values) => {
    await mutateAsync({
      token,
      key: key.current,
      name: typed(values, 'name'),
      capacity: typed(values, 'capacity'),
      text: typed(values, 'text'),
      declared: values.has('declared'),
      readWarning: values.has('readWarning'),
    })
    onAnswered('given')
  })
  // The address is the same as that of the button, so the page does not do this by itself.
  useEffect(() => top.current?.querySelector('h1')?.focus(), [])
  const warned = form.errorAt('readWarning')
  return (
    <div ref={top}>
      <Page title={copy.asks(asked.learner)}>
        <div className="app-measure">
          <p className="govuk-body">
            <strong>{copy.about}:</strong> {asked.title}
          </p>
          <p className="govuk-body">{copy.skills}</p>
          <ul className="govuk-list govuk-list--bullet">
            {asked.skills.map(({ skill, name, summary }) => (
              <li key={skill}>
                <strong>{name}</strong>. {summary}
              </li>
            ))}
          </ul>
          <Details summary={copy.whoSees}>{copy.whoSeesText(asked.learner)}</Details>
          <p className="govuk-body">{copy.until(showDate(asked.expiresAt.slice(0, 10)))}</p>
          <form onSubmit={form.onSubmit} noValidate>
            <ErrorSummary errors={form.errors} />
            <Field label={copy.name} name="name" autoComplete="name" defaultValue={asked.name} error={form.errorAt('name')} />
            <Field label={copy.capacity} hint={copy.capacityHint(asked.capacity)} name="capacity" error={form.errorAt('capacity')} />
            <TextArea label={copy.text} hint={copy.textHint} name="text" rows={10} most={10_000} error={form.errorAt('text')} />
            {warned && <LookAgainFirst title={namesWords.title} text={warned} box={namesWords.read} />}
            <Checkboxes label={copy.declaration} name="declared" error={form.errorAt('declared')} options={[{ value: 'yes', text: copy.declared }]} />
            <Actions>
              <Button busy={form.busy}>{copy.send}</Button>
              <Decline token={token} onDeclined={() => onAnswered('declined')} />
            </Actions>
          </form>
        </div>
      </Page>
    </div>
  )
}

/** Saying no is asked about once more: the link then leads nowhere. */
function Decline({ token, onDeclined }: { token: string; onDeclined: () => void }) {
  const [asking, setAsking] = useState(false)
  const { mutate, error, isPending } = useMutation(declineTestimony)
  return (
    <>
      <Button variant="secondary" onClick={() => setAsking(true)}>
        {copy.decline}
      </Button>
      {asking && (
        <Dialog title={copy.declineTitle} onClose={() => setAsking(false)}>
          {error instanceof ApiError && <ErrorSummary errors={[{ pointer: '', detail: error.message }]} />}
          <p className="govuk-body">{copy.declineText}</p>
          <Actions>
            <Button busy={isPending} onClick={() => mutate(token, { onSuccess: onDeclined })}>
              {copy.declineYes}
            </Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {copy.declineNo}
            </Button>
          </Actions>
        </Dialog>
      )}
    </>
  )
}
