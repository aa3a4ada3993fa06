import { notAskedToConfirm } from '#domain/command.ts'
import { monthsBefore } from '#domain/calendar.ts'
import { stillRightMail } from './membership-mails.ts'
import { account } from './repository/audit.ts'
import type { Db } from './repository/database.ts'
import { settingValue } from './repository/settings.ts'
import { tell } from './tell.ts'

/** How many members are asked in one go. */
const atOnce = 500

/**
 * Timed: asks members whether what the pool knows of them is still right, so many months after they last said so or, who never did, after they joined. Once:
 * the next mail comes only after they have answered.
 */
export async function askStillRight(db: Db, now: Date): Promise<void> {
  const at = now.toISOString()
  const since = monthsBefore(now, await settingValue(db, 'membership-confirm-months')).toISOString()
  const due = await db
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .leftJoin('member', 'member.person_id', 'person.id')
    .select('person.id')
    .where('person.standing', 'is not', null)
    .where('person.standing', 'not in', notAskedToConfirm)
    .where('account.confirmed_at', 'is not', null)
    .where('account.suspended_at', 'is', null)
    .where('member.confirm_asked_at', 'is', null)
    .where((eb) => eb(eb.fn.coalesce('member.confirmed_at', 'person.created_at'), '<=', since))
    .orderBy('person.id')
    .limit(atOnce)
    .execute()
  for (const { id } of due)
    await db.transaction().execute(async (tx) => {
      await tx
        .insertInto('member')
        .values({ person_id: id, specialisms: '[]', languages: '[]', confirm_asked_at: at })
        .onConflict((oc) => oc.column('person_id').doUpdateSet({ confirm_asked_at: at }))
        .execute()
      await account(tx, { at, personId: null }, { action: 'membership-confirmation-asked', record: 'member', recordId: id, personId: id })
      await tell(tx, id, stillRightMail, at)
    })
}
