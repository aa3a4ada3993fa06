import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { ApiError } from '#lib/api-error.ts'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { panelPoolQueries } from './panel-pool.queries.ts'
import { needsQuery } from './needs/needs.queries.ts'
import type { Refusal } from './roster-refused.tsx'
import { readinessDay } from './readiness/readiness-day.ts'
import { readinessQuery } from './readiness/readiness.queries.ts'
import { type Filters, onFirstPage, rosterFilters, setFilters } from './roster-filters.ts'
import { whyNotSearch } from './why-not/why-not-search.ts'
import { whyNotQuery } from './why-not/why-not.queries.ts'

/** What an address asks that has no answer, such as who is ready on a day that is over; null where all was answered. Other errors are thrown on. */
async function refusal(...asked: Promise<unknown>[]): Promise<Refusal | null> {
  try {
    await Promise.all(asked)
    return null
  } catch (error) {
    if (error instanceof ApiError && error.status === 422) return error.problem.errors ?? []
    throw error
  }
}

/** What stands beside a list of which nothing was asked, and a browser asks for once the list is there: a page that the server draws has it from the first. */
const besideTheList = async (client: QueryClient, filters: Filters) => {
  const { viewsQuery } = await import('./views/views.queries.ts')
  await Promise.all([client.prefetchQuery(panelPoolQueries.counts(onFirstPage(filters), false)), client.prefetchQuery(viewsQuery)])
}

const orRefused = async (Page: ComponentType) => (await import('./roster-refused.tsx')).orRefused(Page)

export const routes: RouteObject[] = [
  {
    path: paths.roster.pattern,
    loader: ({ request, context }) => {
      const client = context.get(queryClient)
      const filters = rosterFilters.read(new URL(request.url).searchParams)
      return refusal(
        client.ensureQueryData(panelPoolQueries.roster(filters)),
        client.ensureQueryData(panelPoolQueries.outline),
        ...(import.meta.env.SSR && setFilters(filters).length === 0 ? [besideTheList(client, filters)] : []),
      )
    },
    lazy: { Component: async () => orRefused((await import('./roster-page.tsx')).RosterPage) },
  },
  {
    path: paths.whyNot.pattern,
    loader: ({ request, context }) => {
      const client = context.get(queryClient)
      const { searchParams } = new URL(request.url)
      const filters = onFirstPage(rosterFilters.read(searchParams))
      const { of } = whyNotSearch.read(searchParams)
      return refusal(client.ensureQueryData(panelPoolQueries.roster(filters)), ...(of ? [client.ensureQueryData(whyNotQuery(of, filters))] : []))
    },
    lazy: { Component: async () => orRefused((await import('./why-not/why-not-page.tsx')).WhyNotPage) },
  },
  {
    path: paths.rosterViews.pattern,
    loader: async ({ context }) => context.get(queryClient).ensureQueryData((await import('./views/views.queries.ts')).viewsQuery),
    lazy: { Component: () => import('./views/views-page.tsx').then((page) => page.ViewsPage) },
  },
  {
    path: paths.person.pattern,
    loader: ({ params: { id = '' }, request, context }) => {
      const client = context.get(queryClient)
      return Promise.all([
        client.ensureQueryData(panelPoolQueries.person(id)),
        client.ensureQueryData(panelPoolQueries.standing(id)),
        client.ensureQueryData(needsQuery(id)),
        client.ensureQueryData(readinessQuery(id, readinessDay.read(new URL(request.url).searchParams).on)),
      ])
    },
    lazy: { Component: () => import('./person-page.tsx').then((page) => page.PersonPage) },
  },
  {
    path: paths.personSkills.pattern,
    loader: ({ params: { id = '' }, context }) => {
      const client = context.get(queryClient)
      return Promise.all([
        client.ensureQueryData(panelPoolQueries.person(id)),
        client.ensureQueryData(panelPoolQueries.training(id)),
        client.ensureQueryData(panelPoolQueries.requests(id)),
        client.ensureQueryData(panelPoolQueries.verifiedSkills(id)),
        client.ensureQueryData(panelPoolQueries.outline),
      ])
    },
    lazy: { Component: () => import('./person-skills-page.tsx').then((page) => page.PersonSkillsPage) },
  },
  {
    path: paths.personHistory.pattern,
    loader: ({ params: { id = '' }, context }) => {
      const client = context.get(queryClient)
      return Promise.all([client.ensureQueryData(panelPoolQueries.person(id)), client.ensureInfiniteQueryData(panelPoolQueries.history(id))])
    },
    lazy: { Component: () => import('./person-history-page.tsx').then((page) => page.PersonHistoryPage) },
  },
  {
    path: paths.mergeRecords.pattern,
    // Asked anew each time: what stands in the way of it changes elsewhere.
    loader: async ({ params: { id = '', otherId = '' }, context }) =>
      context.get(queryClient).fetchQuery((await import('./merge/merge.queries.ts')).mergeQueries.preview(id, otherId)),
    lazy: { Component: () => import('./merge/merge-page.tsx').then((page) => page.MergePage) },
  },
  {
    path: paths.merged.pattern,
    loader: async ({ params: { mergeId = '' }, context }) =>
      context.get(queryClient).ensureQueryData((await import('./merge/merge.queries.ts')).mergeQueries.one(mergeId)),
    lazy: { Component: () => import('./merge/merged-page.tsx').then((page) => page.MergedPage) },
  },
  {
    path: paths.moveStanding.pattern,
    loader: ({ params: { id = '' }, context }) => {
      const client = context.get(queryClient)
      return Promise.all([client.ensureQueryData(panelPoolQueries.person(id)), client.ensureQueryData(panelPoolQueries.standing(id))])
    },
    lazy: { Component: () => import('./standing-page.tsx').then((page) => page.StandingPage) },
  },
  {
    path: paths.extraTries.pattern,
    loader: ({ params: { id = '' }, context }) => {
      const client = context.get(queryClient)
      return Promise.all([client.ensureQueryData(panelPoolQueries.person(id)), client.ensureQueryData(panelPoolQueries.training(id))])
    },
    lazy: { Component: () => import('./extra-tries-page.tsx').then((page) => page.ExtraTriesPage) },
  },
  {
    path: paths.editPerson.pattern,
    loader: ({ params: { id = '' }, context }) => context.get(queryClient).ensureQueryData(panelPoolQueries.person(id)),
    lazy: { Component: () => import('./profile-page.tsx').then((page) => page.EditPersonPage) },
  },
]
