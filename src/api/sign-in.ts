import type { Context } from 'hono'
import { isStaff, type HeldRole, type Session, type SessionStep } from '#domain/account.ts'
import type { Actor, Env } from './deps.ts'
import { type AccountRow, findAccountRow, noteSignIn, rolesOf } from './repository/accounts.ts'
import type { Db, Tx } from './repository/database.ts'
import { startSession } from './repository/sessions.ts'
import { settingValue } from './repository/settings.ts'
import { codeAt } from './second-factor.ts'

/** What is still asked after a passphrase or a link. */
const stepFor = (account: Pick<AccountRow, 'totp_confirmed_at'>, roles: readonly HeldRole[]): SessionStep =>
  !isStaff(roles) ? 'signed-in' : account.totp_confirmed_at ? 'second-factor' : 'set-up-second-factor'

/** Begins a session for an account whose address, passphrase or link has been proved, and tells the edge to keep it. */
export async function signIn(c: Context<Env>, tx: Tx, account: AccountRow, step?: SessionStep): Promise<Session> {
  const { clock } = c.var.deps
  const roles = (await rolesOf(tx, [account.id])).get(account.id) ?? []
  const reached = step ?? stepFor(account, roles)
  const token = await startSession(tx, account.id, reached, clock.now())
  if (reached === 'signed-in') await noteSignIn(tx, account.id, clock.now().toISOString())
  c.env.keepSession(token)
  return sessionView(c, tx, { accountId: account.id, personId: account.person_id, name: account.name, roles, step: reached })
}

/** The session as a page sees it: who, how far, and how long it may lie idle. A demonstration also shows the code that an app would. */
export async function sessionView(c: Context<Env>, db: Db, actor: Omit<Actor, 'sessionId'> | null): Promise<Session> {
  if (!actor) return { step: 'signed-out', account: null, idleMinutes: null, demoCode: null }
  const { accountId: id, personId, name, roles, step } = actor
  const idleMinutes = isStaff(roles) ? await settingValue(db, 'staff-idle-minutes') : null
  return {
    step,
    account: { id, personId, name, roles: [...roles] },
    idleMinutes,
    demoCode: step === 'second-factor' ? await demoCode(c, db, id) : null,
  }
}

async function demoCode(c: Context<Env>, db: Db, accountId: string): Promise<string | null> {
  const { site, clock } = c.var.deps
  const secret = site.demo ? (await findAccountRow(db, accountId))?.totp_secret : null
  return secret ? codeAt(secret, clock.now()) : null
}
