import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import { sessionQuery } from '#features/accounts/session.queries.ts'
import { askQueries } from '#features/membership/asks.queries.ts'
import { memberQueries } from '#features/membership/member.queries.ts'
import { checkQueries } from '#features/panel-pool/checks/checks.queries.ts'
import { panelPoolQueries } from '#features/panel-pool/panel-pool.queries.ts'
import { readinessDay } from '#features/panel-pool/readiness/readiness-day.ts'
import { readinessQuery } from '#features/panel-pool/readiness/readiness.queries.ts'
import { erasureQuery, recordQuery } from '#features/privacy/privacy.queries.ts'
import { ApiError } from '#lib/api-error.ts'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'

async function ownId(client: QueryClient): Promise<string> {
  const { account } = await client.ensureQueryData(sessionQuery)
  if (!account) throw new ApiError({ status: 401, title: 'Sign in to go on' })
  return account.personId
}

/** A person's own pages, where the session says whose record it is. */
export const routes: RouteObject[] = [
  {
    path: paths.profile.pattern,
    loader: async ({ context }) => {
      const client = context.get(queryClient)
      return client.ensureQueryData(panelPoolQueries.person(await ownId(client)))
    },
    lazy: { Component: () => import('./own-pages.tsx').then((page) => page.OwnProfilePage) },
  },
  {
    path: paths.membership.pattern,
    loader: async ({ context }) => {
      const client = context.get(queryClient)
      const id = await ownId(client)
      return Promise.all([
        client.ensureQueryData(askQueries.own),
        client.ensureQueryData(panelPoolQueries.person(id)),
        client.ensureQueryData(memberQueries.one(id)),
      ])
    },
    lazy: { Component: () => import('./own-membership-page.tsx').then((page) => page.OwnMembershipPage) },
  },
  {
    path: paths.myChecks.pattern,
    loader: async ({ request, context }) => {
      const client = context.get(queryClient)
      const id = await ownId(client)
      const { on } = readinessDay.read(new URL(request.url).searchParams)
      return Promise.all([client.ensureQueryData(checkQueries.of(id)), client.ensureQueryData(readinessQuery(id, on))])
    },
    lazy: { Component: () => import('./own-checks-page.tsx').then((page) => page.OwnChecksPage) },
  },
  {
    path: paths.myData.pattern,
    loader: async ({ context }) => {
      const client = context.get(queryClient)
      return client.ensureQueryData(erasureQuery(await ownId(client)))
    },
    lazy: { Component: () => import('./own-pages.tsx').then((page) => page.OwnDataPage) },
  },
  {
    path: paths.myRecord.pattern,
    loader: async ({ context }) => {
      const client = context.get(queryClient)
      return client.ensureQueryData(recordQuery(await ownId(client)))
    },
    lazy: { Component: () => import('./own-record-page.tsx').then((page) => page.OwnRecordPage) },
  },
]
