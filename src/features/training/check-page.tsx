import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { type ModuleProgress, tryAt } from '#domain/training.ts'
import { ApiError } from '#lib/api-error.ts'
import { paths } from '#paths'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { checkCopy } from './check.copy.ts'
import { copy, nextTryText } from './training.copy.ts'
import { startCheck } from './check.queries.ts'
import { trainingQueries } from './training.queries.ts'

/** The rules of a knowledge check, before it begins, and what can be done about it now. */
export function CheckPage() {
  const { moduleId = '' } = useParams()
  const { data: progress } = useSuspenseQuery(trainingQueries.module(moduleId))
  const { module, attempts, extraTries } = progress
  const tried = attempts.filter(({ kind, submittedAt }) => kind === 'check' && submittedAt)
  return (
    <>
      <BackLink to={paths.module(moduleId)}>{module.title}</BackLink>
      <Page title={copy.check} caption={module.title}>
        <div className="app-measure">
          <h2 className="govuk-heading-m">{checkCopy.rules}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {checkCopy.checkRules(module.check).map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
          <p className="govuk-body">{checkCopy.whoSees}</p>
          {extraTries.map((given) => (
            <InsetText key={given.id}>{checkCopy.extra(given)}</InsetText>
          ))}
          <Next progress={progress} />
          {tried.length > 0 && (
            <>
              <h2 className="govuk-heading-m">{checkCopy.tries}</h2>
              <ul className="govuk-list">
                {tried.map((attempt) => (
                  <li key={attempt.id}>
                    <Link className="govuk-link" to={paths.attempt(attempt.id)}>
                      {checkCopy.tryResult(attempt)}
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </Page>
    </>
  )
}

function Next({ progress: { module, enrolment, nextTry } }: { progress: ModuleProgress }) {
  const navigate = useNavigate()
  const key = useRef(crypto.randomUUID())
  const start = useMutation(startCheck)
  const left = module.lessons.filter(({ id }) => !enrolment?.lessonsRead.includes(id)).length
  if (!enrolment || !nextTry) return <ButtonLink to={paths.module(module.id)}>{copy.start}</ButtonLink>
  const passed = nextTry.kind === 'passed' && (
    <>
      <InsetText>{nextTryText(nextTry)}</InsetText>
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.attempt(nextTry.attempt)}>
          {copy.seeResult}
        </Link>
      </p>
    </>
  )
  const open = tryAt(nextTry)
  if (!open) return passed
  if (open.kind === 'under-way')
    return (
      <>
        {passed}
        <ButtonLink to={paths.attempt(open.attempt)}>{copy.goOnWithCheck}</ButtonLink>
      </>
    )
  if (open.kind === 'wait')
    return (
      <>
        {passed}
        <InsetText>{nextTryText(open)}</InsetText>
      </>
    )
  if (left > 0 && !passed) return <InsetText>{copy.lessonsFirst(left)}</InsetText>
  return (
    <>
      {passed}
      {start.error instanceof ApiError && <ErrorSummary errors={[{ pointer: '', detail: start.error.message }]} />}
      <p className="govuk-body">{nextTryText(open)}</p>
      <Button
        busy={start.isPending}
        onClick={() =>
          start.mutate(
            { moduleId: module.id, key: key.current },
            { onSuccess: ({ id }) => void navigate(paths.attempt(id)), onSettled: () => (key.current = crypto.randomUUID()) },
          )
        }
      >
        {checkCopy.beginCheck(open.number)}
      </Button>
    </>
  )
}
