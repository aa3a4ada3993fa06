import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import type { Person } from '#domain/person.ts'
import type { CurrentStanding } from '#domain/standing.ts'
import { poolRoleWords, regionWords, standingWords } from '#domain/words.ts'
import { showDate } from '#lib/show.ts'
import { paths } from '#paths'
import { SummaryList } from '#ui/summary-list.tsx'
import { Needs } from './needs/needs.tsx'
import { copy } from './panel-pool.copy.ts'
import { panelPoolQueries } from './panel-pool.queries.ts'
import { PersonFrame } from './person-frame.tsx'

/** The last parts of the page, and heavy ones: nothing moves when they come after the others. */
const Readiness = lazy(() => import('./readiness/readiness.tsx').then((part) => ({ default: part.Readiness })))

const Duplicates = lazy(() => import('./duplicates/duplicates.tsx').then((part) => ({ default: part.Duplicates })))
const PersonTags = lazy(() => import('./tags/person-tags.tsx').then((part) => ({ default: part.PersonTags })))

export function PersonPage() {
  const { id = '' } = useParams()
  const { data: person } = useSuspenseQuery(panelPoolQueries.person(id))
  const { data: standing } = useSuspenseQuery(panelPoolQueries.standing(id))
  return (
    <PersonFrame id={id} section="summary">
      {person.standing && <Needs personId={id} />}
      <h2 className="govuk-heading-m">{copy.details}</h2>
      <SummaryList rows={detailsOf(person, standing)} />
      <Suspense>
        {person.standing && <Readiness personId={id} own={false} />}
        <Duplicates id={id} />
        <PersonTags id={id} />
      </Suspense>
    </PersonFrame>
  )
}

const detailsOf = (person: Person, { standing, until, reason, since, moves }: CurrentStanding) => [
  {
    key: copy.columns.standing,
    value: standing ? (
      <>
        {until ? copy.standingUntil(standingWords[standing], until) : standingWords[standing]}
        {reason && since && <p className="govuk-hint">{copy.standingWhy(reason, since)}</p>}
      </>
    ) : (
      copy.staff
    ),
    ...(moves.length > 0 ? { action: { to: paths.moveStanding(person.id), text: copy.change } } : {}),
  },
  {
    key: copy.columns.roles,
    value: person.roles.map((role) => poolRoleWords[role]).join(', ') || copy.noRoles,
    action: { to: paths.editPerson(person.id), text: copy.change },
  },
  {
    key: copy.columns.region,
    value: person.region ? regionWords[person.region] : copy.noRegion,
    action: { to: paths.editPerson(person.id), text: copy.change },
  },
  { key: copy.email, value: person.email },
  { key: copy.phone, value: person.phone ?? copy.noPhone, action: { to: paths.editPerson(person.id), text: copy.change } },
  { key: copy.columns.joined, value: showDate(person.joinedOn) },
]
