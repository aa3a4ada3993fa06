import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { formOfMember } from '#features/membership/form-of-member.tsx'
import { memberQueries } from '#features/membership/member.queries.ts'
import { memberSearch } from '#features/membership/member-search.ts'
import { PersonCapacity } from '#features/membership/person-capacity.tsx'
import { panelPoolQueries } from '#features/panel-pool/panel-pool.queries.ts'
import { PersonFrame } from '#features/panel-pool/person-frame.tsx'
import { useSearch } from '#lib/search-params.ts'
import { paths } from '#paths'

/** A person’s capacity, availability and reviews in hand, on their record. */
export function PersonCapacityPage() {
  const { id = '' } = useParams()
  const { data: person } = useSuspenseQuery(panelPoolQueries.person(id))
  const { data: member } = useSuspenseQuery(memberQueries.one(id))
  const [search] = useSearch(memberSearch)
  const navigate = useNavigate()
  const base = paths.personCapacity(id)
  const form = formOfMember({ member, search, base, name: person.name, onSaved: (said) => void navigate(base, { state: { said } }) })
  if (form) return form
  return (
    <PersonFrame id={id} section="capacity">
      <PersonCapacity member={member} search={search} base={base} details={paths.editPerson(id)} />
    </PersonFrame>
  )
}
