import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { VerificationRequest } from '#domain/verification.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './verification.copy.ts'
import { answerLevels } from './verification.queries.ts'

const NamesAsked = lazy(() => import('./names-asked.tsx').then((part) => ({ default: part.NamesAsked })))

/** The one answer to the levels that were found lower; a field for each, and an empty one accepts what was found. */
export function AnswerForm({ request, onDone }: { request: VerificationRequest; onDone: () => void }) {
  const { mutateAsync } = useMutation(answerLevels)
  const written = (values: FormData) =>
    request.answerable.map((skill) => ({ skill, text: typed(values, fieldOf(skill)).trim() })).filter(({ text }) => text !== '')
  const [sent, setSent] = useState<string[]>([])
  const form = useForm(async (values) => {
    const answers = written(values)
    setSent(answers.map(({ skill }) => skill))
    await mutateAsync({ request, answers, readWarning: values.has('readWarning') })
    onDone()
  })
  // The API counts the answers that were sent; the fields are found by their skill.
  const errors = form.errors.map(({ pointer, detail }) => ({ pointer: placeOf(pointer, sent, request.answerable), detail }))
  const warned = form.errorAt('readWarning')
  return (
    <section aria-labelledby="answer">
      <h2 className="govuk-heading-m" id="answer">
        {copy.answer}
      </h2>
      <p className="govuk-body">{copy.answerWhy}</p>
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary errors={errors} />
        {request.answerable.map((skill) => (
          <TextArea
            key={skill}
            label={copy.answerFor(request.skills.find((one) => one.skill === skill)?.name ?? skill)}
            hint={copy.answerHint}
            name={fieldOf(skill)}
            most={5000}
            error={errors.find(({ pointer }) => pointer === `/${fieldOf(skill)}`)?.detail}
          />
        ))}
        {warned && (
          <Suspense>
            <NamesAsked warned={warned} />
          </Suspense>
        )}
        <Button busy={form.busy}>{copy.answerSend}</Button>
      </form>
    </section>
  )
}

const fieldOf = (skill: string) => `answer-${skill}`

/** The field of a fault: that of the answer it names, or the first when nothing was written. */
function placeOf(pointer: string, sent: readonly string[], skills: readonly string[]): string {
  const [, list, index] = pointer.split('/')
  if (list === 'readWarning') return pointer
  if (list !== 'answers') return ''
  return `/${fieldOf((index === undefined ? skills[0] : sent[Number(index)]) ?? '')}`
}
