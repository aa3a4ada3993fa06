import { after, monthsBefore } from '#domain/calendar.ts'
import { erase, subjectOf } from './privacy/erasure.ts'
import type { Db } from './repository/database.ts'
import { findPerson } from './repository/people.ts'
import { settingValue } from './repository/settings.ts'

/** Deletes what has been kept for as long as its setting says. */
export async function sweep(db: Db, now: Date): Promise<void> {
  const moment = now.toISOString()
  const daysAgo = (days: number) => after(now, { days: -days }).toISOString()
  await db.deleteFrom('session').where('expires_at', '<=', moment).execute()
  await db.deleteFrom('link').where('expires_at', '<=', moment).execute()
  await db.deleteFrom('guess').where('at', '<=', daysAgo(1)).execute()
  await db.deleteFrom('idempotency').where('created_at', '<=', daysAgo(1)).execute()
  await db
    .deleteFrom('mail')
    .where('created_at', '<=', daysAgo(await settingValue(db, 'mail-kept-days')))
    .execute()
  await db
    .deleteFrom('audit_event')
    .where('at', '<=', monthsBefore(now, await settingValue(db, 'audit-kept-months')).toISOString())
    .execute()
  await eraseUnconfirmed(db, now, daysAgo(await settingValue(db, 'unconfirmed-kept-days')))
}

/** Somebody entered an address and nobody ever confirmed it: it may not even be theirs. */
async function eraseUnconfirmed(db: Db, now: Date, before: string): Promise<void> {
  const rows = await db
    .selectFrom('account')
    .select('person_id')
    .where('confirmed_at', 'is', null)
    .where('invited_at', 'is', null)
    .where('email_key', 'is not', null)
    .where('created_at', '<=', before)
    .limit(500)
    .execute()
  for (const { person_id: id } of rows) {
    await db.transaction().execute(async (tx) => {
      const person = await findPerson(tx, id)
      if (person) await erase(tx, person, await subjectOf(tx, person), { at: now.toISOString(), personId: null }, 'The address was never confirmed')
    })
  }
}
