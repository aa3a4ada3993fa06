import type { LinkKind } from '#domain/account.ts'
import { after } from '#domain/calendar.ts'
import { digest, newToken } from '../hash.ts'
import type { Db, Tx } from './database.ts'
import { settingValue } from './settings.ts'

export interface Link {
  id: string
  kind: LinkKind
  accountId: string
  expiresAt: string
}

/** Makes a one-use link and returns its token; earlier links of the same kind for the account stop working. */
export async function addLink(tx: Tx, kind: LinkKind, accountId: string, now: Date): Promise<string> {
  const token = newToken()
  const lasting = kind === 'invitation' || kind === 'first-administrator'
  const expires = lasting
    ? after(now, { days: await settingValue(tx, 'invitation-days') })
    : after(now, { minutes: await settingValue(tx, 'sign-in-link-minutes') })
  await tx.deleteFrom('link').where('account_id', '=', accountId).where('kind', '=', kind).where('used_at', 'is', null).execute()
  await tx
    .insertInto('link')
    .values({ id: await digest(token), kind, account_id: accountId, created_at: now.toISOString(), expires_at: expires.toISOString(), used_at: null })
    .execute()
  return token
}

/** Invitations for accounts that were just made, all at once: the token of each account. */
export async function addInvitations(tx: Tx, accountIds: readonly string[], now: Date): Promise<Map<string, string>> {
  const expires = after(now, { days: await settingValue(tx, 'invitation-days') })
  const made = await Promise.all(
    accountIds.map(async (accountId) => {
      const token = newToken()
      return { accountId, token, id: await digest(token) }
    }),
  )
  await tx
    .insertInto('link')
    .values(
      made.map(({ accountId, id }) => ({
        id,
        kind: 'invitation',
        account_id: accountId,
        created_at: now.toISOString(),
        expires_at: expires.toISOString(),
        used_at: null,
      })),
    )
    .execute()
  return new Map(made.map(({ accountId, token }) => [accountId, token]))
}

/** A link that still works, or undefined: unknown, used, replaced or too old. Looking does not use it. */
export async function findLink(db: Db, token: string, now: Date): Promise<Link | undefined> {
  const row = await db
    .selectFrom('link')
    .selectAll()
    .where('id', '=', await digest(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst()
  return row && { id: row.id, kind: row.kind as LinkKind, accountId: row.account_id, expiresAt: row.expires_at }
}

/** Uses a link up. False when somebody else was faster. */
export async function useLink(tx: Tx, id: string, now: Date): Promise<boolean> {
  const used = await tx
    .updateTable('link')
    .set({ used_at: now.toISOString() })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}
