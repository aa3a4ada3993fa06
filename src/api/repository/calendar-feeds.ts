import { digest, newToken } from '../hash.ts'
import type { Db, Tx } from './database.ts'

/** Makes the private address of somebody’s calendar, in place of the one before, which then shows nothing. @returns its secret, which is not kept. */
export async function makeFeed(tx: Tx, personId: string, at: string): Promise<string> {
  const token = newToken()
  const made = { token_digest: await digest(token), made_at: at }
  await tx
    .insertInto('calendar_feed')
    .values({ person_id: personId, ...made })
    .onConflict((oc) => oc.column('person_id').doUpdateSet(made))
    .execute()
  return token
}

/** Whether there was one. */
export async function removeFeed(tx: Tx, personId: string): Promise<boolean> {
  return Boolean(await tx.deleteFrom('calendar_feed').where('person_id', '=', personId).returning('person_id').executeTakeFirst())
}

export async function feedOf(db: Db, personId: string): Promise<{ madeAt: string | null }> {
  const row = await db.selectFrom('calendar_feed').select('made_at').where('person_id', '=', personId).executeTakeFirst()
  return { madeAt: row?.made_at ?? null }
}

/** Whose calendar an address shows. */
export async function personOfFeed(db: Db, token: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('calendar_feed')
    .select('person_id')
    .where('token_digest', '=', await digest(token))
    .executeTakeFirst()
  return row?.person_id
}
