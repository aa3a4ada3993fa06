import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import type { ModuleView } from '#domain/training.ts'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { trainingQueries } from './training.queries.ts'

/** Fetches the rest of a module that was begun, once its page is drawn in a browser. */
const ahead = (client: QueryClient, progress: ModuleView) =>
  void (
    !import.meta.env.SSR &&
    progress.enrolment &&
    import('./read-ahead.ts').then((rest) => rest.readAhead(client, progress)).catch(() => undefined)
  )

export const trainingRoutes: RouteObject[] = [
  {
    path: paths.training.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(trainingQueries.modules),
    lazy: { Component: () => import('./training-page.tsx').then((page) => page.TrainingPage) },
  },
  {
    path: paths.module.pattern,
    loader: async ({ params: { moduleId = '' }, context }) => {
      const client = context.get(queryClient)
      ahead(client, await client.ensureQueryData(trainingQueries.module(moduleId)))
      return null
    },
    lazy: { Component: () => import('./module-page.tsx').then((page) => page.ModulePage) },
  },
  {
    path: paths.lesson.pattern,
    loader: async ({ params: { moduleId = '', lesson: lessonId = '' }, context }) => {
      const client = context.get(queryClient)
      const [lesson, progress] = await Promise.all([
        client.ensureQueryData(trainingQueries.lesson(moduleId, lessonId)),
        client.ensureQueryData({ ...trainingQueries.module(moduleId), revalidateIfStale: true }),
      ])
      ahead(client, progress)
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
