import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { changesBetween } from '#domain/audit.ts'
import { CommitmentGiven, Member } from '#domain/member.schema.ts'
import { type Commitment, commitmentFaults, type CommitmentGiven as Given } from '#domain/member.ts'
import type { Person } from '#domain/person.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { doing } from '../doer.ts'
import { body, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { invalid, notFound, problems } from '../problem.ts'
import { account } from '../repository/audit.ts'
import { addCommitment, findCommitment, removeCommitment, saveCommitment } from '../repository/commitments.ts'
import type { Tx } from '../repository/database.ts'
import { memberOf } from '../repository/members.ts'
import { findOrganisation } from '../repository/organisations.ts'
import { theMember } from './members.ts'

const addRoute = createRoute({
  method: 'post',
  path: '/people/{id}/commitments',
  operationId: 'addCommitment',
  summary: 'Enter a review that a member has in hand',
  ...may('keep-member'),
  request: { params: IdParams, headers: IdempotencyKey, ...body(CommitmentGiven) },
  responses: { 201: json(Member, 'The member with it'), ...problems(400, 401, 404, 413, 415, 422) },
})

const changeRoute = createRoute({
  method: 'put',
  path: '/commitments/{id}',
  operationId: 'changeCommitment',
  summary: 'Change or end a review that a member has in hand',
  ...may('keep-member'),
  request: { params: IdParams, headers: IfMatch, ...body(CommitmentGiven) },
  responses: { 200: json(Member, 'The member with it'), ...problems(400, 401, 404, 412, 413, 415, 422, 428) },
})

const removeRoute = createRoute({
  method: 'delete',
  path: '/commitments/{id}',
  operationId: 'removeCommitment',
  summary: 'Take back a review that was entered by mistake',
  ...may('keep-member'),
  request: { params: IdParams, headers: IfMatch },
  responses: { 200: json(Member, 'The member without it'), ...problems(401, 404, 412, 428) },
})

/** Someone else's review is answered like one that is not there. */
async function within(c: Context<Env>, tx: Tx, id: string): Promise<{ person: Person; before: Commitment }> {
  const found = await findCommitment(tx, id)
  if (!found) throw notFound()
  const { personId, ...before } = found
  return { person: await theMember(c, tx, 'keep-member', personId), before }
}

async function mustHold(tx: Tx, given: Given): Promise<void> {
  const faults = commitmentFaults(given)
  if (!(await findOrganisation(tx, given.authority))) faults.push({ pointer: '/authority', detail: 'Choose an authority from the list' })
  if (faults.length > 0) throw invalid(faults)
}

const fields = ['reference', 'authority', 'role', 'from', 'to', 'days'] as const
const nothing: Record<(typeof fields)[number], string | null> = { reference: null, authority: null, role: null, from: null, to: null, days: null }
const given = (one: Given) => ({ ...one, days: String(one.days) })

export const commitmentRoutes = () =>
  router()
    .openapi(addRoute, (c) =>
      change(c, async (tx) => {
        const person = await theMember(c, tx, 'keep-member', c.req.valid('param').id)
        const sent = c.req.valid('json')
        await mustHold(tx, sent)
        const id = await addCommitment(tx, person.id, sent, doing(c))
        await account(tx, doing(c), {
          action: 'commitment-added',
          record: 'commitment',
          recordId: id,
          personId: person.id,
          changes: changesBetween<typeof nothing>(nothing, given(sent), fields),
        })
        return c.json(await memberOf(tx, person, c.var.deps.clock.now()), 201)
      }),
    )
    .openapi(changeRoute, (c) =>
      change(c, async (tx) => {
        const { person, before } = await within(c, tx, c.req.valid('param').id)
        const sent = c.req.valid('json')
        await mustHold(tx, sent)
        await saveCommitment(tx, before.id, c.req.valid('header')['if-match'], sent, doing(c))
        await account(tx, doing(c), {
          action: 'commitment-changed',
          record: 'commitment',
          recordId: before.id,
          personId: person.id,
          changes: changesBetween<typeof nothing>(given(before), given(sent), fields),
        })
        return c.json(await memberOf(tx, person, c.var.deps.clock.now()), 200)
      }),
    )
    .openapi(removeRoute, (c) =>
      change(c, async (tx) => {
        const { person, before } = await within(c, tx, c.req.valid('param').id)
        await removeCommitment(tx, before.id, c.req.valid('header')['if-match'], doing(c).at)
        await account(tx, doing(c), {
          action: 'commitment-removed',
          record: 'commitment',
          recordId: before.id,
          personId: person.id,
          changes: changesBetween<typeof nothing>(given(before), nothing, fields),
        })
        return c.json(await memberOf(tx, person, c.var.deps.clock.now()), 200)
      }),
    )
