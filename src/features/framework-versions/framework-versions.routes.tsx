import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { versionQueries } from './framework-versions.queries.ts'

/** For administrators, and for those who were asked to review a draft. */
export const routes: RouteObject[] = [
  {
    path: paths.frameworkVersions.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(versionQueries.list),
    lazy: { Component: () => import('./versions-page.tsx').then((page) => page.VersionsPage) },
  },
  {
    path: paths.frameworkDraft.pattern,
    loader: ({ params, context }) => {
      const number = Number(params['version'])
      const client = context.get(queryClient)
      return Promise.all([client.ensureQueryData(versionQueries.draft(number)), client.ensureQueryData(versionQueries.changes(number))])
    },
    lazy: { Component: () => import('./draft-page.tsx').then((page) => page.DraftPage) },
  },
  {
    path: paths.draftSkill.pattern,
    loader: ({ params, context }) => {
      const number = Number(params['version'])
      const client = context.get(queryClient)
      return Promise.all([
        client.ensureQueryData(versionQueries.draft(number)),
        // What is edited is what is there now, not what was there when this was last opened.
        client.fetchQuery(versionQueries.skill(number, params['skill'] ?? '')),
      ])
    },
    lazy: { Component: () => import('./draft-skill-page.tsx').then((page) => page.DraftSkillPage) },
  },
]
