import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Affiliation, AffiliationGiven, DeclarationGiven, MatchGiven, PersonAffiliations, Unmatched } from '#domain/affiliation.schema.ts'
import { seenByCoordinators } from '#domain/affiliation.ts'
import { dayOf } from '#domain/calendar.ts'
import { Id } from '#domain/person.schema.ts'
import { affiliationOf, amendAffiliation, enterAffiliation, type Keeping, strikeAffiliation } from '../affiliation-changes.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { doing } from '../doer.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may, mustReach, reach } from '../policy.ts'
import { invalid, notFound, problems } from '../problem.ts'
import { affiliationsOf, declareTies, matchAffiliation, unmatchedAffiliations } from '../repository/affiliations.ts'
import { account } from '../repository/audit.ts'
import type { Db } from '../repository/database.ts'
import { findOrganisation } from '../repository/organisations.ts'
import { findPerson } from '../repository/people.ts'

const OneOfTheirs = z.strictObject({ id: Id, affiliationId: Id })

const readRoute = createRoute({
  method: 'get',
  path: '/people/{id}/affiliations',
  operationId: 'readPersonAffiliations',
  summary: 'The organisations that somebody in the pool declared ties to; never whom they know',
  ...may('keep-affiliations'),
  request: { params: IdParams },
  responses: { 200: json(PersonAffiliations, 'Those that go on first'), ...problems(401, 403, 404) },
})

const enterRoute = createRoute({
  method: 'post',
  path: '/people/{id}/affiliations',
  operationId: 'enterAffiliation',
  summary: 'Enter an affiliation for somebody in the pool',
  ...may('keep-affiliations'),
  request: { params: IdParams, headers: IdempotencyKey, ...body(AffiliationGiven) },
  responses: { 201: json(Affiliation, 'Entered'), ...problems(400, 401, 403, 404, 413, 415, 422) },
})

const amendRoute = createRoute({
  method: 'put',
  path: '/people/{id}/affiliations/{affiliationId}',
  operationId: 'amendAffiliation',
  summary: 'Change or end an affiliation for somebody in the pool',
  ...may('keep-affiliations'),
  request: { params: OneOfTheirs, headers: IfMatch, ...body(AffiliationGiven) },
  responses: { 200: json(Affiliation, 'As saved'), ...problems(400, 401, 403, 404, 412, 413, 415, 422, 428) },
})

const strikeRoute = createRoute({
  method: 'delete',
  path: '/people/{id}/affiliations/{affiliationId}',
  operationId: 'strikeAffiliation',
  summary: 'Take off an affiliation that was entered by mistake',
  ...may('keep-affiliations'),
  request: { params: OneOfTheirs, headers: IfMatch },
  responses: { 200: json(PersonAffiliations, 'What is left'), ...problems(401, 403, 404, 412, 428) },
})

const matchRoute = createRoute({
  method: 'put',
  path: '/people/{id}/affiliations/{affiliationId}/organisation',
  operationId: 'matchAffiliation',
  summary: 'Say which organisation of the register the words of an affiliation mean',
  ...may('keep-affiliations'),
  request: { params: OneOfTheirs, headers: IfMatch, ...body(MatchGiven) },
  responses: { 200: json(Affiliation, 'Matched; the words it was given in stay'), ...problems(400, 401, 403, 404, 412, 413, 415, 422, 428) },
})

const recordRoute = createRoute({
  method: 'post',
  path: '/people/{id}/declaration',
  operationId: 'recordDeclaration',
  summary: 'Record on which day somebody said that their affiliations are complete',
  ...may('keep-affiliations'),
  request: { params: IdParams, headers: IdempotencyKey, ...body(DeclarationGiven) },
  responses: { 200: json(PersonAffiliations, 'With the day it was declared'), ...problems(400, 401, 403, 404, 413, 415, 422) },
})

const unmatchedRoute = createRoute({
  method: 'get',
  path: '/unmatched-affiliations',
  operationId: 'listUnmatchedAffiliations',
  summary: 'Affiliations that name an organisation in words that nobody has matched to the register',
  ...may('keep-affiliations'),
  request: { query: z.strictObject({ after: z.string().max(400).optional() }) },
  responses: { 200: json(Unmatched, 'Of people within reach, one page'), ...problems(401, 403, 422) },
})

/**
 * Somebody whose affiliations the asker keeps: within reach, in checks or further, and not the asker, who has a page of their own for that. Of anybody
 * else it is answered as if they were not there.
 */
async function keptPerson(c: Context<Env>, db: Db, id: string) {
  const person = mustReach(c.var.actor, 'keep-affiliations', await findPerson(db, id))
  if (!seenByCoordinators(person.standing) || person.id === c.var.actor?.personId) throw notFound()
  return person
}

async function keeping(c: Context<Env>, db: Db, id: string): Promise<Keeping> {
  return { personId: (await keptPerson(c, db, id)).id, doer: doing(c), today: dayOf(c.var.deps.clock.now()) }
}

async function shown(db: Db, personId: string) {
  const { affiliations, declaredAt } = await affiliationsOf(db, personId)
  return { affiliations, declaredAt }
}

export const personAffiliationRoutes = () =>
  router()
    .openapi(readRoute, async (c) => {
      const { db } = c.var.deps
      return c.json(await shown(db, (await keptPerson(c, db, c.req.valid('param').id)).id), 200)
    })
    .openapi(enterRoute, (c) =>
      change(c, async (tx) => {
        const saved = await enterAffiliation(tx, await keeping(c, tx, c.req.valid('param').id), c.req.valid('json'))
        return c.json(saved, 201, etag(saved.version))
      }),
    )
    .openapi(amendRoute, (c) =>
      change(c, async (tx) => {
        const { id, affiliationId } = c.req.valid('param')
        const saved = await amendAffiliation(tx, await keeping(c, tx, id), affiliationId, c.req.valid('header')['if-match'], c.req.valid('json'))
        return c.json(saved, 200, etag(saved.version))
      }),
    )
    .openapi(strikeRoute, (c) =>
      change(c, async (tx) => {
        const { id, affiliationId } = c.req.valid('param')
        await strikeAffiliation(tx, await keeping(c, tx, id), affiliationId, c.req.valid('header')['if-match'])
        return c.json(await shown(tx, id), 200)
      }),
    )
    .openapi(matchRoute, (c) =>
      change(c, async (tx) => {
        const { id, affiliationId } = c.req.valid('param')
        const { personId, doer } = await keeping(c, tx, id)
        const before = await affiliationOf(tx, affiliationId, personId)
        const organisation = await findOrganisation(tx, c.req.valid('json').organisationId)
        if (!organisation) throw invalid([{ pointer: '/organisationId', detail: 'Choose an organisation from the list' }])
        await matchAffiliation(tx, affiliationId, c.req.valid('header')['if-match'], organisation.id)
        await account(tx, doer, {
          action: 'affiliation-matched',
          record: 'affiliation',
          recordId: affiliationId,
          personId,
          changes: [{ field: 'organisation', from: before.name, to: organisation.name }],
        })
        const saved = await affiliationOf(tx, affiliationId, personId)
        return c.json(saved, 200, etag(saved.version))
      }),
    )
    .openapi(recordRoute, (c) =>
      change(c, async (tx) => {
        const { personId, doer, today } = await keeping(c, tx, c.req.valid('param').id)
        const { declaredOn } = c.req.valid('json')
        if (declaredOn > today) throw invalid([{ pointer: '/declaredOn', detail: 'This must be today or earlier' }])
        const { declaredAt } = await affiliationsOf(tx, personId)
        const declaredBefore = declaredAt === null ? null : dayOf(new Date(declaredAt))
        if (declaredBefore !== null && declaredBefore > declaredOn)
          throw invalid([{ pointer: '/declaredOn', detail: 'They declared on a later day than this' }])
        // Noon is the same day in England all year round.
        await declareTies(tx, personId, `${declaredOn}T12:00:00.000Z`)
        await account(tx, doer, {
          action: 'declaration-recorded',
          record: 'person',
          recordId: personId,
          personId,
          changes: [{ field: 'declared', from: declaredBefore, to: declaredOn }],
        })
        return c.json(await shown(tx, personId), 200)
      }),
    )
    .openapi(unmatchedRoute, async (c) =>
      c.json(await unmatchedAffiliations(c.var.deps.db, reach(c.var.actor, 'keep-affiliations'), c.req.valid('query').after), 200),
    )
