import { redirect, type RouteObject } from 'react-router'
import { signInRoutes } from '#features/accounts/sign-in.routes.tsx'
import { sessionQuery } from '#features/accounts/session.queries.ts'
import { trainingQueries } from '#features/training/training.queries.ts'
import { trainingRoutes } from '#features/training/training.routes.tsx'
import { welcomeRoutes } from '#features/welcome/welcome.routes.tsx'
import { holds } from '#domain/session.ts'
import { ApiError } from '#lib/api-error.ts'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { ErrorPage } from './error-page.tsx'
import { pagesId } from './later-routes.ts'
import { Layout } from './layout.tsx'
import { protect } from './protect.ts'

const homeRoutes: RouteObject[] = [
  {
    path: paths.home.pattern,
    loader: async ({ context }) => {
      const client = context.get(queryClient)
      // Most people who come here are learners: their tasks are asked for together with who they are.
      const tasks = client.ensureQueryData(trainingQueries.taskList)
      tasks.catch(() => undefined)
      const session = await client.ensureQueryData(sessionQuery)
      if (holds(session, 'administrator')) return redirect(paths.accounts())
      if (holds(session, 'coordinator')) return redirect(paths.today())
      if (holds(session, 'assessor') && !holds(session, 'learner')) return redirect(paths.assessorQueue())
      if (!holds(session, 'learner') && session.step === 'signed-in') return redirect(paths.training())
      return tasks
    },
    lazy: { Component: () => import('#features/training/home-page.tsx').then((page) => page.HomePage) },
  },
]

export const routes: RouteObject[] = [
  {
    Component: Layout,
    // Who is signed in is asked for together with the page's own data, so that the navigation is there when the page is.
    loader: ({ context }) =>
      context
        .get(queryClient)
        .ensureQueryData(sessionQuery)
        .catch(() => null),
    shouldRevalidate: () => false,
    errorElement: <Layout />,
    HydrateFallback: () => null,
    children: [
      {
        id: pagesId,
        errorElement: <ErrorPage />,
        children: [
          ...welcomeRoutes,
          ...signInRoutes,
          ...protect([...homeRoutes, ...trainingRoutes]),
          {
            path: '*',
            loader: () => {
              throw new ApiError({ status: 404, title: 'Page not found' })
            },
            element: null,
          },
        ],
      },
    ],
  },
]
