import { dayOf } from '#domain/calendar.ts'
import { reminderDue } from '#domain/certificate.ts'
import { recheckReminderDays } from '#domain/pool-check.ts'
import { notice, type To } from './mails.ts'
import { account } from './repository/audit.ts'
import { checkPolicy, keepRechecks } from './repository/check-policy.ts'
import { checksToRemind, noteCheckReminder } from './repository/checks-due.ts'
import type { Db } from './repository/database.ts'
import { tell } from './tell.ts'

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** What was checked is said only after signing in: a mail may be read over a shoulder. */
const recheckMail = (to: To, recheckOn: string) =>
  notice(to, 'Something on your record is to be checked again', [
    `One of the checks that your pool keeps of you falls due to be made again on ${inWords.format(new Date(recheckOn))}. After that day you do not count as ready to be appointed until it is made.`,
    'Sign in to Panel Pool and open Your checks to see which it is. Then show the new evidence to the coordinator of your pool. You need not send a copy: a number and a date are all that is kept.',
  ])

/** Timed: reminds people 60 and 30 days before a re-check falls due, once each. */
export async function remindOfRechecks(db: Db, now: Date): Promise<void> {
  await keepRechecks(db, await checkPolicy(db))
  const at = now.toISOString()
  for (const { id, personId, kind, recheckOn, sent } of await checksToRemind(db, dayOf(now))) {
    const days = reminderDue(recheckOn, sent, at, recheckReminderDays)
    if (days === null) continue
    await db.transaction().execute(async (tx) => {
      if (!(await noteCheckReminder(tx, id, days, at))) return
      const changes = [{ field: 'kind', from: null, to: kind }]
      await account(tx, { at, personId: null }, { action: 'recheck-reminded', record: 'pool-check', recordId: id, personId, changes })
      await tell(tx, personId, (to) => recheckMail(to, recheckOn), at)
    })
  }
}
