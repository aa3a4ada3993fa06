import type { ComponentType } from 'react'
import { Link, useLoaderData, useLocation } from 'react-router'
import type { ApiError } from '#lib/api-error.ts'
import { paths } from '#paths'
import { Page } from '#ui/page.tsx'
import { onFirstPage, rosterFilters, type Filters } from './roster-filters.ts'
import { refusedCopy as copy } from './roster-refused.copy.ts'

export type Refusal = NonNullable<ApiError['problem']['errors']>

/** A page over the roster, or what its loader was refused. */
export function orRefused(Over: ComponentType) {
  return function OrRefused() {
    const refusal = useLoaderData<Refusal | null>()
    return refusal ? <RosterRefused faults={refusal} /> : <Over />
  }
}

/** The address asks something that has no answer: what, and the list without it. */
function RosterRefused({ faults }: { faults: Refusal }) {
  const { search } = useLocation()
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
