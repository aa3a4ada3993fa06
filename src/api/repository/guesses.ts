import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { after } from '#domain/calendar.ts'
import { tooMany } from '../problem.ts'
import type { Db } from './database.ts'

/** At most this many failed guesses in the window, for an account and for an address. Successes are not counted. */
const most = 10
const windowMinutes = 5

/** @throws Problem 429 when any of the keys has used up its guesses. */
export async function mustHaveGuesses(db: Db, keys: readonly string[], now: Date): Promise<void> {
  const since = after(now, { minutes: -windowMinutes }).toISOString()
  const counts = await db
    .selectFrom('guess')
    .select(['key', ({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('guesses')])
    .where('key', 'in', keys)
    .where('at', '>', since)
    .groupBy('key')
    .execute()
  if (counts.some(({ guesses }) => guesses >= most)) throw tooMany(windowMinutes * 60)
}

/** Counts a failed guess, outside any transaction: the refusal that follows must not undo it. */
export async function countGuess(db: Db, keys: readonly string[], now: Date): Promise<void> {
  await db
    .insertInto('guess')
    .values(keys.map((key) => ({ id: newId(), key, at: now.toISOString() })))
    .execute()
}
