import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { planQuery } from './plan.queries.ts'
import { ownSkillQueries } from './self-assessment.queries.ts'

/** Somebody's skills, and what moving would mean for them where a newer version is in use. */
async function profileWithMove(client: QueryClient) {
  const profile = await client.ensureQueryData(ownSkillQueries.profile)
  if (profile.newerFramework !== null) await client.ensureQueryData(ownSkillQueries.move)
  return profile
}

async function assessmentWithWords(client: QueryClient, id: string) {
  const assessment = await client.ensureQueryData(ownSkillQueries.assessment(id))
  await client.ensureQueryData(ownSkillQueries.words(assessment.frameworkVersion))
  return assessment
}

export const routes: RouteObject[] = [
  {
    path: paths.mySkills.pattern,
    loader: async ({ context }) => {
      const client = context.get(queryClient)
      const profile = await profileWithMove(client)
      return client.ensureQueryData(ownSkillQueries.words(profile.frameworkVersion))
    },
    lazy: { Component: () => import('./my-skills-page.tsx').then((page) => page.MySkillsPage) },
  },
  {
    path: paths.plan.pattern,
    loader: async ({ context }) => {
      const client = context.get(queryClient)
      const plan = await client.ensureQueryData(planQuery)
      return client.ensureQueryData(ownSkillQueries.words(plan.frameworkVersion))
    },
    lazy: { Component: () => import('./plan-page.tsx').then((page) => page.PlanPage) },
  },
  {
    path: paths.startSelfAssessment.pattern,
    loader: ({ context }) => {
      const client = context.get(queryClient)
      return Promise.all([client.ensureQueryData(ownSkillQueries.assessments), profileWithMove(client)])
    },
    lazy: { Component: () => import('./start-assessment-page.tsx').then((page) => page.StartAssessmentPage) },
  },
  {
    path: paths.selfAssessment.pattern,
    loader: ({ params: { id = '' }, context }) => assessmentWithWords(context.get(queryClient), id),
    lazy: { Component: () => import('./assessment-page.tsx').then((page) => page.AssessmentPage) },
  },
  {
    path: paths.rateSkill.pattern,
    loader: ({ params: { id = '' }, context }) => assessmentWithWords(context.get(queryClient), id),
    lazy: { Component: () => import('./rate-skill-page.tsx').then((page) => page.RateSkillPage) },
  },
]
