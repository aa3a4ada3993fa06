import type { TodayItem } from '#domain/today.ts'
import { stale } from '../problem.ts'
import { account, type Doer } from './audit.ts'
import type { Db, Tx } from './database.ts'

/** What coordinators said of an item; `version` 0 is nothing yet. */
export interface Mark {
  version: number
  takenBy: { personId: string; name: string; at: string } | null
  putOff: TodayItem['putOff']
}
export const noMark: Mark = { version: 0, takenBy: null, putOff: null }

/** What was said of some items, by their keys. */
export async function marksOf(db: Db, keys: readonly string[]): Promise<Map<string, Mark>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('today_mark')
    .leftJoin('person', 'person.id', 'today_mark.taken_by_person_id')
    .select(['key', 'today_mark.version', 'taken_by_person_id', 'taken_at', 'until_on', 'reason', 'person.name'])
    .where('key', 'in', keys)
    .execute()
  return new Map(
    rows.map((row) => [
      row.key,
      {
        version: row.version,
        takenBy: row.taken_by_person_id && row.taken_at ? { personId: row.taken_by_person_id, name: row.name ?? '', at: row.taken_at } : null,
        putOff: row.until_on ? { until: row.until_on, reason: row.reason ?? '' } : null,
      },
    ]),
  )
}

/**
 * Says something new of an item, if nobody did so since it was read.
 * @throws Problem 412 with the item as it is now.
 */
export async function mark(tx: Tx, item: TodayItem, to: Pick<Mark, 'takenBy' | 'putOff'>, doer: Doer): Promise<void> {
  const values = {
    taken_by_person_id: to.takenBy?.personId ?? null,
    taken_at: to.takenBy?.at ?? null,
    until_on: to.putOff?.until ?? null,
    reason: to.putOff?.reason ?? null,
    at: doer.at,
  }
  const saved =
    item.version === 0
      ? await tx
          .insertInto('today_mark')
          .values({ key: item.key, ...values })
          .onConflict((oc) => oc.column('key').doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('today_mark')
          .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
          .where('key', '=', item.key)
          .where('version', '=', item.version)
          .returning('version')
          .executeTakeFirst()
  if (!saved) throw stale({ key: item.key, version: (await marksOf(tx, [item.key])).get(item.key)?.version ?? 0 })
  await account(tx, doer, {
    action: to.putOff ? 'today-put-off' : to.takenBy ? 'today-taken' : 'today-left',
    record: 'today',
    recordId: item.key,
    personId: item.personId,
    ...(to.putOff ? { reason: to.putOff.reason } : {}),
    changes: [{ field: 'item', from: null, to: item.kind }, ...(to.putOff ? [{ field: 'until', from: null, to: to.putOff.until }] : [])],
  })
}
