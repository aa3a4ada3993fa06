import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { AskDecision, AskGiven, MembershipAsk } from '#domain/membership.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'
import type { AskFilters } from './ask-filters.ts'

const all = ['membership-asks'] as const

export const askQueries = {
  own: queryOptions({ queryKey: [...all, 'own'], queryFn: ({ signal }) => answer(api.GET('/api/membership', { signal })) }),
  list: (filters: AskFilters) =>
    queryOptions({
      queryKey: [...all, 'list', filters],
      queryFn: ({ signal }) => answer(api.GET('/api/membership-asks', { params: { query: filters }, signal })),
    }),
}

/** Where somebody stands is shown on their own pages, in the list of asks and on the roster. */
const refresh = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: all }),
    client.invalidateQueries({ queryKey: ['panel-pool'], refetchType: 'none' }),
    client.invalidateQueries({ queryKey: ['training'], refetchType: 'none' }),
  ])
const thenRefresh = {
  onSettled: (_result: unknown, _error: unknown, _sent: unknown, _context: unknown, { client }: { client: QueryClient }) => refresh(client),
}

export const askToJoin = mutationOptions({
  mutationFn: ({ given, key }: { given: AskGiven; key: string }) => save('POST', '/api/membership-asks', { body: given, key }),
  ...thenRefresh,
})

export const withdrawAsk = mutationOptions({
  mutationFn: ({ id, version }: MembershipAsk) => save('POST', '/api/membership-asks/{id}/withdrawal', { path: { id }, ifMatch: version }),
  ...thenRefresh,
})

export const decideAsk = mutationOptions({
  mutationFn: ({ id, version, decision }: { id: string; version: number; decision: AskDecision }) =>
    save('PUT', '/api/membership-asks/{id}/decision', { path: { id }, ifMatch: version, body: decision }),
  ...thenRefresh,
})
