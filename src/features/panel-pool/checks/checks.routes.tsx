import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { panelPoolQueries } from '../panel-pool.queries.ts'
import { checksDueFilters } from './checks-due-filters.ts'
import { checkQueries } from './checks.queries.ts'

export const routes: RouteObject[] = [
  {
    path: paths.checksDue.pattern,
    loader: ({ request, context }) =>
      context.get(queryClient).ensureQueryData(checkQueries.due(checksDueFilters.read(new URL(request.url).searchParams))),
    lazy: { Component: () => import('./checks-due-page.tsx').then((page) => page.ChecksDuePage) },
  },
  {
    path: paths.personChecks.pattern,
    loader: ({ params: { id = '' }, context }) => {
      const client = context.get(queryClient)
      return Promise.all([client.ensureQueryData(panelPoolQueries.person(id)), client.ensureQueryData(checkQueries.of(id))])
    },
    lazy: { Component: () => import('./person-checks-page.tsx').then((page) => page.PersonChecksPage) },
  },
  {
    path: paths.recordCheck.pattern,
    loader: ({ params: { id = '' }, context }) => context.get(queryClient).ensureQueryData(checkQueries.of(id)),
    lazy: { Component: () => import('./record-check-page.tsx').then((page) => page.RecordCheckPage) },
  },
  {
    path: paths.strikeCheck.pattern,
    loader: ({ params: { id = '' }, context }) => context.get(queryClient).ensureQueryData(checkQueries.of(id)),
    lazy: { Component: () => import('./strike-check-page.tsx').then((page) => page.StrikeCheckPage) },
  },
]
