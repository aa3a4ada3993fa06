import { answer, api } from '#lib/api-client.ts'
import { type Filters, rosterQuery } from './roster-filters.ts'

/** The roster as a file, asked for only when somebody exports it: each time is accounted for. */
export function exportRoster(kind: 'csv' | 'xlsx', filters: Filters, contact: boolean): Promise<Blob> {
  const { after: _after, before: _before, ...asked } = rosterQuery(filters)
  const params = { query: { ...asked, ...(contact ? { contact: 'yes' as const } : {}) } }
  return kind === 'csv'
    ? answer(api.GET('/api/roster.csv', { params, parseAs: 'blob' }))
    : answer(api.GET('/api/roster.xlsx', { params, parseAs: 'blob' }))
}
