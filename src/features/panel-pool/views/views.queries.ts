import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { RosterViewGiven } from '#domain/roster-view.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'

export const viewsQuery = queryOptions({
  queryKey: ['panel-pool', 'views'],
  queryFn: ({ signal }) => answer(api.GET('/api/roster-views', { signal })),
})

/** Also after a refusal: another tab may have changed what is listed. */
const thenList = {
  onSettled: (_now: unknown, _error: unknown, _sent: unknown, _result: unknown, { client }: { client: QueryClient }) =>
    client.invalidateQueries({ queryKey: viewsQuery.queryKey }),
}

export const addView = mutationOptions({ mutationFn: (body: RosterViewGiven) => save('POST', '/api/roster-views', { body }), ...thenList })

export const saveView = mutationOptions({
  mutationFn: ({ id, version, body }: { id: string; version: number; body: RosterViewGiven }) =>
    save('PUT', '/api/roster-views/{id}', { path: { id }, ifMatch: version, body }),
  ...thenList,
})

export const deleteView = mutationOptions({
  mutationFn: ({ id, version }: { id: string; version: number }) => save('DELETE', '/api/roster-views/{id}', { path: { id }, ifMatch: version }),
  ...thenList,
})
