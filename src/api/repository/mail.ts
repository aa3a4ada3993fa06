import { v7 as newId } from 'uuid'
import type { Mail } from '#domain/account.ts'
import type { Db, Tx } from './database.ts'

export interface NewMail {
  accountId: string | null
  to: string
  subject: string
  text: string
}

/** Puts a mail into the outbox, in the transaction of what it tells of. It is sent after, or kept to be read when no mail server is set. */
export async function queueMail(tx: Tx, { accountId, to, subject, text }: NewMail, at: string): Promise<void> {
  await tx.insertInto('mail').values({ id: newId(), account_id: accountId, to_address: to, subject, text, created_at: at, sent_at: null }).execute()
}

export async function listMail(db: Db): Promise<Mail[]> {
  const rows = await db.selectFrom('mail').selectAll().orderBy('id', 'desc').limit(100).execute()
  return rows.map((row) => ({ id: row.id, to: row.to_address, subject: row.subject, text: row.text, createdAt: row.created_at, sentAt: row.sent_at }))
}

/** Mails not yet sent, oldest first, leaving out those that failed too often. */
export async function unsentMail(db: Db) {
  return db.selectFrom('mail').selectAll().where('sent_at', 'is', null).where('tries', '<', 10).orderBy('id').limit(20).execute()
}

export async function noteSent(db: Db, id: string, at: string | null): Promise<void> {
  await db
    .updateTable('mail')
    .set((eb) => ({ sent_at: at, tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
