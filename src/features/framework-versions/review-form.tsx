import { useMutation } from '@tanstack/react-query'
import type { FrameworkDraft } from '#domain/framework-version.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './framework-versions.copy.ts'
import { reviewDraft } from './framework-versions.queries.ts'

/** A named reviewer signs off, or says what should change. */
export function ReviewForm({ draft, onDone }: { draft: FrameworkDraft; onDone: (what: string) => void }) {
  const { mutateAsync } = useMutation(reviewDraft(draft))
  const form = useForm(async (values) => {
    onDone('')
    // Nothing chosen goes as it is: the API says so at the field.
    await mutateAsync({ state: typed(values, 'state') as 'signed-off', words: typed(values, 'words') })
    onDone(copy.answered)
  })
  return (
    <form className="app-measure" onSubmit={form.onSubmit} noValidate>
      <h2 className="govuk-heading-m">{copy.yourReview}</h2>
      <ErrorSummary errors={form.errors} />
      <p className="govuk-body">{copy.yourReviewWhat}</p>
      <Radios
        label={copy.answer}
        name="state"
        error={form.errorAt('state')}
        options={[
          { value: 'signed-off', text: copy.signOff },
          { value: 'changes-requested', text: copy.askChanges },
        ]}
      />
      <TextArea label={copy.words} hint={copy.wordsHint} name="words" most={5000} error={form.errorAt('words')} />
      <Button busy={form.busy}>{copy.answerNow}</Button>
    </form>
  )
}
