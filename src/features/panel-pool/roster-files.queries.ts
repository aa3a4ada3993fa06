import { answer, api } from '#lib/api-client.ts'
import type { Filters } from './roster-filters.ts'

/** The roster as a file, asked for only when somebody exports it: each time is accounted for. */
export const exportRoster = (kind: 'csv' | 'xlsx', filters: Filters, contact: boolean): Promise<Blob> => {
  const { after: _after, before: _before, ...asked } = filters
  const sent = { params: { query: { ...asked, ...(contact ? { contact: 'yes' as const } : {}) } }, parseAs: 'blob' as const }
  return kind === 'csv' ? answer(api.GET('/api/roster.csv', sent)) : answer(api.GET('/api/roster.xlsx', sent))
}
