import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { affiliationQueries } from './affiliations.queries.ts'
import { verificationQueries } from './verification.queries.ts'

export const routes: RouteObject[] = [
  {
    path: paths.affiliations.pattern,
    loader: ({ request, context }) => {
      const client = context.get(queryClient)
      // Read as it is: the codec of the page would come with every page of this part.
      const name = new URL(request.url).searchParams.get('name')
      return Promise.all([
        client.ensureQueryData(affiliationQueries.own),
        client.ensureQueryData(affiliationQueries.assessors),
        name ? client.ensureQueryData(affiliationQueries.search(name)) : null,
      ])
    },
    lazy: { Component: () => import('./affiliations-page.tsx').then((page) => page.AffiliationsPage) },
  },
  {
    path: paths.verification.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(verificationQueries.list),
    lazy: { Component: () => import('./verification-page.tsx').then((page) => page.VerificationPage) },
  },
  {
    path: paths.askVerification.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData({ ...verificationQueries.options, revalidateIfStale: true }),
    lazy: { Component: () => import('./ask-verification-page.tsx').then((page) => page.AskVerificationPage) },
  },
  {
    path: paths.unassignedRequests.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(verificationQueries.unassigned),
    lazy: { Component: () => import('./unassigned-page.tsx').then((page) => page.UnassignedPage) },
  },
  {
    path: paths.verificationRequest.pattern,
    loader: ({ params: { id = '' }, context }) => context.get(queryClient).ensureQueryData(verificationQueries.request(id)),
    lazy: { Component: () => import('./verification-request-page.tsx').then((page) => page.VerificationRequestPage) },
  },
]
