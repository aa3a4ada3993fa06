import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { learningLogQueries } from './learning-log.queries.ts'
import { logFilters } from './log-filters.ts'

export const learningLogRoutes: RouteObject[] = [
  {
    path: paths.learningLog.pattern,
    loader: ({ request, context }) =>
      context.get(queryClient).ensureQueryData(learningLogQueries.log(logFilters.read(new URL(request.url).searchParams))),
    lazy: { Component: () => import('./learning-log-page.tsx').then((page) => page.LearningLogPage) },
  },
]
