import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { Person } from '#domain/person.ts'
import { poolRoleWords, regionWords, standingWords } from '#domain/words.ts'
import { showDate } from '#lib/show.ts'
import { paths } from '#paths'
import { SummaryList } from '#ui/summary-list.tsx'
import { copy } from './panel-pool.copy.ts'
import { panelPoolQueries } from './panel-pool.queries.ts'
import { PersonFrame } from './person-frame.tsx'

export function PersonPage() {
  const { id = '' } = useParams()
  const { data: person } = useSuspenseQuery(panelPoolQueries.person(id))
  return (
    <PersonFrame id={id} section="summary">
      <h2 className="govuk-heading-m">{copy.details}</h2>
      <SummaryList rows={detailsOf(person)} />
    </PersonFrame>
  )
}

const detailsOf = (person: Person) => [
  { key: copy.columns.standing, value: person.standing ? standingWords[person.standing] : copy.staff },
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
