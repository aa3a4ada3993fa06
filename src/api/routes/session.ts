import { createRoute } from '@hono/zod-openapi'
import { emailKey } from '#domain/account.ts'
import { LinkRequest, Message, SecondFactorCode, SecondFactorSetUp, Session, SignIn } from '#domain/account.schema.ts'
import { change } from '../change.ts'
import type { ApiDeps } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { digest } from '../hash.ts'
import { signInMail } from '../mails.ts'
import { body, IdempotencyKey, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { conflict, invalid, problems, refused, signInFirst } from '../problem.ts'
import { type AccountRow, changeOwn, findAccountRow, findByEmail, useCodeStep } from '../repository/accounts.ts'
import { account as note } from '../repository/audit.ts'
import { mustHaveGuesses, takeGuess } from '../repository/guesses.ts'
import { addLink } from '../repository/links.ts'
import { queueMail } from '../repository/mail.ts'
import { endSession } from '../repository/sessions.ts'
import { settingValue } from '../repository/settings.ts'
import { newSecret, secretAddress, stepOf } from '../second-factor.ts'
import { sessionView, signIn } from '../sign-in.ts'

const readSession = createRoute({
  method: 'get',
  path: '/session',
  operationId: 'readSession',
  summary: 'Who is signed in here, and how far',
  ...may('read-public'),
  responses: { 200: json(Session, 'The session, or that there is none') },
})

const startSession = createRoute({
  method: 'post',
  path: '/session',
  operationId: 'signIn',
  summary: 'Sign in with a passphrase',
  ...may('sign-in'),
  request: body(SignIn),
  responses: { 201: json(Session, 'Signed in, or on to the second factor'), ...problems(400, 403, 413, 415, 422, 429) },
})

const endSessionRoute = createRoute({
  method: 'delete',
  path: '/session',
  operationId: 'signOut',
  summary: 'Sign out here',
  ...may('sign-out'),
  responses: { 200: json(Session, 'Signed out') },
})

const giveSecondFactor = createRoute({
  method: 'post',
  path: '/session/second-factor',
  operationId: 'giveSecondFactor',
  summary: 'Finish signing in with a one-time code',
  ...may('finish-sign-in'),
  request: body(SecondFactorCode),
  responses: { 201: json(Session, 'Signed in'), ...problems(400, 401, 409, 413, 415, 422, 429) },
})

const beginSecondFactor = createRoute({
  method: 'post',
  path: '/second-factor',
  operationId: 'beginSecondFactor',
  summary: 'Get a secret for an authenticator app',
  ...may('finish-sign-in'),
  request: { headers: IdempotencyKey },
  responses: { 201: json(SecondFactorSetUp, 'A secret that counts once a code from it is given'), ...problems(401, 409) },
})

const confirmSecondFactor = createRoute({
  method: 'put',
  path: '/second-factor',
  operationId: 'confirmSecondFactor',
  summary: 'Prove the authenticator app with its first code',
  ...may('finish-sign-in'),
  request: body(SecondFactorCode),
  responses: { 200: json(Session, 'Set up, and signed in'), ...problems(400, 401, 409, 413, 415, 422, 429) },
})

const requestLink = createRoute({
  method: 'post',
  path: '/sign-in-links',
  operationId: 'requestSignInLink',
  summary: 'Ask for a link to sign in by e-mail',
  ...may('sign-in'),
  request: { headers: IdempotencyKey, ...body(LinkRequest) },
  responses: { 202: json(Message, 'The same words whether or not there is an account'), ...problems(400, 413, 415, 422, 429) },
})

const wrong = () => invalid([{ pointer: '', detail: 'That e-mail address and passphrase do not go together. Check both, or ask for a link instead' }])
const wrongCode = () => invalid([{ pointer: '/code', detail: 'That code is not right, or was used already. Wait for the next one and enter it' }])
const beginFirst = () => conflict('Get a secret for your app first', ['begin'])
/** Verified when there is no account, so that known and unknown addresses take as long. Nobody's passphrase. */
let nobody: string | undefined

export const sessionRoutes = () =>
  router()
    .openapi(readSession, async (c) => c.json(await sessionView(c, c.var.deps.db, c.var.actor), 200))
    .openapi(startSession, async (c) => {
      const { db, clock, passphrases } = c.var.deps
      const { email, passphrase } = c.req.valid('json')
      const keys = [await digest(`account ${emailKey(email)}`), await digest(`address ${c.env.address}`)]
      const guess = await takeGuess(db, keys, clock.now())
      const account = await findByEmail(db, email)
      nobody ??= await passphrases.hash('nobody has this passphrase')
      const right = await passphrases.verify(passphrase, account?.passphrase ?? nobody)
      if (!account?.passphrase || !right || !account.confirmed_at) {
        if (account)
          await note(
            db,
            { at: clock.now().toISOString(), personId: null },
            { action: 'sign-in-refused', record: 'account', recordId: account.id, personId: account.person_id },
          )
        throw wrong()
      }
      await guess.giveBack()
      if (account.suspended_at) throw refused('Your account is suspended. Ask the person who runs this pool why')
      return db.transaction().execute(async (tx) => {
        if (c.var.actor) await endSession(tx, c.var.actor.sessionId)
        await note(
          tx,
          { at: clock.now().toISOString(), personId: account.person_id },
          { action: 'signed-in', record: 'account', recordId: account.id, personId: account.person_id },
        )
        return c.json(await signIn(c, tx, account), 201)
      })
    })
    .openapi(endSessionRoute, async (c) => {
      const { db } = c.var.deps
      const { actor } = c.var
      if (actor) {
        await db.transaction().execute(async (tx) => {
          await endSession(tx, actor.sessionId)
          await note(tx, doing(c), { action: 'signed-out', record: 'account', recordId: actor.accountId, personId: actor.personId })
        })
      }
      c.env.dropSession()
      return c.json(await sessionView(c, db, null), 200)
    })
    .openapi(giveSecondFactor, async (c) => {
      const { db, clock } = c.var.deps
      const actor = asking(c)
      const account = await findAccountRow(db, actor.accountId)
      if (actor.step !== 'second-factor' || !account?.totp_secret) throw conflict('No one-time code is asked for now', ['sign-in'])
      const step = await codeStep(c.var.deps, account, c.req.valid('json').code, clock.now())
      return db.transaction().execute(async (tx) => {
        if (!(await useCodeStep(tx, account.id, step))) throw wrongCode()
        await endSession(tx, actor.sessionId)
        return c.json(await signIn(c, tx, account, 'signed-in'), 201)
      })
    })
    .openapi(beginSecondFactor, (c) =>
      change(c, async (tx) => {
        const account = await findAccountRow(tx, asking(c).accountId)
        if (!account) throw signInFirst()
        const secret = newSecret()
        if (!(await changeOwn(tx, account.id, { totp_secret: secret }, { totp_confirmed_at: null })))
          throw conflict('Your account has a second factor. An administrator can remove it', ['sign-in'])
        return c.json({ secret, address: secretAddress(secret, account.email ?? account.name) }, 201)
      }),
    )
    .openapi(confirmSecondFactor, async (c) => {
      const { db, clock } = c.var.deps
      const actor = asking(c)
      const account = await findAccountRow(db, actor.accountId)
      const secret = account?.totp_secret
      if (!secret || account.totp_confirmed_at) throw beginFirst()
      const step = await codeStep(c.var.deps, account, c.req.valid('json').code, clock.now())
      return db.transaction().execute(async (tx) => {
        const at = clock.now().toISOString()
        const still = { totp_secret: secret, totp_confirmed_at: null }
        if (!(await changeOwn(tx, account.id, { totp_confirmed_at: at, totp_last_step: step }, still))) throw beginFirst()
        await note(tx, doing(c), { action: 'second-factor-set-up', record: 'account', recordId: account.id, personId: account.person_id })
        await endSession(tx, actor.sessionId)
        return c.json(await signIn(c, tx, { ...account, totp_confirmed_at: at }, 'signed-in'), 200)
      })
    })
    .openapi(requestLink, async (c) => {
      const { db, clock, site } = c.var.deps
      const { email } = c.req.valid('json')
      await mustHaveGuesses(db, [await digest(`address ${c.env.address}`)], clock.now())
      await takeGuess(db, [await digest(`link ${emailKey(email)}`)], clock.now())
      return change(c, async (tx) => {
        const account = await findByEmail(tx, email)
        if (account?.email && !account.suspended_at && (account.confirmed_at || !account.invited_at)) {
          const token = await addLink(tx, account.confirmed_at ? 'sign-in' : 'confirm', account.id, clock.now())
          const to = { accountId: account.id, name: account.name, email: account.email }
          await queueMail(tx, signInMail(site, to, token, await settingValue(tx, 'sign-in-link-minutes')), clock.now().toISOString())
          await note(tx, doing(c), { action: 'sign-in-link-sent', record: 'account', recordId: account.id, personId: account.person_id })
        }
        return c.json({ message: 'If that address has an account, a link is on its way to it' }, 202)
      })
    })

/** The time step of a right code. @throws Problem 422 for a wrong one, and 429 after too many. */
async function codeStep({ db }: Pick<ApiDeps, 'db'>, account: AccountRow, code: string, now: Date): Promise<number> {
  const guess = await takeGuess(db, [await digest(`code ${account.id}`)], now)
  const step = stepOf(account.totp_secret ?? '', code, now, account.totp_last_step)
  if (step === null) throw wrongCode()
  await guess.giveBack()
  return step
}
