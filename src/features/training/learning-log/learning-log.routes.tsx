import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { bookmarkQueries } from './bookmarks.queries.ts'
import { learningLogQueries } from './learning-log.queries.ts'
import { logFilters } from './log-filters.ts'

export const learningLogRoutes: RouteObject[] = [
  {
    path: paths.learningLog.pattern,
    loader: ({ request, context }) => {
      const client = context.get(queryClient)
      return Promise.all([
        client.ensureQueryData(learningLogQueries.log(logFilters.read(new URL(request.url).searchParams))),
        client.ensureQueryData(bookmarkQueries.all),
      ])
    },
    lazy: { Component: () => import('./learning-log-page.tsx').then((page) => page.LearningLogPage) },
  },
]
