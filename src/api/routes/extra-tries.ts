import { createRoute } from '@hono/zod-openapi'
import { ExtraTries, ExtraTriesRequest } from '#domain/training.schema.ts'
import { tryAt } from '#domain/training.ts'
import { change } from '../change.ts'
import { asking, doing } from '../doer.ts'
import { body, IdempotencyKey, IdParams, json, router } from '../openapi.ts'
import { may, mustReach } from '../policy.ts'
import { conflict, invalid, notFound, problems } from '../problem.ts'
import { progressOf } from '../progress.ts'
import { account } from '../repository/audit.ts'
import { addExtraTries } from '../repository/extra-tries.ts'
import { findPerson } from '../repository/people.ts'

const giveTries = createRoute({
  method: 'post',
  path: '/people/{id}/extra-tries',
  operationId: 'giveExtraTries',
  summary: 'Give somebody more tries at a knowledge check, with the reason; nobody gives them to themself',
  ...may('give-extra-tries'),
  request: { params: IdParams, headers: IdempotencyKey, ...body(ExtraTriesRequest) },
  responses: { 201: json(ExtraTries, 'Given'), ...problems(400, 401, 403, 404, 409, 413, 415, 422) },
})

export const extraTriesRoutes = () =>
  router().openapi(giveTries, (c) =>
    change(c, async (tx) => {
      const { content, clock } = c.var.deps
      const person = mustReach(c.var.actor, 'give-extra-tries', await findPerson(tx, c.req.valid('param').id))
      const { personId: by } = asking(c)
      // Somebody within one's own reach may be oneself: as with verification, nobody decides on their own record.
      if (person.id === by) throw notFound()
      const { moduleId, tries, reason } = c.req.valid('json')
      const progress = (await progressOf(tx, content, person.id, clock.now())).find(({ module }) => module.id === moduleId)
      if (!progress) throw invalid([{ pointer: '/moduleId', detail: 'There is no such module' }])
      if (!progress.enrolment) throw conflict(`${person.name} has not started this module`, ['start-module'])
      if (!tryAt(progress.nextTry)) throw conflict(`${person.name} has passed this check already`, ['read'])
      const given = await addExtraTries(tx, { personId: person.id, moduleId, tries, reason, at: doing(c).at, by })
      await account(tx, doing(c), {
        action: 'extra-tries-given',
        record: 'extra-tries',
        recordId: given.id,
        personId: person.id,
        changes: [{ field: progress.module.title, from: null, to: tries }],
        reason,
      })
      return c.json(given, 201)
    }),
  )
