import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { trainingQueries } from './training.queries.ts'

export const diagnosticRoutes: RouteObject[] = [
  {
    path: paths.diagnostic.pattern,
    loader: ({ params: { moduleId = '' }, context }) =>
      context.get(queryClient).ensureQueryData({ ...trainingQueries.module(moduleId), revalidateIfStale: true }),
    lazy: { Component: () => import('./diagnostic-page.tsx').then((page) => page.DiagnosticPage) },
  },
]
