import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { todayQuery } from './today.queries.ts'
import { todayFilters } from './today-filters.ts'

export const routes: RouteObject[] = [
  {
    path: paths.today.pattern,
    loader: ({ request, context }) => context.get(queryClient).ensureQueryData(todayQuery(todayFilters.read(new URL(request.url).searchParams))),
    lazy: { Component: () => import('./today-page.tsx').then((page) => page.TodayPage) },
  },
  {
    path: paths.putOff.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(todayQuery({})),
    lazy: { Component: () => import('./put-off-page.tsx').then((page) => page.PutOffPage) },
  },
]
