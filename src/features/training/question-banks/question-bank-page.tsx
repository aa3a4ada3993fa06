import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigation, useParams } from 'react-router'
import type { BankQuestion } from '#domain/question-bank.ts'
import { useSearch } from '#lib/search-params.ts'
import { typedAsSearch } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { BackLink, Details, InsetText } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { Select } from '#ui/select.tsx'
import { bankFilters } from './bank-filters.ts'
import { QuestionAnswers } from './question-answers.tsx'
import { copy } from './question-banks.copy.ts'
import { bankQueries } from './question-banks.queries.ts'

/** Every question of a module by what it asks about, with its answers, and a way to withdraw it. */
export function QuestionBankPage() {
  const { moduleId = '' } = useParams()
  const { state } = useLocation() as { state: { said?: string } | null }
  const [{ show }, setFilters] = useSearch(bankFilters)
  const { data: bank } = useSuspenseQuery(bankQueries.bank(moduleId))
  const withdrawn = bank.questions.filter((question) => question.withdrawn)
  const shown = bank.questions.filter((question) => !show || (show === 'withdrawn') === (question.withdrawn !== null))
  return (
    <>
      <BackLink to={paths.questionBanks()}>{copy.back}</BackLink>
      {state?.said && <Success>{state.said}</Success>}
      <Page title={bank.title} caption={copy.bankCaption} busy={useNavigation().state === 'loading'}>
        <div className="app-measure">
          <form
            key={show}
            role="search"
            aria-label={copy.bankCaption}
            onSubmit={(event) => {
              event.preventDefault()
              setFilters(bankFilters.read(typedAsSearch(event.currentTarget)))
            }}
          >
            <Select
              label={copy.which}
              name="show"
              none={copy.all}
              defaultValue={show ?? ''}
              options={[
                { value: 'in-use', text: copy.inUse },
                { value: 'withdrawn', text: copy.withdrawn },
              ]}
            />
            <Button variant="secondary">{copy.apply}</Button>
          </form>
          <p className="govuk-body" role="status">
            {copy.found(bank.questions.length - withdrawn.length, withdrawn.length)}
          </p>
          {shown.length === 0 && <Empty>{copy.none}</Empty>}
          {bank.outcomes.map(({ id, text }) => {
            const ofOutcome = shown.filter(({ outcome }) => outcome === id)
            if (ofOutcome.length === 0) return null
            return (
              <section key={id} aria-labelledby={`outcome-${id}`}>
                <h2 className="govuk-heading-m" id={`outcome-${id}`}>
                  {text}
                </h2>
                {ofOutcome.map((question) => (
                  <Question key={`${question.id} ${question.version}`} moduleId={moduleId} question={question} />
                ))}
              </section>
            )
          })}
        </div>
      </Page>
    </>
  )
}

function Question({ moduleId, question }: { moduleId: string; question: BankQuestion }) {
  const { id, version, stem, lesson, withdrawn } = question
  const heading = `question-${id}-${version}`
  return (
    <section aria-labelledby={heading}>
      <h3 className="govuk-heading-s" id={heading}>
        {copy.question(question)}
      </h3>
      <p className="govuk-body">{stem}</p>
      {withdrawn && <InsetText>{copy.withdrawnOn(withdrawn)}</InsetText>}
      <p className="govuk-hint">
        {copy.about(question)} {copy.read} {lesson.title}.
      </p>
      <Details summary={copy.answers}>
        <QuestionAnswers question={question} />
      </Details>
      {!withdrawn && (
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.bankQuestion(moduleId, id, version)}>
            {copy.withdrawLink}
            <span className="govuk-visually-hidden">{` ${copy.question(question)}`}</span>
          </Link>
        </p>
      )}
    </section>
  )
}
