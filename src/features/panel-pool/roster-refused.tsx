import { Link, useLocation, useRouteError } from 'react-router'
import { ApiError } from '#lib/api-error.ts'
import { paths } from '#paths'
import { Page } from '#ui/page.tsx'
import { onFirstPage, rosterFilters, type Filters } from './roster-filters.ts'
import { rosterCopy as copy } from './roster.copy.ts'

/** The address asks something that has no answer, such as who is ready on a day that is over: what, and the list without it. Other errors go on. */
export function RosterRefused() {
  const error = useRouteError()
  const { search } = useLocation()
  if (!(error instanceof ApiError) || error.status !== 422) throw error
  const faults = error.problem.errors ?? []
  const gone = new Set(faults.map(({ pointer }) => pointer.replace(/^\//, '')))
  // The two days of a time stand and fall together.
  if (gone.has('freeFrom') || gone.has('freeTo')) for (const key of ['freeFrom', 'freeTo', 'free', 'days']) gone.add(key)
  const asked = Object.entries(onFirstPage(rosterFilters.read(new URLSearchParams(search))))
  const left = Object.fromEntries(asked.filter(([key]) => !gone.has(key))) as Filters // some of what was read
  return (
    <Page title={copy.refused}>
      <p className="govuk-body">{copy.refusedText}</p>
      <ul className="govuk-list govuk-list--bullet">
        {faults.map(({ pointer, detail }) => (
          <li key={pointer}>{detail}.</li>
        ))}
      </ul>
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.roster() + rosterFilters.write(left)}>
          {copy.takeAway}
        </Link>
      </p>
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.roster()}>
          {copy.startAgain}
        </Link>
      </p>
    </Page>
  )
}
