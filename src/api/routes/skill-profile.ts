import { createRoute } from '@hono/zod-openapi'
import { needsOfAll } from '#domain/framework.ts'
import { SkillProfile, VerifiedSkills } from '#domain/self-assessment.schema.ts'
import { isReady, standingsFor } from '#domain/skill-gaps.ts'
import { asking } from '../doer.ts'
import { IdParams, json, router } from '../openapi.ts'
import { may, mustReach } from '../policy.ts'
import { notFound, problems } from '../problem.ts'
import { currentFramework } from '../repository/frameworks.ts'
import { findPerson } from '../repository/people.ts'
import { assessmentsOf, ratingsOf } from '../repository/self-assessments.ts'
import { verifiedLevelsOf } from '../repository/verified-levels.ts'

const readSkillProfile = createRoute({
  method: 'get',
  path: '/skill-profile',
  operationId: 'readSkillProfile',
  summary: 'The asker’s skills against what their roles ask: what they said, what was verified, what is missing',
  ...may('rate-own-skills'),
  responses: { 200: json(SkillProfile, 'The profile'), ...problems(401, 404) },
})

const readVerifiedSkills = createRoute({
  method: 'get',
  path: '/people/{id}/verified-skills',
  operationId: 'readVerifiedSkills',
  summary: 'The levels that assessors verified; never what the person says of themself',
  ...may('read-verified-skills'),
  request: { params: IdParams },
  responses: { 200: json(VerifiedSkills, 'The newest level of each skill'), ...problems(401, 404) },
})

export const skillProfileRoutes = () =>
  router()
    .openapi(readSkillProfile, async (c) => {
      const { db, content } = c.var.deps
      const person = await findPerson(db, asking(c).personId)
      if (!person) throw notFound()
      const assessments = await assessmentsOf(db, person.id)
      // The roles last rated for, or those of the person's details when nothing was handed in yet.
      const roles = assessments.find(({ state }) => state === 'submitted')?.roles ?? person.roles
      const framework = await currentFramework(db, content)
      const skills = standingsFor(needsOfAll(framework, roles), await ratingsOf(db, person.id), await verifiedLevelsOf(db, person.id))
      return c.json(
        {
          personId: person.id,
          roles,
          frameworkVersion: framework.version,
          skills,
          ready: skills.length > 0 && isReady(skills),
          underWay: assessments.find(({ state }) => state === 'in-progress')?.id ?? null,
        },
        200,
      )
    })
    .openapi(readVerifiedSkills, async (c) => {
      const { db, content } = c.var.deps
      const person = mustReach(c.var.actor, 'read-verified-skills', await findPerson(db, c.req.valid('param').id))
      const newest = new Map((await verifiedLevelsOf(db, person.id)).map((one) => [one.skill, one]))
      const { version } = await currentFramework(db, content)
      return c.json({ personId: person.id, frameworkVersion: version, roles: person.roles, verified: [...newest.values()] }, 200)
    })
