import type { QueryClient } from '@tanstack/react-query'
import type { DataRouter } from 'react-router'
import { sessionQuery } from '#features/accounts/session.queries.ts'
import { savesAreOf } from '#lib/saving.ts'

/** Where a page that the server drew keeps what the API answered for it. */
export const drawnAnswers = 'drawn-answers'

/** What the API answered, by the key it is kept under. */
export type Answers = [key: readonly unknown[], data: unknown][]

/** Takes over what the API answered while the server drew this page. False where the server drew none. */
export function takeDrawn(client: QueryClient): boolean {
  const drawn = document.getElementById(drawnAnswers)
  for (const [key, data] of drawn ? (JSON.parse(drawn.textContent) as Answers) : []) client.setQueryData(key, data)
  const account = client.getQueryData(sessionQuery.queryKey)?.account
  if (account) savesAreOf(account.id)
  return drawn !== null
}

/** Resolves once the code of the page and what it asks for are there. */
export const isReady = (router: DataRouter) =>
  new Promise<void>((resolve) => {
    const look = () => router.state.initialized && resolve()
    router.subscribe(look)
    look()
  })
