import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { changesBetween } from '#domain/audit.ts'
import { BackgroundGiven, CapacityGiven, Member, RegionsGiven } from '#domain/member.schema.ts'
import { capacityFaults, type Member as MemberRecord } from '#domain/member.ts'
import type { Person } from '#domain/person.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { doing } from '../doer.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may, mustReach, type Permission } from '../policy.ts'
import { invalid, problems } from '../problem.ts'
import { account } from '../repository/audit.ts'
import type { Db, Tx } from '../repository/database.ts'
import { confirmMember, memberOf, saveBackground, saveCapacity, saveRegions } from '../repository/members.ts'
import { findPerson } from '../repository/people.ts'

const readRoute = createRoute({
  method: 'get',
  path: '/people/{id}/member',
  operationId: 'readMember',
  summary: 'What a member offers, what they have in hand, when they are away, and what that leaves month by month',
  ...may('read-member'),
  request: { params: IdParams },
  responses: { 200: json(Member, 'The member'), ...problems(401, 404) },
})

const saved = { 200: json(Member, 'The member as saved'), ...problems(400, 401, 404, 412, 413, 415, 422, 428) }

const capacityRoute = createRoute({
  method: 'put',
  path: '/people/{id}/member/capacity',
  operationId: 'keepCapacity',
  summary:
    'Say how many days a month and reviews at once a member offers, with other figures for single months; the version of a record not begun yet is 0',
  ...may('keep-member'),
  request: { params: IdParams, headers: IfMatch, ...body(CapacityGiven) },
  responses: saved,
})

const backgroundRoute = createRoute({
  method: 'put',
  path: '/people/{id}/member/background',
  operationId: 'keepBackground',
  summary: 'Say what sector a member comes from, what they know especially well and which languages they work in',
  ...may('keep-member'),
  request: { params: IdParams, headers: IfMatch, ...body(BackgroundGiven) },
  responses: saved,
})

const regionsRoute = createRoute({
  method: 'put',
  path: '/people/{id}/member/regions',
  operationId: 'keepRegions',
  summary: 'Say which regions a member travels to, beside their home region',
  ...may('keep-member'),
  request: { params: IdParams, headers: IfMatch, ...body(RegionsGiven) },
  responses: saved,
})

const confirmRoute = createRoute({
  method: 'post',
  path: '/people/{id}/member/confirmation',
  operationId: 'confirmMember',
  summary: 'Say that all of this is still right; only the member can',
  ...may('confirm-member'),
  request: { params: IdParams, headers: IdempotencyKey },
  responses: { 200: json(Member, 'Confirmed'), ...problems(401, 404, 422) },
})

/** The person of an address, within reach of the asker. */
export async function theMember(c: Context<Env>, db: Db, permission: Permission, id: string): Promise<Person> {
  return mustReach(c.var.actor, permission, await findPerson(db, id))
}

const shownMonths = ({ months }: MemberRecord) =>
  months.map((one) => `${one.month}: ${one.days}${one.mostReviews === null ? '' : ` (${one.mostReviews})`}`)

/** What changed between two states of a member, by field, for the audit. */
const changesOf = (before: MemberRecord, after: MemberRecord) =>
  changesBetween({ ...before, months: shownMonths(before) }, { ...after, months: shownMonths(after) }, [
    'daysAMonth',
    'mostReviews',
    'months',
    'sector',
    'specialisms',
    'languages',
    'regions',
  ])

export const memberRoutes = () =>
  router()
    .openapi(readRoute, async (c) => {
      const { db, clock } = c.var.deps
      const member = await memberOf(db, await theMember(c, db, 'read-member', c.req.valid('param').id), clock.now())
      return c.json(member, 200, etag(member.version))
    })
    .openapi(capacityRoute, (c) =>
      change(c, async (tx) => {
        const given = c.req.valid('json')
        const faults = capacityFaults(given)
        if (faults.length > 0) throw invalid(faults)
        const member = await keep(c, tx, c.req.valid('param').id, 'capacity-changed', (person) =>
          saveCapacity(tx, person, c.req.valid('header')['if-match'], given, c.var.deps.clock.now()),
        )
        return c.json(member, 200, etag(member.version))
      }),
    )
    .openapi(backgroundRoute, (c) =>
      change(c, async (tx) => {
        const member = await keep(c, tx, c.req.valid('param').id, 'background-changed', (person) =>
          saveBackground(tx, person, c.req.valid('header')['if-match'], c.req.valid('json'), c.var.deps.clock.now()),
        )
        return c.json(member, 200, etag(member.version))
      }),
    )
    .openapi(regionsRoute, (c) =>
      change(c, async (tx) => {
        const member = await keep(c, tx, c.req.valid('param').id, 'regions-changed', (person) =>
          saveRegions(tx, person, c.req.valid('header')['if-match'], c.req.valid('json').regions, c.var.deps.clock.now()),
        )
        return c.json(member, 200, etag(member.version))
      }),
    )
    .openapi(confirmRoute, (c) =>
      change(c, async (tx) => {
        const person = await theMember(c, tx, 'confirm-member', c.req.valid('param').id)
        await confirmMember(tx, person.id, doing(c).at)
        await account(tx, doing(c), { action: 'membership-confirmed', record: 'member', recordId: person.id, personId: person.id })
        const member = await memberOf(tx, person, c.var.deps.clock.now())
        return c.json(member, 200, etag(member.version))
      }),
    )

/** Saves one part of a member and accounts for what changed. */
async function keep(
  c: Context<Env>,
  tx: Tx,
  id: string,
  action: 'capacity-changed' | 'background-changed' | 'regions-changed',
  save: (person: Person) => Promise<void>,
): Promise<MemberRecord> {
  const now = c.var.deps.clock.now()
  const person = await theMember(c, tx, 'keep-member', id)
  const before = await memberOf(tx, person, now)
  await save(person)
  const after = await memberOf(tx, person, now)
  await account(tx, doing(c), { action, record: 'member', recordId: person.id, personId: person.id, changes: changesOf(before, after) })
  return after
}
