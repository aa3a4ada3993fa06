import { v7 as newId } from 'uuid'
import { after, dayOf } from '#domain/calendar.ts'
import { issueDue } from './certificates/issue.ts'
import { remindHolders } from './certificates/reminders.ts'
import { remindOfRechecks } from './check-reminders.ts'
import type { ApiDeps } from './deps.ts'
import { keepEvidence } from './evidence-upkeep.ts'
import type { Db } from './repository/database.ts'
import { remarkDue } from './remark.ts'
import { askStillRight } from './membership-reminders.ts'
import { retireDue } from './repository/framework-drafts.ts'
import { sweep } from './retention.ts'
import { tendRequests } from './verification/offer.ts'

/** What is done on time, and how often. */
const jobs: Record<string, { everyMinutes: number; run: (deps: ApiDeps) => Promise<void> }> = {
  retention: { everyMinutes: 360, run: ({ db, clock }) => sweep(db, clock.now()) },
  evidence: { everyMinutes: 5, run: keepEvidence },
  'verification-lapse': { everyMinutes: 60, run: ({ db, clock }) => tendRequests(db, clock.now()) },
  'framework-retirement': { everyMinutes: 60, run: ({ db, clock }) => retireDue(db, dayOf(clock.now())) },
  // Before certificates, which a re-mark may complete.
  remarks: { everyMinutes: 5, run: remarkDue },
  certificates: { everyMinutes: 5, run: issueDue },
  'still-right': { everyMinutes: 360, run: ({ db, clock }) => askStillRight(db, clock.now()) },
  'check-reminders': { everyMinutes: 360, run: ({ db, clock }) => remindOfRechecks(db, clock.now()) },
  'certificate-reminders': { everyMinutes: 360, run: ({ db, clock }) => remindHolders(db, clock.now()) },
}

/** Runs what is due. Of several servers on one database one takes each job; a job that failed is due again. */
export async function runDueJobs(deps: ApiDeps): Promise<void> {
  const { db, clock } = deps
  for (const [kind, { everyMinutes, run }] of Object.entries(jobs)) {
    const now = clock.now()
    const due = await nextOf(db, kind, now)
    if (!due || due.due_at > now.toISOString()) continue
    const taken = await db
      .updateTable('job')
      .set({ tries: due.tries + 1, due_at: after(now, { minutes: everyMinutes }).toISOString() })
      .where('id', '=', due.id)
      .where('tries', '=', due.tries)
      .returning('id')
      .executeTakeFirst()
    if (!taken) continue
    try {
      await run(deps)
      await db.updateTable('job').set({ done_at: clock.now().toISOString(), error: null }).where('id', '=', due.id).execute()
    } catch (error) {
      await db
        .updateTable('job')
        .set({ error: String(error), due_at: after(now, { minutes: 5 }).toISOString() })
        .where('id', '=', due.id)
        .execute()
      throw error
    }
  }
}

/** The row of a job; made when it is first asked for. */
async function nextOf(db: Db, kind: string, now: Date) {
  const row = await db.selectFrom('job').selectAll().where('kind', '=', kind).orderBy('id').executeTakeFirst()
  if (row) return row
  await db.insertInto('job').values({ id: newId(), kind, due_at: now.toISOString(), done_at: null, tries: 0, error: null }).execute()
  return db.selectFrom('job').selectAll().where('kind', '=', kind).orderBy('id').executeTakeFirst()
}
