import { v7 as newId } from 'uuid'
import type { Mail } from '#domain/account.ts'
import { after } from '#domain/calendar.ts'
import type { Db, MailTable, Tx } from './database.ts'

export interface NewMail {
  accountId: string | null
  to: string
  subject: string
  text: string
}

/** Minutes to wait after each try that failed: quick at first, and more than a day in all. After the last the mail is given up. */
const waits = [1, 2, 5, 15, 30, 60, 120, 240, 480, 720]
/** Whoever sends a mail has it to themself for so many minutes, longer than any mail server is waited for. */
const claimMinutes = 5

/** Puts a mail into the outbox, in the transaction of what it tells of. It is sent after, or kept to be read when no mail server is set. */
export const queueMail = (tx: Tx, mail: NewMail, at: string): Promise<void> => queueMails(tx, [mail], at)

export async function queueMails(tx: Tx, mails: readonly NewMail[], at: string): Promise<void> {
  await tx
    .insertInto('mail')
    .values(
      mails.map(({ accountId, to, subject, text }) => ({
        id: newId(),
        account_id: accountId,
        to_address: to,
        subject,
        text,
        created_at: at,
        sent_at: null,
        next_try_at: at,
      })),
    )
    .execute()
}

type Row = Omit<MailTable, 'tries'> & { tries: number }

const stateOf = (row: Row, kept: boolean): Mail['state'] => (row.sent_at ? 'sent' : kept ? 'kept' : row.next_try_at ? 'waiting' : 'given-up')

/** The words hold links that let their reader in: they are shown only where no mail server is set, since then nobody else can deliver them. */
const asMail = (row: Row, kept: boolean): Mail => ({
  id: row.id,
  to: row.to_address,
  subject: row.subject,
  text: kept && row.text !== '' ? row.text : null,
  state: stateOf(row, kept),
  createdAt: row.created_at,
  sentAt: row.sent_at,
})

/** The newest hundred. `kept` says that no mail server is set. */
export async function listMail(db: Db, kept: boolean): Promise<Mail[]> {
  const rows = await db.selectFrom('mail').selectAll().orderBy('id', 'desc').limit(100).execute()
  return rows.map((row) => asMail(row, kept))
}

export async function findMail(db: Db, id: string, kept: boolean): Promise<(Mail & { accountId: string | null }) | undefined> {
  const row = await db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...asMail(row, kept), accountId: row.account_id }
}

/** Begins anew with a mail that was given up. False when it was not. */
export async function tryMailAgain(tx: Tx, id: string, at: string): Promise<boolean> {
  const begun = await tx
    .updateTable('mail')
    .set({ tries: 0, next_try_at: at })
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('next_try_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return begun !== undefined
}

/** The oldest mail that is due, claimed: of several servers on one database one gets it. Undefined when none is due. */
export async function claimMail(db: Db, now: Date): Promise<Row | undefined> {
  for (;;) {
    const due = await db.selectFrom('mail').selectAll().where('next_try_at', '<=', now.toISOString()).orderBy('id').limit(1).executeTakeFirst()
    if (!due) return undefined
    const claimed = await db
      .updateTable('mail')
      .set({ tries: due.tries + 1, next_try_at: after(now, { minutes: claimMinutes }).toISOString() })
      .where('id', '=', due.id)
      .where('tries', '=', due.tries)
      .where('next_try_at', '=', due.next_try_at)
      .returningAll()
      .executeTakeFirst()
    if (claimed) return claimed
  }
}

/** A mail that was sent keeps no words: the links in them are its reader's alone. */
export async function noteSent(db: Db, id: string, at: string): Promise<void> {
  await db.updateTable('mail').set({ sent_at: at, next_try_at: null, text: '' }).where('id', '=', id).execute()
}

/** When a mail that was not taken is tried next. */
export async function noteNotTaken(db: Db, { id, tries }: Pick<Row, 'id' | 'tries'>, now: Date): Promise<void> {
  const wait = waits[tries - 1]
  await db
    .updateTable('mail')
    .set({ next_try_at: wait === undefined ? null : after(now, { minutes: wait }).toISOString() })
    .where('id', '=', id)
    .execute()
}
