import { useSuspenseQuery } from '@tanstack/react-query'
import { sessionQuery } from '#features/accounts/session.queries.ts'
import { ProfilePage } from '#features/panel-pool/profile-page.tsx'
import { HeldPage } from '#features/privacy/held-page.tsx'
import { paths } from '#paths'
import { BackLink } from '#ui/notes.tsx'
import { useState } from 'react'
import { copy } from './app.copy.ts'

/** Where two features meet: the session says whose record it is. */
function useOwnId(): string {
  const { data: session } = useSuspenseQuery(sessionQuery)
  // Erasing oneself ends the session while the page still shows the proof.
  const [id] = useState(session.account?.personId ?? '')
  return id
}

export const OwnProfilePage = () => <ProfilePage personId={useOwnId()} />
export const OwnDataPage = () => <HeldPage personId={useOwnId()} own above={<BackLink to={paths.profile()}>{copy.details}</BackLink>} />
