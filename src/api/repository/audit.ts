import { v7 as newId } from 'uuid'
import { actions, type Action, type Change, type History } from '#domain/audit.ts'
import { pageSize } from '../page.ts'
import type { Db, Tx } from './database.ts'

/** Who does something and when. `personId` is null for the system itself and for visitors. */
export interface Doer {
  at: string
  personId: string | null
}

export interface Entry {
  action: Action
  record: string
  recordId: string
  /** Whose history this belongs to. */
  personId: string | null
  changes?: Change[]
  reason?: string | null
}

/** Accounts for a change, in the transaction that makes it. */
export const account = (tx: Tx | Db, doer: Doer, entry: Entry): Promise<void> => accountForAll(tx, doer, [entry])

/** The same for many changes at once. */
export async function accountForAll(tx: Tx | Db, doer: Doer, entries: readonly Entry[]): Promise<void> {
  await tx
    .insertInto('audit_event')
    .values(
      entries.map((entry) => ({
        id: newId(),
        at: doer.at,
        by_person_id: doer.personId,
        action: entry.action,
        record: entry.record,
        record_id: entry.recordId,
        person_id: entry.personId,
        changes: JSON.stringify(entry.changes ?? []),
        reason: entry.reason ?? null,
      })),
    )
    .execute()
}

const shownToAll = Object.entries(actions).flatMap(([action, shownTo]) => (shownTo === 'all' ? [action] : []))

/** What happened to a person, newest first, by the ids of all their records, the one that stays first. `own` adds what only the person themself may read. */
export async function history(db: Db, records: readonly string[], { own, before }: { own: boolean; before?: string | undefined }): Promise<History> {
  const rows = await db
    .selectFrom('audit_event as event')
    .leftJoin('person as doer', 'doer.id', 'event.by_person_id')
    .select(['event.id', 'event.at', 'event.action', 'event.changes', 'event.reason', 'event.by_person_id', 'doer.name'])
    .where('event.person_id', 'in', records)
    // That another record was put away is said once, by the one that stays.
    .where((eb) => eb.or([eb('event.person_id', '=', records[0] ?? ''), eb('event.action', '<>', 'record-put-away')]))
    .$if(!own, (query) => query.where('event.action', 'in', shownToAll))
    .$if(before !== undefined, (query) => query.where('event.id', '<', before ?? ''))
    .orderBy('event.id', 'desc')
    .limit(pageSize + 1)
    .execute()
  const page = rows.slice(0, pageSize)
  return {
    events: page.map((row) => ({
      id: row.id,
      at: row.at,
      by: row.by_person_id ? { personId: row.by_person_id, name: row.name ?? '' } : null,
      action: row.action,
      changes: JSON.parse(row.changes) as Change[],
      reason: row.reason,
    })),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  }
}
