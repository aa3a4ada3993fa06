import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { assessorQueries } from './assessor.queries.ts'

export const routes: RouteObject[] = [
  {
    path: paths.assessorQueue.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData({ ...assessorQueries.queue, revalidateIfStale: true }),
    lazy: { Component: () => import('./queue-page.tsx').then((page) => page.QueuePage) },
  },
  {
    path: paths.assessorRequest.pattern,
    loader: ({ params: { id = '' }, context }) => context.get(queryClient).ensureQueryData(assessorQueries.request(id)),
    lazy: { Component: () => import('./assess-page.tsx').then((page) => page.AssessPage) },
  },
]
