import type { To } from './mails.ts'
import type { Tx } from './repository/database.ts'
import { type NewMail, queueMail } from './repository/mail.ts'

/** Sends a mail to a person, if they have an address. */
export async function tell(tx: Tx, personId: string, mail: (to: To) => NewMail, at: string): Promise<void> {
  const row = await tx
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .select(['account.id as accountId', 'person.name', 'person.email'])
    .where('person.id', '=', personId)
    .executeTakeFirst()
  if (row?.email) await queueMail(tx, mail({ ...row, email: row.email }), at)
}
