import { newestVersion } from '#api/progress.ts'
import { noteProgress } from '#api/repository/enrolment-progress.ts'
import type { Tx } from '#api/repository/database.ts'
import type { Draft } from './draft.ts'

/** Days since a coordinator wrote to the second, the third ... of those who have stood still longest. Nobody has written to the first yet. */
const writtenDaysAgo = [3, 12]
const words = 'You have not been back to this module for a while. Is something in the way? Tell me, and I will see what I can do.'

/** Derives how far everybody came, once the world is written, and lays the messages to some of those who do not get on. */
export async function layMessages(tx: Tx, draft: Draft, coordinator: string): Promise<void> {
  for (const personId of new Set(draft.rows.enrolment.map(({ person_id }) => person_id as string))) await noteProgress(tx, personId)
  const stuck = await tx
    .selectFrom('enrolment')
    .innerJoin('account', 'account.person_id', 'enrolment.person_id')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .select(['enrolment.person_id', 'module_id'])
    .where('passed_at', 'is', null)
    .where('person.standing', 'not in', ['suspended', 'retired', 'removed'])
    .orderBy('moved_at')
    .orderBy('enrolment.id')
    .limit(1 + writtenDaysAgo.length)
    .execute()
  const events = draft.rows.audit_event.length
  for (const [index, daysAgo] of writtenDaysAgo.entries()) {
    const to = stuck[index + 1]
    if (!to) continue
    const at = draft.daytime(daysAgo)
    const message = { id: draft.chance.newId(at), person_id: to.person_id, module_id: to.module_id, at: at.toISOString(), by_person_id: coordinator }
    await tx.insertInto('training_message').values(message).execute()
    draft.note(at, coordinator, {
      action: 'training-message-sent',
      record: 'training-message',
      recordId: message.id,
      personId: to.person_id,
      changes: [{ field: newestVersion(draft.content, to.module_id).module.title, from: null, to: null }],
      reason: words,
    })
  }
  const noted = draft.rows.audit_event.slice(events)
  if (noted.length > 0) await tx.insertInto('audit_event').values(noted).execute()
}
