import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '#lib/api-client.ts'

/** What stands between somebody and an appointment on a day, or today. */
export const readinessQuery = (id: string, on: string | undefined) =>
  queryOptions({
    queryKey: ['panel-pool', 'readiness', id, on ?? 'today'],
    queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/readiness', { params: { path: { id }, query: on ? { on } : {} }, signal })),
  })
