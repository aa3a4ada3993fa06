import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { dayOf } from '#domain/calendar.ts'
import {
  AdditionGiven,
  Areas,
  OrganisationGiven,
  OrganisationId,
  OrganisationRecord,
  Register,
  RegisterFilters,
} from '#domain/organisation.schema.ts'
import type { AdditionGiven as Addition, OrganisationRecord as Organisation } from '#domain/organisation.ts'
import { wouldRing } from '#domain/organisation.ts'
import { nameKey } from '#domain/person.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { doing } from '../doer.ts'
import { body, etag, IdempotencyKey, IfMatch, json, router } from '../openapi.ts'
import { allows, may, reach } from '../policy.ts'
import { invalid, notFound, problems } from '../problem.ts'
import { account } from '../repository/audit.ts'
import type { Db, Tx } from '../repository/database.ts'
import { findOrganisation, succession } from '../repository/organisations.ts'
import { addOrganisation, applyAddition, listAreas, nextVersion, readOrganisation, readRegister, takeBackAddition } from '../repository/register.ts'

const OrganisationParams = z.strictObject({ organisationId: OrganisationId })

const listRoute = createRoute({
  method: 'get',
  path: '/register',
  operationId: 'readRegister',
  summary: 'The register of organisations, one page at a time',
  ...may('browse-register'),
  request: { query: RegisterFilters },
  responses: { 200: json(Register, 'Those that match, by name'), ...problems(401, 403, 422) },
})

const areasRoute = createRoute({
  method: 'get',
  path: '/areas',
  operationId: 'listAreas',
  summary: 'The areas that organisations serve: the upper-tier local authorities of England',
  ...may('read-register'),
  responses: { 200: json(Areas, 'By the name of the place'), ...problems(401) },
})

const readRoute = createRoute({
  method: 'get',
  path: '/register/{organisationId}',
  operationId: 'readOrganisation',
  summary: 'One organisation: areas, mergers, other names, and how many people within reach are tied to it',
  ...may('browse-register'),
  request: { params: OrganisationParams },
  responses: { 200: json(OrganisationRecord, 'The organisation'), ...problems(401, 403, 404) },
})

const addRoute = createRoute({
  method: 'post',
  path: '/register',
  operationId: 'addOrganisation',
  summary: 'Add an organisation that the register does not have',
  ...may('keep-register'),
  request: { headers: IdempotencyKey, ...body(OrganisationGiven) },
  responses: { 201: json(OrganisationRecord, 'Added'), ...problems(400, 401, 403, 413, 415, 422) },
})

const additionRoute = createRoute({
  method: 'post',
  path: '/register/{organisationId}/additions',
  operationId: 'addToOrganisation',
  summary: 'Add another name, an area served or a merger to an organisation',
  ...may('keep-register'),
  request: { params: OrganisationParams, headers: IfMatch.extend(IdempotencyKey.shape), ...body(AdditionGiven) },
  responses: { 201: json(OrganisationRecord, 'As it is now'), ...problems(400, 401, 403, 404, 412, 413, 415, 422, 428) },
})

const takeBackRoute = createRoute({
  method: 'delete',
  path: '/register/{organisationId}/additions/{additionId}',
  operationId: 'takeBackAddition',
  summary: 'Take back something that was added here to an organisation',
  ...may('keep-register'),
  request: { params: OrganisationParams.extend({ additionId: z.uuid() }), headers: IfMatch },
  responses: { 200: json(OrganisationRecord, 'As it is now'), ...problems(401, 403, 404, 412, 428) },
})

/** What is wrong with something that is to be added, and what it is called in the account. */
async function additionFaults(tx: Tx, id: string, given: Addition): Promise<{ faults: { pointer: string; detail: string }[]; called: string }> {
  const organisation = await findOrganisation(tx, id)
  if (!organisation) throw notFound()
  if (given.kind === 'other-name') {
    const taken = [organisation.name, ...organisation.otherNames].some((name) => nameKey(name) === nameKey(given.name))
    return {
      faults: taken ? [{ pointer: '/name', detail: 'It already goes by this name' }] : [],
      called: `${organisation.name} is also called ${given.name}`,
    }
  }
  if (given.kind === 'area') {
    const found = await findOrganisation(tx, given.areaId)
    const authority = found?.area ? found : undefined
    const served = await tx
      .selectFrom('organisation_area')
      .select('area_id')
      .where('organisation_id', '=', id)
      .where('area_id', '=', given.areaId)
      .execute()
    const detail = !authority ? 'Choose an authority from the list' : served.length > 0 ? 'It already serves this area' : null
    return { faults: detail ? [{ pointer: '/areaId', detail }] : [], called: `${organisation.name} serves ${authority?.area ?? ''}` }
  }
  const successor = await findOrganisation(tx, given.organisationId)
  const detail = !successor
    ? 'Choose an organisation from the list'
    : organisation.successors.some((one) => one.id === successor.id)
      ? 'It is already recorded that it became part of this'
      : wouldRing(id, successor.id, await succession(tx))
        ? 'These two would have become part of each other'
        : null
  return {
    faults: detail ? [{ pointer: '/organisationId', detail }] : [],
    called: `${organisation.name} became part of ${successor?.name ?? ''} on ${given.from}`,
  }
}

/** An organisation as the asker sees it. */
async function shown(c: Context<Env>, db: Db, id: string): Promise<Organisation> {
  const found = await readOrganisation(db, id, reach(c.var.actor, 'browse-register'), dayOf(c.var.deps.clock.now()))
  if (!found) throw notFound()
  return { ...found, mayKeep: allows(c.var.actor, 'keep-register') }
}

export const registerRoutes = () =>
  router()
    .openapi(listRoute, async (c) =>
      c.json({ ...(await readRegister(c.var.deps.db, c.req.valid('query'))), mayKeep: allows(c.var.actor, 'keep-register') }, 200),
    )
    .openapi(areasRoute, async (c) => c.json(await listAreas(c.var.deps.db), 200))
    .openapi(readRoute, async (c) => {
      const found = await shown(c, c.var.deps.db, c.req.valid('param').organisationId)
      return c.json(found, 200, etag(found.version))
    })
    .openapi(addRoute, (c) =>
      change(c, async (tx) => {
        const given = c.req.valid('json')
        const { areas } = await listAreas(tx)
        if (given.areas.some((area) => !areas.some(({ id }) => id === area)))
          throw invalid([{ pointer: '/areas', detail: 'Choose authorities from the list' }])
        const added = await addOrganisation(tx, given, doing(c).at)
        if ('taken' in added) throw invalid([{ pointer: '/name', detail: `The register already has ${added.taken}` }])
        await account(tx, doing(c), {
          action: 'organisation-added',
          record: 'organisation',
          recordId: added.id,
          personId: null,
          changes: [{ field: 'organisation', from: null, to: given.name }],
        })
        const saved = await shown(c, tx, added.id)
        return c.json(saved, 201, etag(saved.version))
      }),
    )
    .openapi(additionRoute, (c) =>
      change(c, async (tx) => {
        const { organisationId } = c.req.valid('param')
        const given = c.req.valid('json')
        const { faults, called } = await additionFaults(tx, organisationId, given)
        if (faults.length > 0) throw invalid(faults)
        await nextVersion(tx, organisationId, c.req.valid('header')['if-match'])
        await applyAddition(tx, organisationId, given, doing(c).at)
        await account(tx, doing(c), {
          action: 'organisation-addition',
          record: 'organisation',
          recordId: organisationId,
          personId: null,
          changes: [{ field: given.kind, from: null, to: called }],
        })
        const saved = await shown(c, tx, organisationId)
        return c.json(saved, 201, etag(saved.version))
      }),
    )
    .openapi(takeBackRoute, (c) =>
      change(c, async (tx) => {
        const { organisationId, additionId } = c.req.valid('param')
        const before = await shown(c, tx, organisationId)
        const addition = before.additions.find(({ id }) => id === additionId)
        if (!addition) throw notFound()
        await nextVersion(tx, organisationId, c.req.valid('header')['if-match'])
        await takeBackAddition(tx, organisationId, additionId)
        await account(tx, doing(c), {
          action: 'organisation-addition-taken-back',
          record: 'organisation',
          recordId: organisationId,
          personId: null,
          changes: [{ field: addition.kind, from: `${before.name}: ${addition.text}`, to: null }],
        })
        const saved = await shown(c, tx, organisationId)
        return c.json(saved, 200, etag(saved.version))
      }),
    )
