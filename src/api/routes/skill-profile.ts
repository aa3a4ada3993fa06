import { createRoute } from '@hono/zod-openapi'
import { SkillProfile, VerifiedSkills } from '#domain/self-assessment.schema.ts'
import { isReady } from '#domain/skill-gaps.ts'
import { asking } from '../doer.ts'
import { IdParams, json, router } from '../openapi.ts'
import { ownSkills } from '../own-skills.ts'
import { may, mustReach } from '../policy.ts'
import { problems } from '../problem.ts'
import { currentFramework } from '../repository/frameworks.ts'
import { findPerson } from '../repository/people.ts'
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
      const { personId } = asking(c)
      const { framework, roles, standings, past, ...rest } = await ownSkills(db, content, personId)
      const ready = standings.length > 0 && isReady(standings)
      return c.json({ personId, roles, frameworkVersion: framework.version, skills: standings, past, ready, ...rest }, 200)
    })
    .openapi(readVerifiedSkills, async (c) => {
      const { db, content } = c.var.deps
      const person = mustReach(c.var.actor, 'read-verified-skills', await findPerson(db, c.req.valid('param').id))
      const newest = new Map((await verifiedLevelsOf(db, person.id)).map((one) => [one.skill, one]))
      const { version } = await currentFramework(db, content)
      return c.json({ personId: person.id, frameworkVersion: version, roles: person.roles, verified: [...newest.values()] }, 200)
    })
