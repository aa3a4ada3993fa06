import { createRoute } from '@hono/zod-openapi'
import { dayOf } from '#domain/calendar.ts'
import { CurrentStanding, StandingMove } from '#domain/standing.schema.ts'
import { moveFaults, standingMoves } from '#domain/standing.ts'
import { standingWords } from '#domain/words.ts'
import { change } from '../change.ts'
import { answerAsk } from '../answer-ask.ts'
import { asking, doing } from '../doer.ts'
import { body, etag, IdParams, IfMatch, json, router } from '../openapi.ts'
import { allows, may, mustReach } from '../policy.ts'
import { conflict, invalid, notFound, problems, stale } from '../problem.ts'
import { findPerson } from '../repository/people.ts'
import { currentStanding, moveStanding } from '../repository/standings.ts'

const readRoute = createRoute({
  method: 'get',
  path: '/people/{id}/standing',
  operationId: 'readStanding',
  summary: 'Where a person stands with the pool, since when and why, and where they can go from there',
  ...may('read-person'),
  request: { params: IdParams },
  responses: { 200: json(CurrentStanding, 'Where they stand'), ...problems(401, 404) },
})

const moveRoute = createRoute({
  method: 'put',
  path: '/people/{id}/standing',
  operationId: 'moveStanding',
  summary: 'Move a person to another standing, with the reason; nobody moves themself',
  ...may('move-standing'),
  request: { params: IdParams, headers: IfMatch, ...body(StandingMove) },
  responses: { 200: json(CurrentStanding, 'Where they stand now'), ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428) },
})

export const standingRoutes = () =>
  router()
    .openapi(readRoute, async (c) => {
      const { db } = c.var.deps
      const person = mustReach(c.var.actor, 'read-person', await findPerson(db, c.req.valid('param').id))
      const mayMove = allows(c.var.actor, 'move-standing') && person.id !== asking(c).personId
      return c.json(await currentStanding(db, person, mayMove), 200, etag(person.version))
    })
    .openapi(moveRoute, (c) =>
      change(c, async (tx) => {
        const person = mustReach(c.var.actor, 'move-standing', await findPerson(tx, c.req.valid('param').id))
        if (person.id === asking(c).personId) throw notFound()
        if (person.version !== c.req.valid('header')['if-match']) throw stale(await currentStanding(tx, person, true))
        const move = c.req.valid('json')
        const allowed = person.standing ? [...standingMoves[person.standing]] : []
        if (!allowed.includes(move.to)) {
          const now = person.standing ? standingWords[person.standing].toLowerCase() : 'not on the roster'
          throw conflict(`${person.name} is ${now} now, and cannot become ${standingWords[move.to].toLowerCase()} from there`, allowed)
        }
        const faults = moveFaults(move, dayOf(c.var.deps.clock.now()))
        if (faults.length > 0) throw invalid(faults)
        const moved = await moveStanding(tx, person, move, doing(c))
        await answerAsk(tx, person, move, doing(c))
        return c.json(await currentStanding(tx, moved, true), 200, etag(moved.version))
      }),
    )
