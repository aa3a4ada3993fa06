import { createRoute } from '@hono/zod-openapi'
import { Duplicates } from '#domain/duplicate.schema.ts'
import { IdParams, json, router } from '../openapi.ts'
import { may, mustReach, reach } from '../policy.ts'
import { problems } from '../problem.ts'
import { duplicatesOf } from '../repository/duplicates.ts'
import { findPerson } from '../repository/people.ts'

const readRoute = createRoute({
  method: 'get',
  path: '/people/{id}/duplicates',
  operationId: 'readDuplicates',
  summary: 'Records within reach that may be of the same person, with what they have in common',
  ...may('read-duplicates'),
  request: { params: IdParams },
  responses: { 200: json(Duplicates, 'Those with the most in common first'), ...problems(401, 403, 404) },
})

export const duplicateRoutes = () =>
  router().openapi(readRoute, async (c) => {
    const { db } = c.var.deps
    const person = mustReach(c.var.actor, 'read-duplicates', await findPerson(db, c.req.valid('param').id))
    return c.json({ people: await duplicatesOf(db, person, reach(c.var.actor, 'read-duplicates')) }, 200)
  })
