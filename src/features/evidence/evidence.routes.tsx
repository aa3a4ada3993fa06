import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { evidenceQueries } from './evidence.queries.ts'

export const routes: RouteObject[] = [
  {
    path: paths.evidence.pattern,
    loader: ({ context }) => {
      const client = context.get(queryClient)
      return Promise.all([client.ensureQueryData(evidenceQueries.list), client.ensureQueryData(evidenceQueries.skills)])
    },
    lazy: { Component: () => import('./evidence-page.tsx').then((page) => page.EvidencePage) },
  },
  {
    path: paths.addEvidence.pattern,
    // Whoever is not signed in is told so before they choose anything.
    loader: ({ context }) => context.get(queryClient).ensureQueryData(evidenceQueries.skills),
    lazy: { Component: () => import('./add-evidence-page.tsx').then((page) => page.AddEvidencePage) },
  },
  {
    path: paths.evidenceItem.pattern,
    loader: async ({ params: { id = '' }, context }) => {
      const client = context.get(queryClient)
      const skills = client.ensureQueryData(evidenceQueries.skills)
      const { draft } = await client.ensureQueryData(evidenceQueries.item(id))
      return Promise.all([skills, draft && import('./draft-form.tsx')])
    },
    lazy: { Component: () => import('./evidence-item-page.tsx').then((page) => page.EvidenceItemPage) },
  },
  {
    path: paths.experience.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(evidenceQueries.experience),
    lazy: { Component: () => import('./experience-page.tsx').then((page) => page.ExperiencePage) },
  },
]
