import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { mergeQueries } from './merge.queries.ts'

export const routes: RouteObject[] = [
  {
    path: paths.mergeRecords.pattern,
    // Asked anew each time: what stands in the way of it changes elsewhere.
    loader: ({ params: { id = '', otherId = '' }, context }) => context.get(queryClient).fetchQuery(mergeQueries.preview(id, otherId)),
    lazy: { Component: () => import('./merge-page.tsx').then((page) => page.MergePage) },
  },
  {
    path: paths.merged.pattern,
    loader: ({ params: { id = '' }, context }) => context.get(queryClient).ensureQueryData(mergeQueries.one(id)),
    lazy: { Component: () => import('./merged-page.tsx').then((page) => page.MergedPage) },
  },
]
