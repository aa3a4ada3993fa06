import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import type { TestimonyView } from '#domain/evidence.ts'
import { ApiError } from '#lib/api-error.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Page } from '#ui/page.tsx'
import { Panel } from '#ui/panel.tsx'
import { lookAtTestimony } from './evidence.queries.ts'
import { copy } from './testimony.copy.ts'
import { TestimonyForm } from './testimony-form.tsx'

type Answered = 'given' | 'declined'

/** Where a witness's link leads. Opening it only shows a button, and asks nothing of the server: mail scanners open links before people do. */
export function GiveTestimonyPage() {
  const token = useLocation().hash.slice(1)
  const [answered, setAnswered] = useState<Answered | null>(null)
  const { mutate, data: asked, error, isPending } = useMutation({ mutationFn: () => lookAtTestimony(token) })
  if (answered && asked) return <Done answered={answered} asked={asked} />
  if (asked) return <TestimonyForm token={token} asked={asked} onAnswered={setAnswered} />
  if (!token || (error instanceof ApiError && (error.status === 404 || error.status === 422)))
    return (
      <Page title={copy.deadTitle}>
        <p className="govuk-body app-measure">{error instanceof ApiError && error.status === 404 ? error.message : copy.broken}</p>
      </Page>
    )
  return (
    <Page title={copy.title}>
      <div className="app-measure">
        {error && <ErrorSummary errors={[{ pointer: '', detail: error.message }]} />}
        {copy.what.map((text) => (
          <p key={text} className="govuk-body">
            {text}
          </p>
        ))}
        <Button busy={isPending} onClick={() => mutate()}>
          {copy.open}
        </Button>
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.privacy()}>
            {copy.privacy}
          </Link>
        </p>
      </div>
    </Page>
  )
}

const Done = ({ answered, asked }: { answered: Answered; asked: TestimonyView }) => (
  <Page title={copy[answered]}>
    <div className="app-measure">
      <Panel title={copy[answered]}>{answered === 'given' ? copy.givenText(asked.learner) : copy.declinedText}</Panel>
    </div>
  </Page>
)
