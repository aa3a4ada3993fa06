import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Counts } from './facet-counts.ts'
import { panelPoolQueries } from './panel-pool.queries.ts'
import type { Filters } from './roster-filters.ts'

/** What each further choice would lead to, beside the list. Those of work and checks look at each person, so they are counted once somebody opens them. */
export function useCounts(filters: Filters): { counts: Counts; onWork: () => void } {
  const [work, setWork] = useState(filters.left !== undefined || filters.load !== undefined || filters.due !== undefined)
  const { data } = useQuery(panelPoolQueries.counts(filters, work))
  return { counts: data, onWork: () => setWork(true) }
}
