import { v7 as newId } from 'uuid'
import { dayOf } from '#domain/calendar.ts'
import { type CheckFact, type CheckPolicy, type PoolCheckGiven, recheckOn } from '#domain/pool-check.ts'
import type { Db, Tx } from './database.ts'
import type { PoolCheckTable } from './pool-check-tables.ts'

/** A check as it is stored, with the name of who saw it. */
export type StoredCheck = Omit<PoolCheckTable, 'version' | 'kind' | 'level'> & {
  version: number
  kind: CheckFact['kind']
  level: CheckFact['level']
  seenBy: string | null
}

const withNames = (db: Db) =>
  db
    .selectFrom('pool_check')
    .leftJoin('person as seer', 'seer.id', 'pool_check.seen_by_person_id')
    .selectAll('pool_check')
    .select('seer.name as seenBy')

/** Everything that was recorded of somebody, in the order it was. */
export const checksOf = async (db: Db, personId: string): Promise<StoredCheck[]> =>
  (await withNames(db).where('person_id', '=', personId).orderBy('pool_check.id').execute()) as StoredCheck[]

/** The same of several people. */
export const checksOfAll = async (db: Db, personIds: readonly string[]): Promise<StoredCheck[]> =>
  (await withNames(db).where('person_id', 'in', personIds).orderBy('pool_check.id').execute()) as StoredCheck[]

export const findCheck = async (db: Db, personId: string, id: string): Promise<StoredCheck | undefined> =>
  (await withNames(db).where('person_id', '=', personId).where('pool_check.id', '=', id).executeTakeFirst()) as StoredCheck | undefined

/** Checks as the rules look at them. */
export const asFacts = (checks: readonly StoredCheck[]): CheckFact[] =>
  checks.map(({ id, kind, level, issued_on, seen_at, struck_at }) => ({
    id,
    kind,
    level,
    issuedOn: issued_on,
    recordedOn: dayOf(new Date(seen_at)),
    struckOn: struck_at && dayOf(new Date(struck_at)),
  }))

/** Appends a check, which takes the place of an older one of its kind. */
export async function addCheck(
  tx: Tx,
  { personId, given, policy, by, at }: { personId: string; given: PoolCheckGiven; policy: CheckPolicy; by: string; at: string },
): Promise<string> {
  await holdPerson(tx, personId)
  const id = newId()
  await tx
    .insertInto('pool_check')
    .values({
      id,
      person_id: personId,
      kind: given.kind,
      level: given.level,
      number: given.number,
      issued_on: given.issuedOn,
      recheck_on: recheckOn(given, policy),
      seen_by_person_id: by,
      seen_at: at,
      note: given.note,
      superseded_at: null,
      struck_at: null,
      struck_reason: null,
    })
    .execute()
  await settle(tx, personId, given.kind, at)
  return id
}

/** Strikes a check out, so that the one before it stands again. False when somebody changed it since `version` was read. */
export async function strikeCheck(
  tx: Tx,
  { id, person_id, kind }: Pick<StoredCheck, 'id' | 'person_id' | 'kind'>,
  { version, reason, at }: { version: number; reason: string; at: string },
): Promise<boolean> {
  await holdPerson(tx, person_id)
  const struck = await tx
    .updateTable('pool_check')
    .set((eb) => ({ struck_at: at, struck_reason: reason, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  await settle(tx, person_id, kind, at)
  return struck !== undefined
}

/** Of two checks of one person that are recorded at once the second has to see the first. */
const holdPerson = (tx: Tx, personId: string) =>
  tx
    .updateTable('person')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('id', '=', personId)
    .execute()

/** Keeps which check of a kind stands: the one with the newest date, and of one date the last recorded. */
async function settle(tx: Tx, personId: string, kind: string, at: string): Promise<void> {
  const kept = tx.selectFrom('pool_check').select('id').where('person_id', '=', personId).where('kind', '=', kind).where('struck_at', 'is', null)
  const standing = await kept.orderBy('issued_on', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
  if (!standing) return
  await tx.updateTable('pool_check').set({ superseded_at: null }).where('id', '=', standing.id).where('superseded_at', 'is not', null).execute()
  await tx
    .updateTable('pool_check')
    .set({ superseded_at: at })
    .where('id', 'in', kept.where('id', '<>', standing.id).where('superseded_at', 'is', null))
    .execute()
}

/** The same for every kind, after checks came to a person or went from them. */
export async function settleChecks(tx: Tx, personId: string, at: string): Promise<void> {
  const kinds = await tx.selectFrom('pool_check').select('kind').distinct().where('person_id', '=', personId).execute()
  for (const { kind } of kinds) await settle(tx, personId, kind, at)
}
