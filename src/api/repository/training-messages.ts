import { v7 as newId } from 'uuid'
import type { Db, Tx } from './database.ts'

/** When each of these people was last sent a message about their training. */
export async function lastMessages(db: Db, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('training_message')
    .select(({ fn }) => ['person_id', fn.max('at').as('at')])
    .where('person_id', 'in', personIds)
    .groupBy('person_id')
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.at]))
}

/** The last message to somebody, and who wrote it. */
export async function lastMessageTo(db: Db, personId: string) {
  const row = await db
    .selectFrom('training_message as message')
    .leftJoin('person as writer', 'writer.id', 'message.by_person_id')
    .select(['message.id', 'message.module_id as moduleId', 'message.at', 'writer.name as by'])
    .where('message.person_id', '=', personId)
    .orderBy('message.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, by: row.by ?? '' } : null
}

/** Notes that a message goes out. */
export async function noteMessage(tx: Tx, { personId, moduleId, at, by }: { personId: string; moduleId: string; at: string; by: string }) {
  const id = newId()
  await tx.insertInto('training_message').values({ id, person_id: personId, module_id: moduleId, at, by_person_id: by }).execute()
  return id
}
