import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '#lib/api-client.ts'
import { type Filters, rosterQuery } from '../roster-filters.ts'

/** Why somebody is not on the list of these filters. */
export function whyNotQuery(id: string, filters: Filters) {
  const { after: _after, before: _before, sort: _sort, ...asked } = rosterQuery(filters)
  return queryOptions({
    queryKey: ['panel-pool', 'why-not', id, asked],
    queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/why-not', { params: { path: { id }, query: asked }, signal })),
  })
}
