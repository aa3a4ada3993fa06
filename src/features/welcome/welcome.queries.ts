import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '#lib/api-client.ts'

/** The review regimes: screens read their words and clocks from here. */
export const regimesQuery = queryOptions({
  queryKey: ['regimes'],
  queryFn: ({ signal }) => answer(api.GET('/api/regimes', { signal })),
  staleTime: Infinity,
})
