import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import type { Framework } from '#domain/framework.ts'
import { ApiError } from '#lib/api-error.ts'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { frameworkQueries } from './framework.queries.ts'
import type { SkillPlace } from './skill-place.ts'

const notThere = () => new ApiError({ status: 404, title: 'There is nothing at this address' })

const hasSkill = (framework: Framework, skill: string) => framework.domains.some(({ skills }) => skills.some(({ id }) => id === skill))

/** The version in use, or null when every one is retired: what was asked for by its number is shown all the same. */
const inUseOrNone = (client: QueryClient): Promise<Framework | null> =>
  client.ensureQueryData(frameworkQueries.current).catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  })

/** A version by the number in the address. */
function versionIn(client: QueryClient, version: string | undefined): Promise<Framework> {
  if (!Number.isInteger(Number(version))) throw notThere()
  return client.ensureQueryData(frameworkQueries.version(Number(version)))
}

/** Open to anyone, signed in or not. */
export const routes: RouteObject[] = [
  {
    path: paths.framework.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(frameworkQueries.current),
    lazy: { Component: () => import('./framework-page.tsx').then((page) => page.FrameworkPage) },
  },
  {
    path: paths.skill.pattern,
    loader: async ({ params: { skill = '' }, context }): Promise<SkillPlace> => {
      const client = context.get(queryClient)
      const inUse = await inUseOrNone(client)
      if (inUse && hasSkill(inUse, skill)) return { framework: inUse, inUse, address: 'stable' }
      const { versions } = await client.ensureQueryData(frameworkQueries.skillVersions(skill))
      return { framework: await versionIn(client, String(versions[0])), inUse, address: 'stable' }
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
    loader: async ({ params: { version }, context }) => {
      const client = context.get(queryClient)
      const [framework, inUse] = await Promise.all([versionIn(client, version), inUseOrNone(client)])
      return { framework, inUse: inUse?.version ?? null }
    },
    lazy: { Component: () => import('./framework-version-page.tsx').then((page) => page.FrameworkVersionPage) },
  },
  {
    path: paths.versionSkill.pattern,
    loader: async ({ params: { version, skill = '' }, context }): Promise<SkillPlace> => {
      const client = context.get(queryClient)
      const [framework, inUse] = await Promise.all([versionIn(client, version), inUseOrNone(client)])
      if (!hasSkill(framework, skill)) throw notThere()
      return { framework, inUse, address: 'version' }
    },
    lazy: { Component: () => import('./skill-page.tsx').then((page) => page.SkillPage) },
  },
]
