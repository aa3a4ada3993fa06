import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sessionQuery } from '#features/accounts/session.queries.ts'

/** Where two features meet: the session says whose record a page is about. */
export function useOwnId(): string {
  const { data: session } = useSuspenseQuery(sessionQuery)
  // Erasing oneself ends the session while the page still shows the proof.
  const [id] = useState(session.account?.personId ?? '')
  return id
}
