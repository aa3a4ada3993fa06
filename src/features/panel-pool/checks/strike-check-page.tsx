import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import type { PoolChecks } from '#domain/pool-check.ts'
import { ApiError } from '#lib/api-error.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './checks.copy.ts'
import { checkQueries, follow, strikeCheck } from './checks.queries.ts'

/** A coordinator strikes out a check that was recorded by mistake, and says why. */
export function StrikeCheckPage() {
  const { id = '', checkId = '' } = useParams()
  const { data: checks } = useSuspenseQuery(checkQueries.of(id))
  const check = checks.checks.find((one) => one.id === checkId)
  const navigate = useNavigate()
  const client = useQueryClient()
  const { mutateAsync } = useMutation(strikeCheck(id))
  const form = useForm(async (values) => {
    try {
      await mutateAsync({ checkId, version: check?.version ?? 0, reason: typed(values, 'reason') })
    } catch (error) {
      if (error instanceof ApiError && error.status === 412) await follow(client, id, error.problem.current as PoolChecks)
      throw error
    }
    await navigate(paths.personChecks(id), { state: { said: copy.struckNow } })
  })
  return (
    <>
      <BackLink to={paths.personChecks(id)}>{copy.back}</BackLink>
      <Page title={copy.strikeTitle} caption={checks.name}>
        {!check || check.state === 'struck' || !checks.mayKeep ? (
          <Empty>{copy.strikeGone}</Empty>
        ) : (
          <form className="app-measure" onSubmit={form.onSubmit} noValidate>
            <ErrorSummary errors={form.errors} />
            <p className="govuk-body">
              <strong>{copy.strikeIs(check.kind, check.issuedOn)}</strong>
            </p>
            <p className="govuk-body">{copy.strikeIntro}</p>
            <TextArea label={copy.reason} hint={copy.reasonHint} name="reason" rows={3} most={300} error={form.errorAt('reason')} />
            <Button variant="warning" busy={form.busy}>
              {copy.strike}
            </Button>
          </form>
        )}
      </Page>
    </>
  )
}
