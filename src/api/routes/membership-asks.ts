import { createRoute } from '@hono/zod-openapi'
import { AskDecision, AskFilters, AskGiven, MembershipAsk, MembershipAsks, OwnMembership } from '#domain/membership.schema.ts'
import { askMoves, cannotAsk, decisionFaults } from '#domain/membership.ts'
import { change } from '../change.ts'
import { asking, doing } from '../doer.ts'
import { askAcceptedMail, askDeclinedMail } from '../membership-mails.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may, mustReach, reach } from '../policy.ts'
import { conflict, invalid, notFound, problems, stale } from '../problem.ts'
import { account } from '../repository/audit.ts'
import type { Db } from '../repository/database.ts'
import { addAsk, endAsk, findAsk, listAsks, newestAsk } from '../repository/membership-asks.ts'
import { findPerson } from '../repository/people.ts'
import { moveStanding } from '../repository/standings.ts'
import { tell } from '../tell.ts'

const ownRoute = createRoute({
  method: 'get',
  path: '/membership',
  operationId: 'readOwnMembership',
  summary: 'Where the asker stands with the pool, and their newest ask to join it',
  ...may('ask-membership'),
  responses: { 200: json(OwnMembership, 'Where they stand'), ...problems(401, 404) },
})

const askRoute = createRoute({
  method: 'post',
  path: '/membership-asks',
  operationId: 'askMembership',
  summary: 'Tell the coordinator that the asker wants to join the pool',
  ...may('ask-membership'),
  request: { headers: IdempotencyKey, ...body(AskGiven) },
  responses: { 201: json(MembershipAsk, 'Asked'), ...problems(400, 401, 404, 409, 413, 415, 422) },
})

const withdrawRoute = createRoute({
  method: 'post',
  path: '/membership-asks/{id}/withdrawal',
  operationId: 'withdrawMembershipAsk',
  summary: 'Take back an ask to join that is not answered yet',
  ...may('ask-membership'),
  request: { params: IdParams, headers: IfMatch.extend(IdempotencyKey.shape) },
  responses: { 200: json(MembershipAsk, 'Taken back'), ...problems(401, 404, 409, 412, 422, 428) },
})

const listRoute = createRoute({
  method: 'get',
  path: '/membership-asks',
  operationId: 'listMembershipAsks',
  summary: 'Who wants to join the pool, of the people within reach; the open asks when no state is named',
  ...may('decide-membership-asks'),
  request: { query: AskFilters },
  responses: { 200: json(MembershipAsks, 'The oldest first'), ...problems(401, 403, 422) },
})

const decideRoute = createRoute({
  method: 'put',
  path: '/membership-asks/{id}/decision',
  operationId: 'decideMembershipAsk',
  summary: 'Make somebody a member, in checks, or decline with a reason; they are told by mail',
  ...may('decide-membership-asks'),
  request: { params: IdParams, headers: IfMatch.extend(IdempotencyKey.shape), ...body(AskDecision) },
  responses: { 200: json(MembershipAsk, 'As decided'), ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428) },
})

async function mustBeThere(db: Db, personId: string) {
  const person = await findPerson(db, personId)
  if (!person) throw notFound()
  return person
}

export const membershipAskRoutes = () =>
  router()
    .openapi(ownRoute, async (c) => {
      const { db } = c.var.deps
      const { standing, roles, id } = await mustBeThere(db, asking(c).personId)
      const ask = await newestAsk(db, id)
      return c.json({ standing, roles, ask, canAsk: cannotAsk(standing, ask?.state === 'open') === null }, 200)
    })
    .openapi(askRoute, (c) =>
      change(c, async (tx) => {
        const { id, standing } = await mustBeThere(tx, asking(c).personId)
        const why = cannotAsk(standing, (await newestAsk(tx, id))?.state === 'open')
        if (why) throw conflict(why, [])
        const ask = await addAsk(tx, id, c.req.valid('json'), doing(c).at)
        if (!ask) throw conflict(cannotAsk(standing, true) ?? '', [])
        const changes = [{ field: 'roles', from: null, to: ask.roles.join(', ') }]
        await account(tx, doing(c), { action: 'membership-asked', record: 'membership-ask', recordId: ask.id, personId: id, changes })
        return c.json(ask, 201, etag(ask.version))
      }),
    )
    .openapi(withdrawRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        const stored = await findAsk(tx, c.req.valid('param').id)
        if (stored?.personId !== personId) throw notFound()
        const { personId: _personId, ...ask } = stored
        if (ask.state !== 'open') throw conflict('This was answered or taken back already', [...askMoves[ask.state]])
        if (ask.version !== c.req.valid('header')['if-match']) throw stale(ask)
        const ended = await endAsk(tx, ask, 'withdrawn', { at: doing(c).at, personId, reason: null })
        await account(tx, doing(c), { action: 'membership-ask-withdrawn', record: 'membership-ask', recordId: ask.id, personId })
        return c.json(ended, 200, etag(ended.version))
      }),
    )
    .openapi(listRoute, async (c) => c.json(await listAsks(c.var.deps.db, c.req.valid('query'), reach(c.var.actor, 'decide-membership-asks')), 200))
    .openapi(decideRoute, (c) =>
      change(c, async (tx) => {
        const stored = await findAsk(tx, c.req.valid('param').id)
        // Nobody decides on their own.
        if (!stored || stored.personId === asking(c).personId) throw notFound()
        const { personId, ...ask } = stored
        const person = mustReach(c.var.actor, 'decide-membership-asks', await findPerson(tx, personId))
        const decision = c.req.valid('json')
        if (ask.state !== 'open') throw conflict('This was answered or taken back already', [...askMoves[ask.state]])
        if (ask.version !== c.req.valid('header')['if-match']) throw stale(ask)
        const faults = decisionFaults(decision)
        if (faults.length > 0) throw invalid(faults)
        const { to } = decision
        const reason = decision.reason || null
        const ended = await endAsk(tx, ask, to, { at: doing(c).at, personId: asking(c).personId, reason })
        await account(tx, doing(c), {
          action: to === 'accepted' ? 'membership-ask-accepted' : 'membership-ask-declined',
          record: 'membership-ask',
          recordId: ask.id,
          personId,
          reason,
        })
        if (to === 'accepted') await moveStanding(tx, person, { to: 'in-checks', reason: reason ?? 'Asked to join', until: null }, doing(c))
        await tell(
          tx,
          personId,
          (mailTo) => (to === 'accepted' ? askAcceptedMail(mailTo, reason) : askDeclinedMail(mailTo, reason ?? '')),
          doing(c).at,
        )
        return c.json(ended, 200, etag(ended.version))
      }),
    )
