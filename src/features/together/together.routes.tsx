import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { togetherQueries } from './together.queries.ts'
import { listSearch, rowsSearch } from './together-search.ts'

export const routes: RouteObject[] = [
  {
    path: paths.newCommand.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(togetherQueries.tags),
    lazy: { Component: () => import('./new-command-page.tsx').then((page) => page.NewCommandPage) },
  },
  {
    path: paths.commands.pattern,
    loader: ({ request, context }) =>
      context.get(queryClient).ensureQueryData(togetherQueries.list(listSearch.read(new URL(request.url).searchParams))),
    lazy: { Component: () => import('./commands-page.tsx').then((page) => page.CommandsPage) },
  },
  {
    path: paths.command.pattern,
    loader: ({ params: { id = '' }, request, context }) => {
      const client = context.get(queryClient)
      return Promise.all([
        client.ensureQueryData(togetherQueries.one(id)),
        client.ensureQueryData(togetherQueries.people(id, rowsSearch.read(new URL(request.url).searchParams))),
      ])
    },
    lazy: { Component: () => import('./command-page.tsx').then((page) => page.CommandPage) },
  },
]
