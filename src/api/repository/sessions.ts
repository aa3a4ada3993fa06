import { isStaff, type SessionStep } from '#domain/account.ts'
import { after } from '#domain/calendar.ts'
import type { Actor } from '../deps.ts'
import { digest, newToken } from '../hash.ts'
import { rolesOf } from './accounts.ts'
import type { Db, Tx } from './database.ts'
import { settingValue } from './settings.ts'

/** Begins a session and returns its token, which is not kept: the database holds only its digest. */
export async function startSession(tx: Tx, accountId: string, step: SessionStep, now: Date): Promise<string> {
  const token = newToken()
  const at = now.toISOString()
  const expires = after(now, { days: await settingValue(tx, 'session-days') })
  await tx
    .insertInto('session')
    .values({ id: await digest(token), account_id: accountId, step, created_at: at, seen_at: at, expires_at: expires.toISOString() })
    .execute()
  return token
}

/** Who a token stands for, or null: unknown, ended, too old, idle too long for staff, or suspended. Notes that it was seen, at most once a minute. */
export async function actorFor(db: Db, token: string, now: Date): Promise<Actor | null> {
  const id = await digest(token)
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['session.step', 'session.seen_at', 'session.account_id', 'account.person_id', 'person.name'])
    .where('session.id', '=', id)
    .where('session.expires_at', '>', now.toISOString())
    .where('account.suspended_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const roles = (await rolesOf(db, [row.account_id])).get(row.account_id) ?? []
  if (isStaff(roles) && after(new Date(row.seen_at), { minutes: await settingValue(db, 'staff-idle-minutes') }) <= now) return null
  if (after(new Date(row.seen_at), { minutes: 1 }) <= now)
    await db.updateTable('session').set({ seen_at: now.toISOString() }).where('id', '=', id).execute()
  return { sessionId: id, accountId: row.account_id, personId: row.person_id, name: row.name, roles, step: row.step as SessionStep }
}

export async function endSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.deleteFrom('session').where('id', '=', sessionId).execute()
}

export async function endSessionsOf(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('session').where('account_id', '=', accountId).execute()
}
