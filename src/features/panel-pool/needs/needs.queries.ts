import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '#lib/api-client.ts'

/** Stands under the key of the feature: what is changed about a person changes what needs doing. What is done elsewhere does so too. */
export const needsQuery = (id: string) =>
  queryOptions({
    queryKey: ['panel-pool', 'needs', id],
    queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/needs', { params: { path: { id } }, signal })),
    staleTime: 0,
  })
