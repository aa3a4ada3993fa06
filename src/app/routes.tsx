import type { QueryClient } from '@tanstack/react-query'
import { type LoaderFunction, redirect, type RouteObject } from 'react-router'
import { accountRoutes, signInRoutes } from '#features/accounts/accounts.routes.tsx'
import { sessionQuery } from '#features/accounts/session.queries.ts'
import { anchorRoutes } from '#features/anchors/anchors.routes.tsx'
import { panelPoolRoutes } from '#features/panel-pool/panel-pool.routes.tsx'
import { panelPoolQueries } from '#features/panel-pool/panel-pool.queries.ts'
import { erasureQuery } from '#features/privacy/privacy.queries.ts'
import { privacyRoutes } from '#features/privacy/privacy.routes.tsx'
import { trainingQueries } from '#features/training/training.queries.ts'
import { trainingRoutes } from '#features/training/training.routes.tsx'
import { welcomeRoutes } from '#features/welcome/welcome.routes.tsx'
import { holds } from '#domain/session.ts'
import { ApiError } from '#lib/api-error.ts'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { ErrorPage } from './error-page.tsx'
import { Layout } from './layout.tsx'

/** Nobody is signed in, or not all the way: to the sign-in page, and back here afterwards. Any other refusal is for the error page. */
const signedIn =
  (loader: LoaderFunction): LoaderFunction =>
  async (args, handler) => {
    try {
      return await (loader as (...given: unknown[]) => unknown)(args, handler)
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error
      const { pathname, search } = new URL(args.request.url)
      throw redirect(`${paths.signIn()}?next=${encodeURIComponent(pathname + search)}`)
    }
  }

const protect = (routes: RouteObject[]): RouteObject[] =>
  routes.map((route) => ({ ...route, loader: signedIn(typeof route.loader === 'function' ? route.loader : () => null) }))

async function ownId(client: QueryClient): Promise<string> {
  const { account } = await client.ensureQueryData(sessionQuery)
  if (!account) throw new ApiError({ status: 401, title: 'Sign in to go on' })
  return account.personId
}

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
      if (holds(session, 'coordinator')) return redirect(paths.roster())
      if (!holds(session, 'learner') && session.step === 'signed-in') return redirect(paths.training())
      return tasks
    },
    lazy: { Component: () => import('#features/training/home-page.tsx').then((page) => page.HomePage) },
  },
  {
    path: paths.profile.pattern,
    loader: async ({ context }) => {
      const client = context.get(queryClient)
      return client.ensureQueryData(panelPoolQueries.person(await ownId(client)))
    },
    lazy: { Component: () => import('./own-pages.tsx').then((page) => page.OwnProfilePage) },
  },
  {
    path: paths.myData.pattern,
    loader: async ({ context }) => {
      const client = context.get(queryClient)
      return client.ensureQueryData(erasureQuery(await ownId(client)))
    },
    lazy: { Component: () => import('./own-pages.tsx').then((page) => page.OwnDataPage) },
  },
]

export const routes: RouteObject[] = [
  {
    Component: Layout,
    errorElement: <Layout />,
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <ErrorPage />,
        children: [
          ...welcomeRoutes,
          ...signInRoutes,
          ...protect([...homeRoutes, ...accountRoutes, ...trainingRoutes, ...anchorRoutes, ...panelPoolRoutes, ...privacyRoutes]),
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
