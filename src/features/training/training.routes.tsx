import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { trainingQueries } from './training.queries.ts'

export const trainingRoutes: RouteObject[] = [
  {
    path: paths.training.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(trainingQueries.modules),
    lazy: { Component: () => import('./training-page.tsx').then((page) => page.TrainingPage) },
  },
  {
    path: paths.module.pattern,
    loader: ({ params: { moduleId = '' }, context }) => context.get(queryClient).ensureQueryData(trainingQueries.module(moduleId)),
    lazy: { Component: () => import('./module-page.tsx').then((page) => page.ModulePage) },
  },
  {
    path: paths.lesson.pattern,
    loader: async ({ params: { moduleId = '', lesson: lessonId = '' }, context }) => {
      const client = context.get(queryClient)
      const [lesson] = await Promise.all([
        client.ensureQueryData(trainingQueries.lesson(moduleId, lessonId)),
        client.ensureQueryData({ ...trainingQueries.module(moduleId), revalidateIfStale: true }),
      ])
      return import('./lesson-page.tsx').then((page) => page.prepareLesson(client, lesson))
    },
    lazy: { Component: () => import('./lesson-page.tsx').then((page) => page.LessonPage) },
  },
  {
    path: paths.check.pattern,
    loader: ({ params: { moduleId = '' }, context }) => context.get(queryClient).ensureQueryData(trainingQueries.module(moduleId)),
    lazy: { Component: () => import('./check-page.tsx').then((page) => page.CheckPage) },
  },
  {
    path: paths.attempt.pattern,
    loader: ({ params: { id = '' }, context }) => context.get(queryClient).ensureQueryData(trainingQueries.attempt(id)),
    lazy: { Component: () => import('./attempt-page.tsx').then((page) => page.AttemptPage) },
  },
]
