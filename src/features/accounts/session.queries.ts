import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { answer, api } from '#lib/api-client.ts'
import { save, savesAreOf } from '#lib/saving.ts'
import type { Session } from '#domain/account.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await answer(api.GET('/api/session', { signal }))
    if (session.account) savesAreOf(session.account.id)
    return session
  },
  staleTime: 60_000,
})

/** Another person is here now, or nobody: nothing that was read for the last one may stay. */
export function settle(client: QueryClient, session: Session): void {
  if (session.account) savesAreOf(session.account.id)
  client.clear()
  client.setQueryData(sessionQuery.queryKey, session)
}

const starting = { onSuccess: (session: Session, _sent: unknown, _result: unknown, { client }: { client: QueryClient }) => settle(client, session) }

export const signIn = mutationOptions({
  mutationFn: (body: { email: string; passphrase: string }) => save('POST', '/api/session', { body }),
  ...starting,
})
export const giveCode = mutationOptions({ mutationFn: (body: { code: string }) => save('POST', '/api/session/second-factor', { body }), ...starting })
export const confirmApp = mutationOptions({ mutationFn: (body: { code: string }) => save('PUT', '/api/second-factor', { body }), ...starting })
/** Whoever calls this leaves the page before they `settle`: what it shows would be asked for anew, and refused. */
export const signOut = mutationOptions({ mutationFn: () => save('DELETE', '/api/session', {}) })
