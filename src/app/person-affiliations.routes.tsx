import type { RouteObject } from 'react-router'
import { panelPoolQueries } from '#features/panel-pool/panel-pool.queries.ts'
import { affiliationQueries } from '#features/verification/affiliations.queries.ts'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'

/** Affiliations on a person's record: what the roster and what verification know of somebody meet here. */
export const routes: RouteObject[] = [
  {
    path: paths.personAffiliations.pattern,
    loader: ({ params: { id = '' }, request, context }) => {
      const client = context.get(queryClient)
      const name = new URL(request.url).searchParams.get('name')
      return Promise.all([
        client.ensureQueryData(panelPoolQueries.person(id)),
        client.ensureQueryData(affiliationQueries.ofPerson(id)),
        name ? client.ensureQueryData(affiliationQueries.search(name)) : null,
      ])
    },
    lazy: { Component: () => import('./person-affiliations-page.tsx').then((page) => page.PersonAffiliationsPage) },
  },
]
