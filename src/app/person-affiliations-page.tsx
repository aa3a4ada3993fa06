import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { panelPoolQueries } from '#features/panel-pool/panel-pool.queries.ts'
import { PersonFrame } from '#features/panel-pool/person-frame.tsx'
import { affiliationSearch } from '#features/verification/affiliation-filters.ts'
import { AffiliationPage } from '#features/verification/affiliation-page.tsx'
import { affiliationQueries } from '#features/verification/affiliations.queries.ts'
import { KeptAffiliations } from '#features/verification/kept-affiliations.tsx'
import { useSearch } from '#lib/search-params.ts'

/** The part of a person's record with their affiliations, or the form for one of them. */
export function PersonAffiliationsPage() {
  const { id = '' } = useParams()
  const { data: person } = useSuspenseQuery(panelPoolQueries.person(id))
  const { data } = useSuspenseQuery(affiliationQueries.ofPerson(id))
  const [{ show, id: affiliationId }] = useSearch(affiliationSearch)
  const changed = data.affiliations.find((one) => one.id === affiliationId)
  if (show === 'add' || (show === 'change' && changed))
    return <AffiliationPage key={affiliationId ?? 'new'} before={changed ?? null} of={{ id, name: person.name }} />
  return (
    <PersonFrame id={id} section="affiliations">
      <KeptAffiliations of={{ id, name: person.name }} />
    </PersonFrame>
  )
}
