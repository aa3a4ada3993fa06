import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { organisationSearch, registerFilters } from './register-filters.ts'
import { registerQueries } from './register.queries.ts'

const search = (request: Request) => new URL(request.url).searchParams

export const routes: RouteObject[] = [
  {
    path: paths.organisations.pattern,
    loader: ({ request, context }) => {
      const client = context.get(queryClient)
      return Promise.all([
        client.ensureQueryData(registerQueries.list(registerFilters.read(search(request)))),
        client.ensureQueryData(registerQueries.areas),
      ])
    },
    lazy: { Component: () => import('./register-page.tsx').then((page) => page.RegisterPage) },
  },
  {
    path: paths.addOrganisation.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(registerQueries.areas),
    lazy: { Component: () => import('./add-organisation-page.tsx').then((page) => page.AddOrganisationPage) },
  },
  {
    path: paths.unmatchedAffiliations.pattern,
    loader: ({ request, context }) => context.get(queryClient).ensureQueryData(registerQueries.unmatched(search(request).get('after') ?? undefined)),
    lazy: { Component: () => import('./unmatched-page.tsx').then((page) => page.UnmatchedPage) },
  },
  {
    path: paths.matchAffiliation.pattern,
    loader: ({ params: { id = '' }, request, context }) => {
      const client = context.get(queryClient)
      const { name } = organisationSearch.read(search(request))
      return Promise.all([
        client.ensureQueryData(registerQueries.person(id)),
        client.ensureQueryData(registerQueries.affiliations(id)),
        name ? client.ensureQueryData(registerQueries.search(name)) : null,
      ])
    },
    lazy: { Component: () => import('./match-page.tsx').then((page) => page.MatchPage) },
  },
  {
    path: paths.organisation.pattern,
    loader: ({ params: { organisationId = '' }, request, context }) => {
      const client = context.get(queryClient)
      const { name } = organisationSearch.read(search(request))
      return Promise.all([
        client.ensureQueryData(registerQueries.one(organisationId)),
        client.ensureQueryData(registerQueries.areas),
        name ? client.ensureQueryData(registerQueries.search(name)) : null,
      ])
    },
    lazy: { Component: () => import('./organisation-page.tsx').then((page) => page.OrganisationPage) },
  },
]
