import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { emailKey, passphraseFaults, type LinkView as Looked } from '#domain/account.ts'
import { LinkToken, LinkUse, LinkView, Message, Passphrase, Session, SignUp } from '#domain/account.schema.ts'
import { dayOf } from '#domain/calendar.ts'
import { nameKey } from '#domain/person.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { digest } from '../hash.ts'
import { alreadyMail, confirmMail } from '../mails.ts'
import { body, IdempotencyKey, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { invalid, Problem, problems, refused, signInFirst } from '../problem.ts'
import { addAccount, changeOwn, findAccountRow, findByEmail, rolesOf, stateOf, type AccountRow } from '../repository/accounts.ts'
import { account as note } from '../repository/audit.ts'
import type { Db, Tx } from '../repository/database.ts'
import { takeGuess } from '../repository/guesses.ts'
import { addLink, findLink, useLink, type Link } from '../repository/links.ts'
import { queueMail } from '../repository/mail.ts'
import { addPerson } from '../repository/people.ts'
import { endSession } from '../repository/sessions.ts'
import { settingValue } from '../repository/settings.ts'
import { signIn } from '../sign-in.ts'

const signUp = createRoute({
  method: 'post',
  path: '/accounts',
  operationId: 'signUp',
  summary: 'Create an account; it counts once its address is confirmed',
  ...may('sign-in'),
  request: { headers: IdempotencyKey, ...body(SignUp) },
  responses: { 202: json(Message, 'The same words whether or not there is an account'), ...problems(400, 413, 415, 422, 429) },
})

const lookAtLink = createRoute({
  method: 'post',
  path: '/links/look',
  operationId: 'lookAtLink',
  summary: 'What an e-mailed link would do; nothing happens yet',
  ...may('sign-in'),
  request: body(LinkToken),
  responses: { 200: json(LinkView, 'The link works'), ...problems(400, 404, 413, 415, 422) },
})

const followLink = createRoute({
  method: 'post',
  path: '/links/use',
  operationId: 'useLink',
  summary: 'Use an e-mailed link: confirm an address, sign in, or accept an invitation',
  ...may('sign-in'),
  request: body(LinkUse),
  responses: { 201: json(Session, 'Signed in, or on to the second factor'), ...problems(400, 403, 404, 413, 415, 422) },
})

const changePassphrase = createRoute({
  method: 'put',
  path: '/passphrase',
  operationId: 'changePassphrase',
  summary: 'Choose a new passphrase for one’s own account',
  ...may('keep-own-account'),
  request: body(z.strictObject({ current: Passphrase.nullable(), passphrase: Passphrase }).openapi('PassphraseChange')),
  responses: { 200: json(Message, 'Changed'), ...problems(400, 401, 413, 415, 422, 429) },
})

const notNow = () => invalid([{ pointer: '/current', detail: 'That is not your passphrase now' }])
const used = () => new Problem(404, 'This link no longer works: it was used, replaced by a newer one, or is too old. Ask for a new one')
const mustBeGood = (passphrase: string, about: { name: string; email: string }) => {
  const faults = passphraseFaults(passphrase, about)
  if (faults.length > 0) throw invalid(faults.map((detail) => ({ pointer: '/passphrase', detail })))
}

async function follow(db: Db, token: string, now: Date): Promise<{ link: Link; account: AccountRow }> {
  const link = await findLink(db, token, now)
  const account = link && (await findAccountRow(db, link.accountId))
  if (!link || !account) throw used()
  return { link, account }
}

/**
 * A passphrase is chosen when a link is used, never before: whoever types an address into a form may not be its owner, and what they chose would open
 * the account once its owner confirms.
 */
const asksPassphrase: Record<Link['kind'], Looked['asksPassphrase']> = {
  confirm: 'may',
  'sign-in': 'no',
  invitation: 'must',
  'first-administrator': 'must',
}

export const signUpRoutes = () =>
  router()
    .openapi(signUp, async (c) => {
      const { db, clock, site } = c.var.deps
      const { name, email } = c.req.valid('json')
      await takeGuess(db, [await digest(`sign-up ${c.env.address}`)], clock.now())
      return change(c, async (tx) => {
        const at = clock.now().toISOString()
        const minutes = await settingValue(tx, 'sign-in-link-minutes')
        const known = await findByEmail(tx, email)
        if (known?.email) {
          const to = { accountId: known.id, name: known.name, email: known.email }
          const kind = known.confirmed_at ? 'sign-in' : known.invited_at ? 'invitation' : 'confirm'
          if (!known.suspended_at) await queueMail(tx, alreadyMail(site, to, await addLink(tx, kind, known.id, clock.now()), minutes), at)
        } else {
          const personId = await addPerson(tx, { name, email, standing: 'enquirer', joinedOn: dayOf(clock.now()) }, doing(c))
          const roles = [{ role: 'learner' as const, region: null }]
          const accountId = await addAccount(tx, { personId, email, passphrase: null, roles, invited: false, at })
          await note(tx, { at, personId }, { action: 'account-created', record: 'account', recordId: accountId, personId })
          await queueMail(tx, confirmMail(site, { accountId, name, email }, await addLink(tx, 'confirm', accountId, clock.now()), minutes), at)
        }
        return c.json({ message: 'Check your e-mail for a link to go on with' }, 202)
      })
    })
    .openapi(lookAtLink, async (c) => {
      const { db, clock } = c.var.deps
      const { link, account } = await follow(db, c.req.valid('json').token, clock.now())
      const roles = (await rolesOf(db, [account.id])).get(account.id) ?? []
      const { name, email } = account
      return c.json(
        { kind: link.kind, name, email, role: roles[0]?.role ?? null, asksPassphrase: asksPassphrase[link.kind], expiresAt: link.expiresAt },
        200,
      )
    })
    .openapi(followLink, async (c) => {
      const { db, clock, passphrases } = c.var.deps
      const sent = c.req.valid('json')
      const { link, account } = await follow(db, sent.token, clock.now())
      if (stateOf(account) === 'suspended') throw refused('Your account is suspended. Ask the person who runs this pool why')
      const about = link.kind === 'first-administrator' ? firstAdministrator(sent) : { name: account.name, email: account.email ?? '' }
      const chosen = asksPassphrase[link.kind] === 'no' ? null : sent.passphrase || null
      if (asksPassphrase[link.kind] === 'must' && !chosen) throw invalid([{ pointer: '/passphrase', detail: 'Choose a passphrase' }])
      if (chosen) mustBeGood(chosen, about)
      const stored = chosen ? await passphrases.hash(chosen) : null
      return db.transaction().execute(async (tx) => {
        if (!(await useLink(tx, link.id, clock.now()))) throw used()
        const at = clock.now().toISOString()
        if (link.kind !== 'sign-in')
          await changeOwn(tx, account.id, {
            confirmed_at: account.confirmed_at ?? at,
            // What stood there before the address was confirmed may be somebody else's.
            ...(stored || !account.confirmed_at ? { passphrase: stored } : {}),
            ...(link.kind === 'first-administrator' ? { email_key: emailKey(about.email) } : {}),
          })
        if (link.kind === 'first-administrator') await nameFirstAdministrator(tx, account.person_id, about)
        if (c.var.actor) await endSession(tx, c.var.actor.sessionId)
        const action = link.kind === 'sign-in' ? 'signed-in' : link.kind === 'confirm' ? 'address-confirmed' : 'invitation-accepted'
        await note(tx, { at, personId: account.person_id }, { action, record: 'account', recordId: account.id, personId: account.person_id })
        return c.json(await signIn(c, tx, { ...account, ...about }), 201)
      })
    })
    .openapi(changePassphrase, async (c) => {
      const { db, passphrases, clock } = c.var.deps
      const account = await findAccountRow(db, asking(c).accountId)
      if (!account) throw signInFirst()
      const { current, passphrase } = c.req.valid('json')
      const guess = await takeGuess(db, [await digest(`account ${account.email_key}`)], clock.now())
      if (account.passphrase && !(await passphrases.verify(current ?? '', account.passphrase))) throw notNow()
      await guess.giveBack()
      mustBeGood(passphrase, { name: account.name, email: account.email ?? '' })
      const stored = await passphrases.hash(passphrase)
      return change(c, async (tx) => {
        if (!(await changeOwn(tx, account.id, { passphrase: stored }, { passphrase: account.passphrase }))) throw notNow()
        await endOtherSessions(c, tx)
        await note(tx, doing(c), { action: 'passphrase-changed', record: 'account', recordId: account.id, personId: account.person_id })
        return c.json({ message: 'Your passphrase is changed. You are signed out everywhere else' }, 200)
      })
    })

/** Whoever knew the old passphrase is out. */
async function endOtherSessions(c: Context<Env>, tx: Tx): Promise<void> {
  const { accountId, sessionId } = asking(c)
  await tx.deleteFrom('session').where('account_id', '=', accountId).where('id', '<>', sessionId).execute()
}

function firstAdministrator({ name, email }: { name?: string | undefined; email?: string | undefined }): { name: string; email: string } {
  const missing = [
    ...(name ? [] : [{ pointer: '/name', detail: 'Enter your full name' }]),
    ...(email ? [] : [{ pointer: '/email', detail: 'Enter your e-mail address' }]),
  ]
  if (!name || !email) throw invalid(missing)
  return { name, email }
}

async function nameFirstAdministrator(tx: Tx, personId: string, { name, email }: { name: string; email: string }): Promise<void> {
  await tx
    .updateTable('person')
    .set({ name, name_key: nameKey(name), email })
    .where('id', '=', personId)
    .execute()
}
