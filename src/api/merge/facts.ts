import type { MergeFacts, MergePart, MergePreview } from '#domain/merge.ts'
import { mergeObstacles, mergeQuestions, mustStay, shownRows } from '#domain/merge.ts'
import { sql } from 'kysely'
import type { Db } from '../repository/database.ts'
import type { AnyRecord } from '../repository/people.ts'
import { idWords } from './id-words.ts'
import { learningMovable, movable } from './movable.ts'
import { valuesOf } from './values.ts'

/** How many of each part a record has, without what it has nothing of; and whether any of it is training. */
async function holdsOf(db: Db, personId: string): Promise<Pick<MergeFacts, 'holds' | 'learns'>> {
  const counts = new Map<MergePart, number>()
  let learns = false
  for (const kind of movable) {
    const { table, of, part } = kind
    if (!part) continue
    const { rows } = await sql<{
      rows: number
    }>`select cast(count(*) as integer) as rows from ${sql.table(table)} where ${sql.ref(of)} = ${personId}`.execute(db)
    const count = rows[0]?.rows ?? 0
    if (count === 0) continue
    learns ||= learningMovable.includes(kind)
    counts.set(part, (counts.get(part) ?? 0) + count)
  }
  return { learns, holds: [...counts].map(([what, count]) => ({ what, rows: shownRows(what, count) })) }
}

/** All that the rules about putting records together ask of one. */
async function mergeFacts(db: Db, person: AnyRecord, now: Date): Promise<MergeFacts> {
  const account = await db
    .selectFrom('account')
    .select(['confirmed_at', 'suspended_at', 'last_signed_in_at'])
    .where('person_id', '=', person.id)
    .executeTakeFirst()
  const ask = await db.selectFrom('membership_ask').select('id').where('person_id', '=', person.id).where('state', '=', 'open').executeTakeFirst()
  return {
    id: person.id,
    values: await valuesOf(db, person, now),
    account: !account ? 'none' : account.suspended_at ? 'suspended' : account.confirmed_at ? 'signs-in' : 'not-confirmed',
    lastSignedInAt: account?.last_signed_in_at ?? null,
    ...(await holdsOf(db, person.id)),
    mergedAlready: person.mergedInto !== null,
    askOpen: ask !== undefined,
  }
}

/** Which state of two records somebody looked at: that of each person, and of what each offers as a member. */
async function seenOf(db: Db, people: readonly AnyRecord[]): Promise<string> {
  const ids = people.map(({ id }) => id)
  const members = await db.selectFrom('member').select(['person_id', 'version']).where('person_id', 'in', ids).execute()
  const versions = new Map(members.map(({ person_id, version }) => [person_id, version]))
  return people
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, version }) => `${version}.${versions.get(id) ?? 0}`)
    .join('-')
}

/** Two records side by side, with what stands in the way and what has to be decided. */
export async function mergePreview(db: Db, one: AnyRecord, other: AnyRecord, asker: string, now: Date): Promise<MergePreview> {
  const [first, second] = [await mergeFacts(db, one, now), await mergeFacts(db, other, now)]
  const side = ({ mergedAlready: _merged, askOpen: _ask, learns: _learns, ...shown }: MergeFacts) => shown
  return {
    sides: [side(first), side(second)],
    stays: mustStay(first, second),
    obstacles: mergeObstacles(first, second, asker),
    questions: mergeQuestions(first, second),
    words: idWords([first.values, second.values]),
    seen: await seenOf(db, [one, other]),
  }
}
