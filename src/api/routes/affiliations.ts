import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Affiliation, AffiliationGiven, Affiliations, Assessors, TieGiven } from '#domain/affiliation.schema.ts'
import { dayOf } from '#domain/calendar.ts'
import { Organisations, OrganisationSearch } from '#domain/organisation.schema.ts'
import { amendAffiliation, enterAffiliation, type Keeping, strikeAffiliation } from '../affiliation-changes.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { invalid, notFound, problems } from '../problem.ts'
import { addTie, affiliationsOf, declareTies, listAssessors, removeTie } from '../repository/affiliations.ts'
import { account } from '../repository/audit.ts'
import { searchOrganisations } from '../repository/organisations.ts'

const searchRoute = createRoute({
  method: 'get',
  path: '/organisations',
  operationId: 'searchOrganisations',
  summary: 'Organisations of the register by any of their names',
  ...may('read-register'),
  request: { query: OrganisationSearch },
  responses: { 200: json(Organisations, 'The first hits by name'), ...problems(401, 422) },
})

const assessorsRoute = createRoute({
  method: 'get',
  path: '/assessors',
  operationId: 'listAssessors',
  summary: 'The assessors by name, so that somebody can say whom they know',
  ...may('read-register'),
  responses: { 200: json(Assessors, 'All but the asker'), ...problems(401) },
})

const readRoute = createRoute({
  method: 'get',
  path: '/affiliations',
  operationId: 'readAffiliations',
  summary: 'The asker’s own ties to organisations and people',
  ...may('keep-own-affiliations'),
  responses: { 200: json(Affiliations, 'Those that go on first'), ...problems(401) },
})

const addRoute = createRoute({
  method: 'post',
  path: '/affiliations',
  operationId: 'declareAffiliation',
  summary: 'Declare a tie to an organisation',
  ...may('keep-own-affiliations'),
  request: { headers: IdempotencyKey, ...body(AffiliationGiven) },
  responses: { 201: json(Affiliation, 'Declared'), ...problems(400, 401, 413, 415, 422) },
})

const changeRoute = createRoute({
  method: 'put',
  path: '/affiliations/{id}',
  operationId: 'changeAffiliation',
  summary: 'Change or end a tie to an organisation',
  ...may('keep-own-affiliations'),
  request: { params: IdParams, headers: IfMatch, ...body(AffiliationGiven) },
  responses: { 200: json(Affiliation, 'As saved'), ...problems(400, 401, 404, 412, 413, 415, 422, 428) },
})

const removeRoute = createRoute({
  method: 'delete',
  path: '/affiliations/{id}',
  operationId: 'removeAffiliation',
  summary: 'Remove a tie that was declared by mistake',
  ...may('keep-own-affiliations'),
  request: { params: IdParams, headers: IfMatch },
  responses: { 200: json(Affiliations, 'What is left'), ...problems(401, 404, 412, 428) },
})

const confirmRoute = createRoute({
  method: 'post',
  path: '/affiliations/confirmation',
  operationId: 'confirmAffiliations',
  summary: 'Say that the list is complete, also when it is empty',
  ...may('keep-own-affiliations'),
  request: { headers: IdempotencyKey },
  responses: { 200: json(Affiliations, 'Confirmed'), ...problems(401, 422) },
})

const addTieRoute = createRoute({
  method: 'post',
  path: '/ties',
  operationId: 'declareTie',
  summary: 'Say that the asker knows an assessor',
  ...may('keep-own-affiliations'),
  request: { headers: IdempotencyKey, ...body(TieGiven) },
  responses: { 201: json(Affiliations, 'Declared'), ...problems(400, 401, 413, 415, 422) },
})

const removeTieRoute = createRoute({
  method: 'delete',
  path: '/ties/{id}',
  operationId: 'withdrawTie',
  summary: 'Take back that the asker knows somebody',
  ...may('keep-own-affiliations'),
  request: { params: IdParams },
  responses: { 200: json(Affiliations, 'What is left'), ...problems(401, 404) },
})

const own = (c: Context<Env>): Keeping => ({ personId: asking(c).personId, doer: doing(c), today: dayOf(c.var.deps.clock.now()) })

export const affiliationRoutes = () =>
  router()
    .openapi(searchRoute, async (c) => c.json(await searchOrganisations(c.var.deps.db, c.req.valid('query').name), 200))
    .openapi(assessorsRoute, async (c) => {
      const assessors = await listAssessors(c.var.deps.db)
      return c.json({ assessors: assessors.filter(({ personId }) => personId !== asking(c).personId) }, 200)
    })
    .openapi(readRoute, async (c) => c.json(await affiliationsOf(c.var.deps.db, asking(c).personId), 200))
    .openapi(addRoute, (c) =>
      change(c, async (tx) => {
        const saved = await enterAffiliation(tx, own(c), c.req.valid('json'))
        return c.json(saved, 201, etag(saved.version))
      }),
    )
    .openapi(changeRoute, (c) =>
      change(c, async (tx) => {
        const saved = await amendAffiliation(tx, own(c), c.req.valid('param').id, c.req.valid('header')['if-match'], c.req.valid('json'))
        return c.json(saved, 200, etag(saved.version))
      }),
    )
    .openapi(removeRoute, (c) =>
      change(c, async (tx) => {
        await strikeAffiliation(tx, own(c), c.req.valid('param').id, c.req.valid('header')['if-match'])
        return c.json(await affiliationsOf(tx, asking(c).personId), 200)
      }),
    )
    .openapi(confirmRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        await declareTies(tx, personId, doing(c).at)
        await account(tx, doing(c), { action: 'affiliations-confirmed', record: 'person', recordId: personId, personId })
        return c.json(await affiliationsOf(tx, personId), 200)
      }),
    )
    .openapi(addTieRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        const { personId: other, reason } = c.req.valid('json')
        const known = (await listAssessors(tx)).some((assessor) => assessor.personId === other)
        if (!known || other === personId) throw invalid([{ pointer: '/personId', detail: 'Choose an assessor from the list' }])
        await addTie(tx, personId, other, reason, doing(c).at)
        await account(tx, doing(c), { action: 'tie-declared', record: 'person', recordId: personId, personId })
        return c.json(await affiliationsOf(tx, personId), 201)
      }),
    )
    .openapi(removeTieRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        if (!(await removeTie(tx, c.req.valid('param').id, personId))) throw notFound()
        await account(tx, doing(c), { action: 'tie-withdrawn', record: 'person', recordId: personId, personId })
        return c.json(await affiliationsOf(tx, personId), 200)
      }),
    )
