import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { anchorsQueries } from './anchors.queries.ts'

export const routes: RouteObject[] = [
  {
    path: paths.anchors.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData({ ...anchorsQueries.list, revalidateIfStale: true }),
    lazy: { Component: () => import('./anchors-page.tsx').then((page) => page.AnchorsPage) },
  },
  {
    path: paths.anchor.pattern,
    loader: ({ params: { id = '' }, context }) => context.get(queryClient).ensureQueryData(anchorsQueries.anchor(id)),
    lazy: { Component: () => import('./anchor-page.tsx').then((page) => page.AnchorPage) },
  },
]
