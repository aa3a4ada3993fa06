import { useSuspenseQuery } from '@tanstack/react-query'
import { MembershipPage } from '#features/membership/membership-page.tsx'
import { panelPoolQueries } from '#features/panel-pool/panel-pool.queries.ts'
import { useOwnId } from './own-id.ts'

/** Where the membership meets a person’s details. */
export function OwnMembershipPage() {
  const { data: person } = useSuspenseQuery(panelPoolQueries.person(useOwnId()))
  return <MembershipPage person={person} />
}
