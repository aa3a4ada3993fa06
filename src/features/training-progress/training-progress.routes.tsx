import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { progressFilters, questionFilters, stuckFilters } from './training-progress-filters.ts'
import { progressQueries } from './training-progress.queries.ts'

const searchOf = ({ url }: Request) => new URL(url).searchParams

export const routes: RouteObject[] = [
  {
    path: paths.trainingProgress.pattern,
    loader: ({ request, context }) => context.get(queryClient).ensureQueryData(progressQueries.funnel(progressFilters.read(searchOf(request)))),
    lazy: { Component: () => import('./training-progress-page.tsx').then((page) => page.TrainingProgressPage) },
  },
  {
    path: paths.stuckLearners.pattern,
    loader: ({ request, context }) => context.get(queryClient).ensureQueryData(progressQueries.stuck(stuckFilters.read(searchOf(request)))),
    lazy: { Component: () => import('./stuck-page.tsx').then((page) => page.StuckPage) },
  },
  {
    path: paths.questionStatistics.pattern,
    loader: async ({ request, context }) => {
      const client = context.get(queryClient)
      const { module } = questionFilters.read(searchOf(request))
      const [first] = module ? [] : (await client.ensureQueryData(progressQueries.choices)).modules
      return client.ensureQueryData(progressQueries.statistics(module ?? first?.moduleId ?? ''))
    },
    lazy: { Component: () => import('./questions-page.tsx').then((page) => page.QuestionsPage) },
  },
  {
    path: paths.trainingMessage.pattern,
    loader: ({ params: { id = '' }, context }) => {
      const client = context.get(queryClient)
      return Promise.all([
        client.ensureQueryData(progressQueries.person(id)),
        client.ensureQueryData(progressQueries.training(id)),
        client.ensureQueryData(progressQueries.messages(id)),
      ])
    },
    lazy: { Component: () => import('./message-page.tsx').then((page) => page.MessagePage) },
  },
]
