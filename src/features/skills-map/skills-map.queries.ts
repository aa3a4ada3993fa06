import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '#lib/api-client.ts'
import type { MapFilters } from './skills-map-filters.ts'

export const skillsMapQuery = (query: MapFilters) =>
  queryOptions({
    queryKey: ['skills-map', query],
    queryFn: ({ signal }) => answer(api.GET('/api/skills-map', { params: { query }, signal })),
  })

/** The map as a file, asked for only when somebody downloads it: each time is accounted for. */
export const downloadSkillsMap = (query: MapFilters): Promise<string> =>
  answer(api.GET('/api/skills-map.csv', { params: { query }, parseAs: 'text' }))
