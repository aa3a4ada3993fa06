import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { panelPoolQueries } from '../panel-pool.queries.ts'
import { rosterFilters } from '../roster-filters.ts'
import { boardSpan } from './board-search.ts'
import { boardQuery } from './board.queries.ts'

export const routes: RouteObject[] = [
  {
    path: paths.planningBoard.pattern,
    loader: ({ request, context }) => {
      const client = context.get(queryClient)
      const { searchParams } = new URL(request.url)
      return Promise.all([
        client.ensureQueryData(boardQuery(rosterFilters.read(searchParams), boardSpan.read(searchParams))),
        client.ensureQueryData(panelPoolQueries.outline),
      ])
    },
    lazy: { Component: () => import('./board-page.tsx').then((page) => page.BoardPage) },
  },
]
