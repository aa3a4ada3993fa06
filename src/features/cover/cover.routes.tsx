import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { coverFilters } from './cover-filters.ts'
import { coverQueries } from './cover.queries.ts'

export const routes: RouteObject[] = [
  {
    path: paths.cover.pattern,
    loader: ({ request, context }) => {
      const client = context.get(queryClient)
      const asked = coverFilters.read(new URL(request.url).searchParams)
      return Promise.all([client.ensureQueryData(coverQueries.cover(asked)), client.ensureQueryData(coverQueries.authorities(asked))])
    },
    lazy: { Component: () => import('./cover-page.tsx').then((page) => page.CoverPage) },
  },
  {
    path: paths.coverInput.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(coverQueries.cover({})),
    lazy: { Component: () => import('./cover-input-page.tsx').then((page) => page.CoverInputPage) },
  },
  {
    path: paths.coverSnapshots.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(coverQueries.snapshots),
    lazy: { Component: () => import('./snapshots-page.tsx').then((page) => page.SnapshotsPage) },
  },
  {
    path: paths.coverSnapshot.pattern,
    loader: ({ params: { id = '' }, context }) => context.get(queryClient).ensureQueryData(coverQueries.snapshot(id)),
    lazy: { Component: () => import('./snapshots-page.tsx').then((page) => page.SnapshotPage) },
  },
]
