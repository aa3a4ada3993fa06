import { useSuspenseQuery } from '@tanstack/react-query'
import { paths } from '#paths'
import { BackLink } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { copy as details } from '../panel-pool.copy.ts'
import { Readiness } from '../readiness/readiness.tsx'
import { ChecksView } from './checks-view.tsx'
import { copy } from './checks.copy.ts'
import { checkQueries } from './checks.queries.ts'

/** What somebody's pool has checked of them, and what stands between them and an appointment. They see it and do not change it. */
export function MyChecksPage({ personId }: { personId: string }) {
  const { data: checks } = useSuspenseQuery(checkQueries.of(personId))
  return (
    <>
      <BackLink to={paths.profile()}>{details.profile}</BackLink>
      <Page title={copy.own}>
        <p className="govuk-body app-measure">{copy.ownIntro}</p>
        <ChecksView personId={personId} checks={checks} own />
        <Readiness personId={personId} own />
      </Page>
    </>
  )
}
