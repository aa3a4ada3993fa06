import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { askedOf, mapFilters } from './skills-map-filters.ts'
import { skillsMapQuery } from './skills-map.queries.ts'

export const routes: RouteObject[] = [
  {
    path: paths.skillsMap.pattern,
    loader: ({ request, context }) =>
      context.get(queryClient).ensureQueryData(skillsMapQuery(askedOf(mapFilters.read(new URL(request.url).searchParams)))),
    lazy: { Component: () => import('./skills-map-page.tsx').then((page) => page.SkillsMapPage) },
  },
]
