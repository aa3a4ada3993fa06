import { createRoute } from '@hono/zod-openapi'
import { dayOf } from '#domain/calendar.ts'
import { Id } from '#domain/person.schema.ts'
import type { Person } from '#domain/person.ts'
import { ChecksDue, ChecksDueFilters, PoolCheckGiven, PoolCheckNumber, PoolChecks, PoolCheckStrike } from '#domain/pool-check.schema.ts'
import { poolCheckFaults } from '#domain/pool-check.ts'
import { change } from '../change.ts'
import type { Actor } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { body, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { allows, may, mustReach, reach } from '../policy.ts'
import { checksView } from '../pool-check-view.ts'
import { conflict, invalid, notFound, problems, stale } from '../problem.ts'
import { account } from '../repository/audit.ts'
import { checkPolicy, keepRechecks } from '../repository/check-policy.ts'
import { checksDue } from '../repository/checks-due.ts'
import { findPerson } from '../repository/people.ts'
import { addCheck, findCheck, strikeCheck } from '../repository/pool-checks.ts'

const CheckParams = IdParams.extend({ checkId: Id })

const readRoute = createRoute({
  method: 'get',
  path: '/people/{id}/checks',
  operationId: 'readChecks',
  summary: 'A person’s checks, without their numbers; that somebody else looked is accounted for',
  ...may('read-checks'),
  request: { params: IdParams },
  responses: { 200: json(PoolChecks, 'What was recorded, and where each kind stands today'), ...problems(401, 404) },
})

const recordRoute = createRoute({
  method: 'post',
  path: '/people/{id}/checks',
  operationId: 'recordCheck',
  summary: 'Record a check whose evidence the asker has seen; it takes the place of an older one of its kind. Nobody records their own',
  ...may('keep-checks'),
  request: { params: IdParams, headers: IdempotencyKey, ...body(PoolCheckGiven) },
  responses: { 201: json(PoolChecks, 'The checks as they are now'), ...problems(400, 401, 403, 404, 413, 415, 422) },
})

const numberRoute = createRoute({
  method: 'get',
  path: '/people/{id}/checks/{checkId}/number',
  operationId: 'readCheckNumber',
  summary: 'The whole number of one check; that somebody else asked is accounted for',
  ...may('read-checks'),
  request: { params: CheckParams },
  responses: { 200: json(PoolCheckNumber, 'The number as it was typed'), ...problems(401, 404) },
})

const strikeRoute = createRoute({
  method: 'put',
  path: '/people/{id}/checks/{checkId}/strike',
  operationId: 'strikeCheck',
  summary: 'Strike out a check that was recorded by mistake, with the reason; the one before it stands again',
  ...may('keep-checks'),
  request: { params: CheckParams, headers: IfMatch, ...body(PoolCheckStrike) },
  responses: { 200: json(PoolChecks, 'The checks as they are now'), ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428) },
})

const dueRoute = createRoute({
  method: 'get',
  path: '/checks-due',
  operationId: 'listChecksDue',
  summary: 'Re-checks that fall due, or are overdue, of the people within reach; the longest due first',
  ...may('read-checks-due'),
  request: { query: ChecksDueFilters },
  responses: { 200: json(ChecksDue, 'A page of them'), ...problems(401, 403, 422) },
})

/** Nobody records what is checked of themself, nor strikes it out. */
const mayKeep = (actor: Actor, person: Pick<Person, 'id'>) => person.id !== actor.personId && allows(actor, 'keep-checks')

export const poolCheckRoutes = () =>
  router()
    .openapi(readRoute, async (c) => {
      const { db, clock } = c.var.deps
      const asker = asking(c)
      const person = mustReach(asker, 'read-checks', await findPerson(db, c.req.valid('param').id))
      if (person.id !== asker.personId)
        await account(db, doing(c), { action: 'checks-viewed', record: 'person', recordId: person.id, personId: person.id })
      return c.json(await checksView(db, person, dayOf(clock.now()), mayKeep(asker, person)), 200)
    })
    .openapi(numberRoute, async (c) => {
      const { db } = c.var.deps
      const asker = asking(c)
      const { id, checkId } = c.req.valid('param')
      const person = mustReach(asker, 'read-checks', await findPerson(db, id))
      const check = await findCheck(db, person.id, checkId)
      if (!check?.number) throw notFound()
      if (person.id !== asker.personId)
        await account(db, doing(c), {
          action: 'check-number-viewed',
          record: 'pool-check',
          recordId: check.id,
          personId: person.id,
          changes: [{ field: 'kind', from: null, to: check.kind }],
        })
      return c.json({ number: check.number }, 200)
    })
    .openapi(recordRoute, (c) =>
      change(c, async (tx) => {
        const asker = asking(c)
        const person = mustReach(asker, 'keep-checks', await findPerson(tx, c.req.valid('param').id))
        if (!mayKeep(asker, person)) throw notFound()
        const given = c.req.valid('json')
        const today = dayOf(c.var.deps.clock.now())
        const faults = poolCheckFaults(given, today)
        if (faults.length > 0) throw invalid(faults)
        const id = await addCheck(tx, {
          personId: person.id,
          given: { ...given, number: given.number || null, note: given.note || null },
          policy: await checkPolicy(tx),
          by: asker.personId,
          at: doing(c).at,
        })
        await account(tx, doing(c), {
          action: 'check-recorded',
          record: 'pool-check',
          recordId: id,
          personId: person.id,
          changes: [
            { field: 'kind', from: null, to: given.kind },
            { field: 'issued', from: null, to: given.issuedOn },
          ],
        })
        return c.json(await checksView(tx, person, today, true), 201)
      }),
    )
    .openapi(strikeRoute, (c) =>
      change(c, async (tx) => {
        const asker = asking(c)
        const { id, checkId } = c.req.valid('param')
        const person = mustReach(asker, 'keep-checks', await findPerson(tx, id))
        const check = await findCheck(tx, person.id, checkId)
        if (!check || !mayKeep(asker, person)) throw notFound()
        const version = c.req.valid('header')['if-match']
        const today = dayOf(c.var.deps.clock.now())
        if (check.version !== version) throw stale(await checksView(tx, person, today, true))
        if (check.struck_at !== null) throw conflict('This check is struck out already', ['record-check'])
        const { reason } = c.req.valid('json')
        if (!(await strikeCheck(tx, check, { version, reason, at: doing(c).at }))) throw stale(await checksView(tx, person, today, true))
        await account(tx, doing(c), {
          action: 'check-struck',
          record: 'pool-check',
          recordId: check.id,
          personId: person.id,
          changes: [
            { field: 'kind', from: check.kind, to: null },
            { field: 'issued', from: check.issued_on, to: null },
          ],
          reason,
        })
        return c.json(await checksView(tx, person, today, true), 200)
      }),
    )
    .openapi(dueRoute, async (c) => {
      const { db, clock } = c.var.deps
      await keepRechecks(db, await checkPolicy(db))
      return c.json(await checksDue(db, c.req.valid('query'), reach(c.var.actor, 'read-checks-due'), dayOf(clock.now())), 200)
    })
