import type { RouteObject } from 'react-router'
import { ApiError } from '#lib/api-error.ts'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { frameworkQueries } from './framework.queries.ts'

const notThere = () => new ApiError({ status: 404, title: 'There is nothing at this address' })

/** Open to anyone, signed in or not. */
export const routes: RouteObject[] = [
  {
    path: paths.framework.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(frameworkQueries.current),
    lazy: { Component: () => import('./framework-page.tsx').then((page) => page.FrameworkPage) },
  },
  {
    path: paths.skill.pattern,
    loader: async ({ params, context }) => {
      const framework = await context.get(queryClient).ensureQueryData(frameworkQueries.current)
      if (!framework.domains.some(({ skills }) => skills.some(({ id }) => id === params['skill']))) throw notThere()
      return framework
    },
    lazy: { Component: () => import('./skill-page.tsx').then((page) => page.SkillPage) },
  },
  {
    path: paths.compareRoles.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(frameworkQueries.current),
    lazy: { Component: () => import('./framework-compare-page.tsx').then((page) => page.FrameworkComparePage) },
  },
  {
    path: paths.frameworkVersion.pattern,
    loader: async ({ params, context }) => {
      const version = Number(params['version'])
      if (!Number.isInteger(version)) throw notThere()
      const client = context.get(queryClient)
      // Every version may have been withdrawn; the one that was asked for is shown all the same.
      const current = client.ensureQueryData(frameworkQueries.current).catch((error: unknown) => {
        if (error instanceof ApiError && error.status === 404) return null
        throw error
      })
      const [framework, inUse] = await Promise.all([client.ensureQueryData(frameworkQueries.version(version)), current])
      return { framework, inUse: inUse?.version ?? null }
    },
    lazy: { Component: () => import('./framework-version-page.tsx').then((page) => page.FrameworkVersionPage) },
  },
]
