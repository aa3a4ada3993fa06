import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { AvailabilityGiven, Member } from '#domain/member.schema.ts'
import { type Availability, availabilityFaults, type AvailabilityGiven as Given } from '#domain/member.ts'
import type { Person } from '#domain/person.ts'
import { availabilityWords, shortPoolRoleWords } from '#domain/words.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { doing } from '../doer.ts'
import { body, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { invalid, notFound, problems } from '../problem.ts'
import { account } from '../repository/audit.ts'
import { addAvailability, availabilityOf, findAvailability, removeAvailability, saveAvailability } from '../repository/availability.ts'
import type { Tx } from '../repository/database.ts'
import { memberOf } from '../repository/members.ts'
import { theMember } from './members.ts'

const addRoute = createRoute({
  method: 'post',
  path: '/people/{id}/availability',
  operationId: 'addAvailability',
  summary: 'Say when a member is free or away',
  ...may('keep-member'),
  request: { params: IdParams, headers: IdempotencyKey, ...body(AvailabilityGiven) },
  responses: { 201: json(Member, 'The member with it'), ...problems(400, 401, 404, 413, 415, 422) },
})

const changeRoute = createRoute({
  method: 'put',
  path: '/availability/{id}',
  operationId: 'changeAvailability',
  summary: 'Change or end a time that a member is free or away',
  ...may('keep-member'),
  request: { params: IdParams, headers: IfMatch, ...body(AvailabilityGiven) },
  responses: { 200: json(Member, 'The member with it'), ...problems(400, 401, 404, 412, 413, 415, 422, 428) },
})

const removeRoute = createRoute({
  method: 'delete',
  path: '/availability/{id}',
  operationId: 'removeAvailability',
  summary: 'Take back a time that a member is free or away',
  ...may('keep-member'),
  request: { params: IdParams, headers: IfMatch },
  responses: { 200: json(Member, 'The member without it'), ...problems(401, 404, 412, 428) },
})

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const showDay = (on: string) => day.format(new Date(`${on}T00:00:00Z`))

const inWords = ({ state, from, to, roles }: Availability): string =>
  `${availabilityWords[state].toLowerCase()}${roles.length > 0 ? ` as ${roles.map((role) => shortPoolRoleWords[role].toLowerCase()).join(' and ')}` : ''}, ${showDay(from)} to ${showDay(to)}`

/** Someone else's entry is answered like one that is not there. */
async function within(c: Context<Env>, tx: Tx, id: string): Promise<{ person: Person; before: Availability }> {
  const found = await findAvailability(tx, id)
  if (!found) throw notFound()
  const { personId, ...before } = found
  return { person: await theMember(c, tx, 'keep-member', personId), before }
}

async function mustHold(tx: Tx, personId: string, given: Given, changed: string | null): Promise<void> {
  const others = (await availabilityOf(tx, personId)).filter(({ id }) => id !== changed)
  const faults = availabilityFaults(given, others, inWords)
  if (faults.length > 0) throw invalid(faults)
}

const valuesOf = ({ state, from, to }: Pick<Given, 'state' | 'from' | 'to'>) => ({ state, from, to })
const changesTo = (after: Pick<Given, 'state' | 'from' | 'to'>, before?: Availability) =>
  (['state', 'from', 'to'] as const).map((field) => ({ field, from: before ? before[field] : null, to: valuesOf(after)[field] }))

export const availabilityRoutes = () =>
  router()
    .openapi(addRoute, (c) =>
      change(c, async (tx) => {
        const person = await theMember(c, tx, 'keep-member', c.req.valid('param').id)
        const given = c.req.valid('json')
        await mustHold(tx, person.id, given, null)
        const id = await addAvailability(tx, person.id, given, person.roles, doing(c))
        await account(tx, doing(c), {
          action: 'availability-added',
          record: 'availability',
          recordId: id,
          personId: person.id,
          changes: changesTo(given),
        })
        return c.json(await memberOf(tx, person, c.var.deps.clock.now()), 201)
      }),
    )
    .openapi(changeRoute, (c) =>
      change(c, async (tx) => {
        const { person, before } = await within(c, tx, c.req.valid('param').id)
        const given = c.req.valid('json')
        await mustHold(tx, person.id, given, before.id)
        await saveAvailability(tx, before, c.req.valid('header')['if-match'], given, person.roles, doing(c))
        await account(tx, doing(c), {
          action: 'availability-changed',
          record: 'availability',
          recordId: before.id,
          personId: person.id,
          changes: changesTo(given, before),
        })
        return c.json(await memberOf(tx, person, c.var.deps.clock.now()), 200)
      }),
    )
    .openapi(removeRoute, (c) =>
      change(c, async (tx) => {
        const { person, before } = await within(c, tx, c.req.valid('param').id)
        await removeAvailability(tx, before.id, c.req.valid('header')['if-match'], doing(c).at)
        await account(tx, doing(c), {
          action: 'availability-removed',
          record: 'availability',
          recordId: before.id,
          personId: person.id,
          changes: changesTo(before).map(({ field, to }) => ({ field, from: to, to: null })),
        })
        return c.json(await memberOf(tx, person, c.var.deps.clock.now()), 200)
      }),
    )
