import { createRoute } from '@hono/zod-openapi'
import { Account, AccountFilters, Accounts, Invitation, Message, Suspension } from '#domain/account.schema.ts'
import { accountMoves, type Account as AccountRecord, type AccountState } from '#domain/account.ts'
import { dayOf } from '#domain/calendar.ts'
import { change } from '../change.ts'
import { asking, doing } from '../doer.ts'
import { invitationMail } from '../mails.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { conflict, invalid, notFound, problems, stale } from '../problem.ts'
import { erase, subjectsOf } from '../privacy/erasure.ts'
import {
  addAccount,
  AddressTaken,
  changeOwn,
  countAdministrators,
  findAccount,
  findByEmail,
  listAccounts,
  saveAccount,
} from '../repository/accounts.ts'
import { account as note } from '../repository/audit.ts'
import type { Db } from '../repository/database.ts'
import { addLink } from '../repository/links.ts'
import { queueMail } from '../repository/mail.ts'
import { addPerson, findPerson } from '../repository/people.ts'
import { endSessionsOf } from '../repository/sessions.ts'
import { settingValue } from '../repository/settings.ts'
import { passOnFrom } from '../verification/offer.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/accounts',
  operationId: 'listAccounts',
  summary: 'Everyone who can sign in, a page at a time',
  ...may('keep-accounts'),
  request: { query: AccountFilters },
  responses: { 200: json(Accounts, 'The accounts'), ...problems(401, 403, 422) },
})

const readRoute = createRoute({
  method: 'get',
  path: '/accounts/{id}',
  operationId: 'readAccount',
  summary: 'One account',
  ...may('keep-accounts'),
  request: { params: IdParams },
  responses: { 200: json(Account, 'The account'), ...problems(401, 403, 404) },
})

const inviteRoute = createRoute({
  method: 'post',
  path: '/invitations',
  operationId: 'invite',
  summary: 'Invite a coordinator, an assessor or an administrator by e-mail',
  ...may('keep-accounts'),
  request: { headers: IdempotencyKey, ...body(Invitation) },
  responses: { 201: json(Account, 'Invited; the mail is on its way'), ...problems(400, 401, 403, 413, 415, 422) },
})

const inviteAgainRoute = createRoute({
  method: 'post',
  path: '/accounts/{id}/invitation',
  operationId: 'inviteAgain',
  summary: 'Send an invitation again; the earlier link stops working',
  ...may('keep-accounts'),
  request: { params: IdParams, headers: IdempotencyKey },
  responses: { 200: json(Account, 'Sent again'), ...problems(401, 403, 404, 409, 422) },
})

const withdrawRoute = createRoute({
  method: 'delete',
  path: '/accounts/{id}/invitation',
  operationId: 'withdrawInvitation',
  summary: 'Withdraw an invitation that nobody accepted yet: its link stops working and what is held on the person is erased',
  ...may('keep-accounts'),
  request: { params: IdParams, headers: IfMatch },
  responses: { 200: json(Message, 'Withdrawn'), ...problems(401, 403, 404, 409, 412, 428) },
})

const suspendRoute = createRoute({
  method: 'put',
  path: '/accounts/{id}/suspension',
  operationId: 'suspendAccount',
  summary: 'Suspend an account: it is signed out everywhere at once',
  ...may('keep-accounts'),
  request: { params: IdParams, headers: IfMatch, ...body(Suspension) },
  responses: { 200: json(Account, 'Suspended'), ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428) },
})

const liftRoute = createRoute({
  method: 'delete',
  path: '/accounts/{id}/suspension',
  operationId: 'liftSuspension',
  summary: 'Lift a suspension',
  ...may('keep-accounts'),
  request: { params: IdParams, headers: IfMatch },
  responses: { 200: json(Account, 'Lifted'), ...problems(401, 403, 404, 409, 412, 428) },
})

const removeFactorRoute = createRoute({
  method: 'delete',
  path: '/accounts/{id}/second-factor',
  operationId: 'removeSecondFactor',
  summary: 'Remove a lost second factor; its owner sets up a new one at the next sign-in',
  ...may('keep-accounts'),
  request: { params: IdParams, headers: IfMatch },
  responses: { 200: json(Account, 'Removed'), ...problems(401, 403, 404, 409, 412, 428) },
})

const taken = () => invalid([{ pointer: '/email', detail: 'Somebody has an account with this address already' }])

/** @throws Problem 409 with the allowed moves when the account cannot make this one. */
function mustMove(account: AccountRecord, to: AccountState, title: string): void {
  if (!accountMoves[account.state].includes(to)) throw conflict(title, [...accountMoves[account.state]])
}

/** The account as the asker read it. @throws Problem 404, or 412 when it changed since. */
async function asRead(db: Db, id: string, version: number): Promise<AccountRecord> {
  const account = await findAccount(db, id)
  if (!account) throw notFound()
  if (account.version !== version) throw stale(account)
  return account
}

export const accountRoutes = () =>
  router()
    .openapi(listRoute, async (c) => c.json(await listAccounts(c.var.deps.db, c.req.valid('query')), 200))
    .openapi(readRoute, async (c) => {
      const account = await findAccount(c.var.deps.db, c.req.valid('param').id)
      if (!account) throw notFound()
      return c.json(account, 200, etag(account.version))
    })
    .openapi(inviteRoute, (c) =>
      change(c, async (tx) => {
        const { clock, site } = c.var.deps
        const { name, email, role, region } = c.req.valid('json')
        if (region && role !== 'coordinator')
          throw invalid([{ pointer: '/region', detail: 'Only a coordinator is bound to a region. Choose every region' }])
        if (await findByEmail(tx, email)) throw taken()
        const personId = await addPerson(tx, { name, email, standing: null, joinedOn: dayOf(clock.now()) }, doing(c))
        const id = await addAccount(tx, { personId, email, passphrase: null, roles: [{ role, region }], invited: true, at: doing(c).at })
        const token = await addLink(tx, 'invitation', id, clock.now())
        const days = await settingValue(tx, 'invitation-days')
        await queueMail(tx, invitationMail(site, { accountId: id, name, email }, token, days, role, asking(c).name), doing(c).at)
        await note(tx, doing(c), {
          action: 'invitation-sent',
          record: 'account',
          recordId: id,
          personId,
          changes: [{ field: 'role', from: null, to: role }],
        })
        const account = await findAccount(tx, id)
        if (!account) throw notFound()
        return c.json(account, 201, etag(account.version))
      }).catch((error: unknown) => {
        throw error instanceof AddressTaken ? taken() : error
      }),
    )
    .openapi(inviteAgainRoute, (c) =>
      change(c, async (tx) => {
        const { clock, site } = c.var.deps
        const account = await findAccount(tx, c.req.valid('param').id)
        if (!account) throw notFound()
        if (account.state !== 'invited' || !account.email) throw conflict('This account has no invitation open', [...accountMoves[account.state]])
        const token = await addLink(tx, 'invitation', account.id, clock.now())
        await changeOwn(tx, account.id, { invited_at: doing(c).at })
        const to = { accountId: account.id, name: account.name, email: account.email }
        const role = account.roles[0]?.role ?? 'learner'
        await queueMail(tx, invitationMail(site, to, token, await settingValue(tx, 'invitation-days'), role, asking(c).name), doing(c).at)
        await note(tx, doing(c), { action: 'invitation-sent', record: 'account', recordId: account.id, personId: account.personId })
        const saved = (await findAccount(tx, account.id)) ?? account
        return c.json(saved, 200, etag(saved.version))
      }),
    )
    .openapi(withdrawRoute, (c) =>
      change(c, async (tx) => {
        const account = await asRead(tx, c.req.valid('param').id, c.req.valid('header')['if-match'])
        const person = await findPerson(tx, account.personId)
        if (!person) throw notFound()
        if (account.state !== 'invited') throw conflict('This account has no invitation open', [...accountMoves[account.state]])
        await note(tx, doing(c), { action: 'invitation-withdrawn', record: 'account', recordId: account.id, personId: account.personId })
        await erase(tx, person, await subjectsOf(tx, person), doing(c), 'The invitation was withdrawn')
        return c.json({ message: 'The invitation is withdrawn' }, 200)
      }),
    )
    .openapi(suspendRoute, (c) =>
      change(c, async (tx) => {
        const { reason } = c.req.valid('json')
        const account = await asRead(tx, c.req.valid('param').id, c.req.valid('header')['if-match'])
        mustMove(account, 'suspended', 'This account is suspended already')
        if (account.id === asking(c).accountId) throw conflict('You cannot suspend your own account. Ask another administrator', [])
        const administers = account.state === 'active' && account.roles.some(({ role }) => role === 'administrator')
        if (administers && (await countAdministrators(tx)) < 2) throw conflict('This is the last administrator. Invite another one first', [])
        const saved = await saveAccount(tx, account.id, account.version, { suspended_at: doing(c).at, suspended_reason: reason })
        await endSessionsOf(tx, account.id)
        await passOnFrom(tx, account.personId, c.var.deps.clock.now())
        await note(tx, doing(c), {
          action: 'account-suspended',
          record: 'account',
          recordId: account.id,
          personId: account.personId,
          changes: [{ field: 'state', from: account.state, to: saved.state }],
          reason,
        })
        return c.json(saved, 200, etag(saved.version))
      }),
    )
    .openapi(liftRoute, (c) =>
      change(c, async (tx) => {
        const account = await asRead(tx, c.req.valid('param').id, c.req.valid('header')['if-match'])
        if (account.state !== 'suspended') throw conflict('This account is not suspended', [...accountMoves[account.state]])
        const saved = await saveAccount(tx, account.id, account.version, { suspended_at: null, suspended_reason: null })
        const changes = [{ field: 'state', from: account.state, to: saved.state }]
        await note(tx, doing(c), { action: 'suspension-lifted', record: 'account', recordId: account.id, personId: account.personId, changes })
        return c.json(saved, 200, etag(saved.version))
      }),
    )
    .openapi(removeFactorRoute, (c) =>
      change(c, async (tx) => {
        const account = await asRead(tx, c.req.valid('param').id, c.req.valid('header')['if-match'])
        if (!account.secondFactor) throw conflict('This account has no second factor', [])
        const saved = await saveAccount(tx, account.id, account.version, { totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
        await endSessionsOf(tx, account.id)
        await note(tx, doing(c), { action: 'second-factor-removed', record: 'account', recordId: account.id, personId: account.personId })
        return c.json(saved, 200, etag(saved.version))
      }),
    )
