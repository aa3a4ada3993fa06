import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { after } from '#domain/calendar.ts'
import { tooMany } from '../problem.ts'
import type { Db } from './database.ts'

/** At most this many failed guesses in the window, for an account and for an address. Successes are not counted. */
const most = 10
const windowMinutes = 5

/** A guess that is counted already; `giveBack` takes it out again, once it has turned out right. */
export interface Guess {
  giveBack(): Promise<void>
}

/**
 * Counts a guess before it is tried, in a transaction of its own: counted after, a hundred guesses sent at once would all be tried before the first one
 * counts. A guess that is refused here is not counted, so that waiting five minutes always opens the door.
 * @throws Problem 429 when any of the keys has used up its guesses.
 */
export async function takeGuess(db: Db, keys: readonly string[], now: Date): Promise<Guess> {
  const rows = keys.map((key) => ({ id: newId(), key, at: now.toISOString() }))
  await db.transaction().execute(async (tx) => {
    // One row for each key, changed by whoever counts it: PostgreSQL lets the next one count only when this transaction has ended.
    for (const key of keys.toSorted())
      await tx
        .insertInto('guess')
        .values({ id: key, key: 'counting', at: now.toISOString() })
        .onConflict((oc) => oc.column('id').doUpdateSet({ at: now.toISOString() }))
        .execute()
    await mustHaveGuesses(tx, keys, now)
    await tx.insertInto('guess').values(rows).execute()
  })
  return {
    giveBack: async () => {
      const ids = rows.map(({ id }) => id)
      await db.deleteFrom('guess').where('id', 'in', ids).execute()
    },
  }
}

/** @throws Problem 429 when any of the keys has used up its guesses; counts nothing. */
export async function mustHaveGuesses(db: Db, keys: readonly string[], now: Date): Promise<void> {
  const counts = await db
    .selectFrom('guess')
    .select(['key', ({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('guesses')])
    .where('key', 'in', keys)
    .where('at', '>', after(now, { minutes: -windowMinutes }).toISOString())
    .groupBy('key')
    .execute()
  if (counts.some(({ guesses }) => guesses >= most)) throw tooMany(windowMinutes * 60)
}
