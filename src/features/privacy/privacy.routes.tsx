import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { erasureQuery } from './privacy.queries.ts'

export const routes: RouteObject[] = [
  {
    path: paths.erasure.pattern,
    loader: ({ params: { id = '' }, context }) => context.get(queryClient).ensureQueryData(erasureQuery(id)),
    lazy: { Component: () => import('./person-data-page.tsx').then((page) => page.PersonDataPage) },
  },
]
