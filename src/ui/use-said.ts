import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'

/** What the page before has to say of what was done there, once: loading the page again does not say it again. */
export function useSaid(): string | null {
  const { state } = useLocation() as { state: { said?: string } | null }
  const [said] = useState(state?.said ?? null)
  useEffect(() => {
    if (said) history.replaceState({ ...history.state, usr: null }, '')
  }, [said])
  return said
}
