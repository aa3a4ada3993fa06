import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '#lib/api-client.ts'
import { type Filters, rosterQuery } from '../roster-filters.ts'
import type { Span } from './board-search.ts'

/** Stands under the key of the feature, so that what is changed about a person is asked for anew here too. */
export const boardQuery = (filters: Filters, span: Span) =>
  queryOptions({
    queryKey: ['panel-pool', 'board', filters, span],
    queryFn: ({ signal }) => answer(api.GET('/api/planning-board', { params: { query: { ...rosterQuery(filters), ...span } }, signal })),
    staleTime: 0,
  })
