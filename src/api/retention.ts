import { longestPutOff } from '#domain/today.ts'
import { after, monthsBefore } from '#domain/calendar.ts'
import { erase, subjectsOf } from './privacy/erasure.ts'
import type { Db } from './repository/database.ts'
import { dropOldDrafts } from './repository/imports.ts'
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
  const replaced = monthsBefore(now, await settingValue(db, 'check-kept-months')).toISOString()
  await db
    .deleteFrom('pool_check')
    .where((eb) => eb.or([eb('superseded_at', '<=', replaced), eb('struck_at', '<=', replaced)]))
    .execute()
  await db
    .deleteFrom('training_message')
    .where('at', '<=', monthsBefore(now, await settingValue(db, 'audit-kept-months')).toISOString())
    .execute()
  // Nothing on Today is put off for longer, and its reason may speak of somebody.
  await db
    .deleteFrom('today_mark')
    .where('at', '<=', daysAgo(longestPutOff + 30))
    .execute()
  await dropOldDrafts(db, daysAgo(await settingValue(db, 'import-kept-days')))
  await eraseUnconfirmed(db, now, daysAgo(await settingValue(db, 'unconfirmed-kept-days')))
}

/**
 * Somebody entered an address, or was invited, and nobody ever confirmed it: it may not even be theirs. Not while a link still works that would confirm
 * it, nor the account without an address that waits for the first administrator, nor somebody whom a coordinator put on the roster and keeps there.
 */
async function eraseUnconfirmed(db: Db, now: Date, before: string): Promise<void> {
  const rows = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['person_id', 'invited_at'])
    .where('confirmed_at', 'is', null)
    // One that was put together with another goes when that one does.
    .where('person.merged_into', 'is', null)
    .where('email_key', 'like', '%@%')
    .where((eb) => eb.or([eb('invited_at', 'is', null), eb('standing', 'is', null)]))
    .where((eb) => eb(eb.fn.coalesce('invited_at', 'account.created_at'), '<=', before))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('link')
            .select('link.id')
            .whereRef('link.account_id', '=', 'account.id')
            .where('used_at', 'is', null)
            .where('expires_at', '>', now.toISOString()),
        ),
      ),
    )
    .limit(500)
    .execute()
  for (const { person_id: id, invited_at: invited } of rows) {
    const reason = invited ? 'The invitation was never accepted' : 'The address was never confirmed'
    await db.transaction().execute(async (tx) => {
      const person = await findPerson(tx, id)
      if (person) await erase(tx, person, await subjectsOf(tx, person), { at: now.toISOString(), personId: null }, reason)
    })
  }
}
