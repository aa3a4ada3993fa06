import type { To } from './mails.ts'
import type { Db, Tx } from './repository/database.ts'
import { type NewMail, queueMail } from './repository/mail.ts'

const addressOf = (db: Db, personId: string) =>
  db
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .select(['account.id as accountId', 'person.name', 'person.email'])
    .where('person.id', '=', personId)
    .executeTakeFirst()

/** Whether a mail to a person has somewhere to go. */
export const hasAddress = async (db: Db, personId: string): Promise<boolean> => Boolean((await addressOf(db, personId))?.email)

/** Sends a mail to a person, if they have an address. */
export async function tell(tx: Tx, personId: string, mail: (to: To) => NewMail, at: string): Promise<void> {
  const row = await addressOf(tx, personId)
  if (row?.email) await queueMail(tx, mail({ ...row, email: row.email }), at)
}
