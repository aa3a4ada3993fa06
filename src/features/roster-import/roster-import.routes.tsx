import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { importQueries } from './roster-import.queries.ts'

export const routes: RouteObject[] = [
  {
    path: paths.rosterImports.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(importQueries.list),
    lazy: { Component: () => import('./imports-page.tsx').then((page) => page.ImportsPage) },
  },
  {
    path: paths.rosterImport.pattern,
    loader: ({ params: { id = '' }, context }) => context.get(queryClient).ensureQueryData(importQueries.one(id)),
    lazy: { Component: () => import('./import-page.tsx').then((page) => page.ImportPage) },
  },
]
