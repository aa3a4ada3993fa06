import { useParams } from 'react-router'
import { paths } from '#paths'
import { BackLink } from '#ui/notes.tsx'
import { HeldPage } from './held-page.tsx'
import { copy } from './privacy.copy.ts'

/** What is held on somebody else, for an administrator whom they asked. */
export function PersonDataPage() {
  const { id = '' } = useParams()
  return <HeldPage personId={id} own={false} above={<BackLink to={paths.person(id)}>{copy.backToPerson}</BackLink>} />
}
