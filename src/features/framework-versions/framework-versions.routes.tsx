import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { versionQueries } from './framework-versions.queries.ts'

const pages = {
  domains: () => import('./draft-domains-page.tsx').then((page) => page.DraftDomainsPage),
  levels: () => import('./draft-levels-page.tsx').then((page) => page.DraftLevelsPage),
  sources: () => import('./draft-sources-page.tsx').then((page) => page.DraftSourcesPage),
}

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
  ...(['domains', 'levels', 'sources'] as const).map((part) => ({
    path: paths.draftPart(':version', part),
    // What is edited is what is there now, not what was there when this was last opened.
    loader: ({ params, context }: LoaderFunctionArgs) => context.get(queryClient).fetchQuery(versionQueries.draft(Number(params['version']))),
    lazy: { Component: pages[part] },
  })),
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
