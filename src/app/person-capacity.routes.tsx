import type { RouteObject } from 'react-router'
import { memberQueries } from '#features/membership/member.queries.ts'
import { panelPoolQueries } from '#features/panel-pool/panel-pool.queries.ts'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'

/** The part of a person’s record where the roster and the membership meet. */
export const routes: RouteObject[] = [
  {
    path: paths.personCapacity.pattern,
    loader: ({ params: { id = '' }, context }) => {
      const client = context.get(queryClient)
      return Promise.all([client.ensureQueryData(panelPoolQueries.person(id)), client.ensureQueryData(memberQueries.one(id))])
    },
    lazy: { Component: () => import('./person-capacity-page.tsx').then((page) => page.PersonCapacityPage) },
  },
]
