import { after } from '#domain/calendar.ts'
import { reminderDays, reminderDue } from '#domain/certificate.ts'
import { certificateRunsOutMail } from '../certificate-mails.ts'
import { account } from '../repository/audit.ts'
import { certificatesRunningOut, noteReminder } from '../repository/certificates.ts'
import type { Db } from '../repository/database.ts'
import { tell } from '../tell.ts'

/** Timed: reminds holders 90, 30 and 7 days before their certificate runs out, once each, unless they asked for no reminders. */
export async function remindHolders(db: Db, now: Date): Promise<void> {
  const at = now.toISOString()
  for (const { code, personId, title, validUntil, sent } of await certificatesRunningOut(
    db,
    at,
    after(now, { days: reminderDays[0] }).toISOString(),
  )) {
    const days = reminderDue(validUntil, sent, at)
    if (days === null) continue
    await db.transaction().execute(async (tx) => {
      if (!(await noteReminder(tx, code, days, at))) return
      const changes = [{ field: title, from: null, to: days }]
      await account(tx, { at, personId: null }, { action: 'certificate-reminded', record: 'certificate', recordId: code, personId, changes })
      await tell(tx, personId, (to) => certificateRunsOutMail(to, title, validUntil), at)
    })
  }
}
