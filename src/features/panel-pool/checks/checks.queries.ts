import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PoolCheckGiven, PoolChecks } from '#domain/pool-check.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'
import type { Filters } from './checks-due-filters.ts'

const all = ['panel-pool', 'checks'] as const

export const checkQueries = {
  /** Each answer is noted as a look at somebody's checks, so what was just shown is not asked for again. */
  of: (id: string) =>
    queryOptions({
      queryKey: [...all, 'of', id],
      queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/checks', { params: { path: { id } }, signal })),
      staleTime: 60_000,
      refetchOnWindowFocus: false,
    }),
  due: (filters: Filters) =>
    queryOptions({
      queryKey: [...all, 'due', filters],
      queryFn: ({ signal }) => answer(api.GET('/api/checks-due', { params: { query: filters }, signal })),
    }),
}

/** Asked for by a person, once: it is noted, and not kept. */
export const showNumber = (id: string, checkId: string) =>
  mutationOptions({
    mutationFn: () => answer(api.GET('/api/people/{id}/checks/{checkId}/number', { params: { path: { id, checkId } } })),
  })

export const recordCheck = (id: string) =>
  mutationOptions({
    mutationFn: (given: PoolCheckGiven) => save('POST', '/api/people/{id}/checks', { path: { id }, body: given }),
    onSuccess: (checks, _sent, _result, { client }) => follow(client, id, checks),
  })

/** Waits for the server: it alone knows whether somebody struck it out meanwhile (412 brings the checks as they are). */
export const strikeCheck = (id: string) =>
  mutationOptions({
    mutationFn: ({ checkId, version, reason }: { checkId: string; version: number; reason: string }) =>
      save('PUT', '/api/people/{id}/checks/{checkId}/strike', { path: { id, checkId }, ifMatch: version, body: { reason } }),
    onSuccess: (checks, _sent, _result, { client }) => follow(client, id, checks),
  })

/** What else rests on somebody's checks is asked for anew when it is next shown. */
export async function follow(client: QueryClient, id: string, checks: PoolChecks): Promise<void> {
  await client.invalidateQueries({ queryKey: ['panel-pool'], refetchType: 'none' })
  client.setQueryData(checkQueries.of(id).queryKey, checks)
}
