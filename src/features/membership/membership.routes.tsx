import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { askFilters } from './ask-filters.ts'
import { askQueries } from './asks.queries.ts'

export const routes: RouteObject[] = [
  {
    path: paths.membershipAsks.pattern,
    loader: ({ request, context }) => context.get(queryClient).ensureQueryData(askQueries.list(askFilters.read(new URL(request.url).searchParams))),
    lazy: { Component: () => import('./membership-asks-page.tsx').then((page) => page.MembershipAsksPage) },
  },
]
