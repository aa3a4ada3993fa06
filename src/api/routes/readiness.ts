import { createRoute } from '@hono/zod-openapi'
import { dayOf } from '#domain/calendar.ts'
import { Readiness, ReadinessQuery } from '#domain/readiness.schema.ts'
import { type Reason, readinessOf } from '#domain/readiness.ts'
import { IdParams, json, router } from '../openapi.ts'
import { may, mustReach } from '../policy.ts'
import { problems } from '../problem.ts'
import { reasonInWords } from '../reason-words.ts'
import { currentFramework } from '../repository/frameworks.ts'
import { findPerson } from '../repository/people.ts'
import { readinessFacts, readinessRules } from '../repository/readiness.ts'

const readRoute = createRoute({
  method: 'get',
  path: '/people/{id}/readiness',
  operationId: 'readReadiness',
  summary: 'What stands between a person and an appointment in each of their roles on a day (today, when none is named)',
  ...may('read-readiness'),
  request: { params: IdParams, query: ReadinessQuery },
  responses: { 200: json(Readiness, 'Role by role; ready where there is no reason'), ...problems(401, 404, 422) },
})

export const readinessRoutes = () =>
  router().openapi(readRoute, async (c) => {
    const { db, content, clock } = c.var.deps
    const person = mustReach(c.var.actor, 'read-readiness', await findPerson(db, c.req.valid('param').id))
    const today = dayOf(clock.now())
    const on = c.req.valid('query').on ?? today
    const framework = await currentFramework(db, content)
    const roles = readinessOf(await readinessFacts(db, person), on, await readinessRules(db, content, person.roles))
    const inWords = (reason: Reason) => reasonInWords(reason, content, framework)
    return c.json(
      {
        personId: person.id,
        on,
        today,
        roles: roles.map((role) => ({ ...role, reasons: role.reasons.map(inWords), warnings: role.warnings.map(inWords) })),
      },
      200,
    )
  })
