import { createRoute } from '@hono/zod-openapi'
import { Naming, RequestStates, Unassigned } from '#domain/verification.schema.ts'
import { canBeNamed } from '#domain/verification-offer.ts'
import { change } from '../change.ts'
import { asking, doing } from '../doer.ts'
import { body, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may, mustReach, type Reach, reach, reaches } from '../policy.ts'
import { invalid, notFound, problems, stale } from '../problem.ts'
import { account } from '../repository/audit.ts'
import type { Db } from '../repository/database.ts'
import { findPerson } from '../repository/people.ts'
import { skillsOf } from '../repository/verification-content.ts'
import { cannot, findRequest, requestsOf, requestsWithoutAssessor, type StoredRequest } from '../repository/verification-requests.ts'
import { assessorsFor, offerTo } from '../verification/offer.ts'

const statesRoute = createRoute({
  method: 'get',
  path: '/people/{id}/verification-requests',
  operationId: 'readRequestStates',
  summary: 'That somebody asked for verification and where it stands; nothing of what they said or sent',
  ...may('read-request-states'),
  request: { params: IdParams },
  responses: { 200: json(RequestStates, 'Newest first'), ...problems(401, 404) },
})

const unassignedRoute = createRoute({
  method: 'get',
  path: '/verification-requests/without-assessor',
  operationId: 'listRequestsWithoutAssessor',
  summary: 'Requests for which no assessor is free, with where each assessor stands to them',
  ...may('name-assessor'),
  responses: { 200: json(Unassigned, 'The oldest first'), ...problems(401, 403) },
})

const nameRoute = createRoute({
  method: 'put',
  path: '/verification-requests/{id}/assessor',
  operationId: 'nameAssessor',
  summary: 'Offer a request that nobody is free for to an assessor, with the reason',
  ...may('name-assessor'),
  request: { params: IdParams, headers: IfMatch.extend(IdempotencyKey.shape), ...body(Naming) },
  responses: { 200: json(Unassigned, 'What still waits'), ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428) },
})

async function states(db: Db, requests: readonly StoredRequest[]) {
  const skills = await skillsOf(
    db,
    requests.map(({ id }) => id),
  )
  return requests.map(({ id, progress, dueOn }) => ({
    id,
    state: progress.state,
    round: progress.round,
    sentAt: progress.sentAt,
    skills: skills.get(id)?.length ?? 0,
    dueOn,
  }))
}

/** The requests without an assessor of people within reach, with where every assessor stands to each. */
async function unassigned(db: Db, within: Reach, now: Date) {
  const waiting = await requestsWithoutAssessor(db)
  const shown = new Map((await states(db, waiting)).map((state) => [state.id, state]))
  const requests = []
  for (const request of waiting) {
    const person = await findPerson(db, request.personId)
    const state = shown.get(request.id)
    // Nobody names who looks at their own request.
    if (!state || !person || person.id === within.own || !reaches(within, person)) continue
    const assessors = await assessorsFor(db, request, now)
    requests.push({
      ...state,
      version: request.version,
      personId: person.id,
      name: person.name,
      assessors: assessors.map(({ personId, name, standing, open }) => ({ personId, name, standing, canBeNamed: canBeNamed(standing), open })),
    })
  }
  return { requests }
}

export const verificationCoordinatorRoutes = () =>
  router()
    .openapi(statesRoute, async (c) => {
      const { db } = c.var.deps
      const person = mustReach(c.var.actor, 'read-request-states', await findPerson(db, c.req.valid('param').id))
      return c.json({ requests: await states(db, await requestsOf(db, person.id)) }, 200)
    })
    .openapi(unassignedRoute, async (c) => {
      const { db, clock } = c.var.deps
      return c.json(await unassigned(db, reach(c.var.actor, 'name-assessor'), clock.now()), 200)
    })
    .openapi(nameRoute, (c) =>
      change(c, async (tx) => {
        const { clock } = c.var.deps
        const request = await findRequest(tx, c.req.valid('param').id)
        // Nobody names who looks at their own request.
        if (!request || request.personId === asking(c).personId) throw notFound()
        const person = mustReach(c.var.actor, 'name-assessor', await findPerson(tx, request.personId))
        if (request.progress.state !== 'requested') throw cannot(request)
        if (request.version !== c.req.valid('header')['if-match']) throw stale({ id: request.id, version: request.version })
        const { personId, reason } = c.req.valid('json')
        const assessor = (await assessorsFor(tx, request, clock.now())).find((one) => one.personId === personId)
        if (!assessor || !canBeNamed(assessor.standing))
          throw invalid([{ pointer: '/personId', detail: 'Choose an assessor who is not tied to this person and has not looked at the request' }])
        await offerTo(tx, request, personId, doing(c), reason)
        await account(tx, doing(c), { action: 'assessor-named', record: 'verification-request', recordId: request.id, personId: person.id })
        return c.json(await unassigned(tx, reach(c.var.actor, 'name-assessor'), clock.now()), 200)
      }),
    )
