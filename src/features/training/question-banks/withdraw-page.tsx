import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import type { QuestionInBank } from '#domain/question-bank.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { QuestionAnswers } from './question-answers.tsx'
import { copy } from './question-banks.copy.ts'
import { bankQueries, type QuestionPlace, withdrawQuestion } from './question-banks.queries.ts'

/** One question with what would come of withdrawing it, and the form that does. */
export function WithdrawPage() {
  const { moduleId = '', question: id = '', version = '' } = useParams()
  const place = { moduleId, question: id, version: Number(version) }
  const { data } = useSuspenseQuery(bankQueries.question(place))
  const { title, question, outcome } = data
  return (
    <>
      <BackLink to={paths.questionBank(moduleId)}>{title}</BackLink>
      <Page title={copy.withdrawTitle} caption={`${title}, ${copy.question(question)}`}>
        <div className="app-measure">
          <h2 className="govuk-heading-m">{question.stem}</h2>
          <QuestionAnswers question={question} />
          <p className="govuk-hint">
            {outcome.text}. {copy.about(question)}
          </p>
          <Next place={place} about={data} />
        </div>
      </Page>
    </>
  )
}

function Next({ place, about }: { place: QuestionPlace; about: QuestionInBank }) {
  const { question, outcome, effect, lacks } = about
  if (!question.withdrawn && lacks.length === 0) return <WithdrawForm place={place} effect={effect} />
  return (
    <>
      {question.withdrawn ? (
        <InsetText>{copy.withdrawnOn(question.withdrawn)}</InsetText>
      ) : (
        <>
          <h2 className="govuk-heading-m">{copy.cannot}</h2>
          {lacks.map((lack) => (
            <p className="govuk-body" key={lack.kind === 'outcome' ? lack.outcome : lack.kind}>
              {copy.lack(lack, lack.kind === 'outcome' && lack.outcome !== outcome.id ? lack.outcome : outcome.text)}
            </p>
          ))}
          <p className="govuk-body">{copy.first}</p>
        </>
      )}
      <ButtonLink variant="secondary" to={paths.questionBank(place.moduleId)}>
        {copy.backToBank}
      </ButtonLink>
    </>
  )
}

function WithdrawForm({ place, effect }: { place: QuestionPlace; effect: QuestionInBank['effect'] }) {
  const navigate = useNavigate()
  const { mutateAsync } = useMutation(withdrawQuestion(place))
  const form = useForm(async (values) => {
    await mutateAsync(typed(values, 'reason'))
    await navigate(paths.questionBank(place.moduleId), { state: { said: copy.done(place.question) } })
  })
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} />
      <h2 className="govuk-heading-m">{copy.what}</h2>
      <p className="govuk-body">{copy.effect(effect)}</p>
      <ul className="govuk-list govuk-list--bullet">
        {copy.always.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      <TextArea label={copy.reason} hint={copy.reasonHint} name="reason" rows={3} most={500} error={form.errorAt('reason')} />
      <Button variant="warning" busy={form.busy}>
        {copy.withdraw}
      </Button>
    </form>
  )
}
