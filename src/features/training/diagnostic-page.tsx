import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { ModuleView } from '#domain/training.ts'
import { ApiError } from '#lib/api-error.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { trainingQueries } from './training.queries.ts'
import { diagnosticCopy as copy } from './diagnostic.copy.ts'
import { startDiagnostic } from './diagnostic.queries.ts'

/** The rules of a diagnostic, before it begins, and what may be done about it now. */
export function DiagnosticPage() {
  const { moduleId = '' } = useParams()
  const { data: view } = useSuspenseQuery(trainingQueries.module(moduleId))
  const { module, diagnostic } = view
  const offered = diagnostic.standing.kind === 'ready' || diagnostic.standing.kind === 'under-way'
  return (
    <>
      <BackLink to={paths.module(moduleId)}>{module.title}</BackLink>
      <Page title={copy.title} caption={module.title}>
        <div className="app-measure">
          <p className="govuk-body">{copy.intro}</p>
          {offered && (
            <>
              <h2 className="govuk-heading-m">{copy.rules}</h2>
              <List items={copy.rulesOf(diagnostic, module.check.items)} />
              <h2 className="govuk-heading-m">{copy.after}</h2>
              <List items={copy.outcomes} />
            </>
          )}
          <Next view={view} />
        </div>
      </Page>
    </>
  )
}

const List = ({ items }: { items: readonly string[] }) => (
  <ul className="govuk-list govuk-list--bullet">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)

function Next({ view: { module, diagnostic } }: { view: ModuleView }) {
  const navigate = useNavigate()
  const key = useRef(crypto.randomUUID())
  const start = useMutation(startDiagnostic)
  const { standing } = diagnostic
  const back = (
    <ButtonLink variant="secondary" to={paths.module(module.id)}>
      {copy.toModule}
    </ButtonLink>
  )
  if (standing.kind === 'closed' || standing.kind === 'used')
    return (
      <>
        <InsetText>{standing.kind === 'used' ? copy.used : copy.closed[standing.why]}</InsetText>
        <Actions>
          {standing.kind === 'used' && <ButtonLink to={paths.attempt(standing.attempt)}>{copy.seeResult}</ButtonLink>}
          {back}
        </Actions>
      </>
    )
  if (standing.kind === 'under-way')
    return (
      <>
        <p className="govuk-body">{copy.underWay}</p>
        <ButtonLink to={paths.attempt(standing.attempt)}>{copy.goOn}</ButtonLink>
      </>
    )
  const begin = () =>
    start.mutate(
      { moduleId: module.id, key: key.current },
      { onSuccess: ({ id }) => void navigate(paths.attempt(id)), onSettled: () => (key.current = crypto.randomUUID()) },
    )
  return (
    <>
      {start.error instanceof ApiError && <ErrorSummary errors={[{ pointer: '', detail: start.error.message }]} />}
      <Actions>
        <Button busy={start.isPending} onClick={begin}>
          {copy.begin}
        </Button>
        {back}
      </Actions>
    </>
  )
}
