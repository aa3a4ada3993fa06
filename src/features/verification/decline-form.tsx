import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { RequestToAssess } from '#domain/finding.ts'
import type { DeclineWhy } from '#domain/verification.ts'
import { useForm } from '#lib/form.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Details } from '#ui/notes.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './assessor.copy.ts'
import { declineRequest } from './assessor.queries.ts'

/** Declining a request, or giving it back once a tie turns up. */
export function DeclineForm({ request, title }: { request: RequestToAssess; title: string }) {
  const navigate = useNavigate()
  const { mutateAsync } = useMutation(declineRequest)
  const form = useForm(async (values) => {
    // Two texts: the API says which answers there are, and refuses the rest.
    const given = Object.fromEntries(values) as { why: DeclineWhy; reason: string }
    await mutateAsync({ id: request.id, version: request.version, why: given.why, reason: given.reason })
    await navigate(paths.assessorQueue(), { state: { done: copy.declined } })
  })
  return (
    <Details summary={title}>
      <form className="app-measure" onSubmit={form.onSubmit} noValidate>
        <ErrorSummary errors={form.errors} />
        <p className="govuk-body">{copy.declineIntro}</p>
        <Radios
          label={copy.why}
          name="why"
          error={form.errorAt('why')}
          options={(Object.keys(copy.whyWords) as DeclineWhy[]).map((value) => ({ value, text: copy.whyWords[value] }))}
        />
        <TextArea label={copy.reason} hint={copy.reasonHint} name="reason" rows={3} most={2000} error={form.errorAt('reason')} />
        <Button variant="secondary" busy={form.busy}>
          {title}
        </Button>
      </form>
    </Details>
  )
}
