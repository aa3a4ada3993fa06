import { v7 as newId } from 'uuid'
import type { Availability, AvailabilityGiven } from '#domain/member.ts'
import type { PoolRole } from '#domain/person.ts'
import { stale } from '../problem.ts'
import type { Doer } from './audit.ts'
import type { Db, Tx } from './database.ts'

const stored = (db: Db) =>
  db
    .selectFrom('availability')
    .leftJoin('person as enterer', 'enterer.id', 'availability.entered_by')
    .selectAll('availability')
    .select('enterer.name as enterer_name')
    .where('removed_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof stored>['executeTakeFirstOrThrow']>>

const asAvailability = (row: Row): Availability => ({
  id: row.id,
  version: row.version,
  from: row.from_on,
  to: row.to_on,
  state: row.state as Availability['state'],
  roles: (row.roles ? row.roles.split(',') : []) as Availability['roles'],
  note: row.note,
  enteredBy: row.entered_by ? { personId: row.entered_by, name: row.enterer_name ?? '' } : null,
  at: row.at,
})

/** When somebody is free or away, from the first day on. */
export async function availabilityOf(db: Db, personId: string): Promise<Availability[]> {
  const rows = await stored(db).where('person_id', '=', personId).orderBy('from_on').orderBy('availability.id').execute()
  return rows.map(asAvailability)
}

export async function findAvailability(db: Db, id: string): Promise<(Availability & { personId: string }) | undefined> {
  const row = await stored(db).where('availability.id', '=', id).executeTakeFirst()
  return row && { ...asAvailability(row), personId: row.person_id }
}

/** Every role that somebody has is the same as no role named. */
function columns({ from, to, state, roles, note }: AvailabilityGiven, theirs: readonly PoolRole[]) {
  const all = theirs.length > 0 && theirs.every((role) => roles.includes(role))
  return { from_on: from, to_on: to, state, roles: all ? '' : [...new Set(roles)].toSorted().join(','), note }
}

export async function addAvailability(tx: Tx, personId: string, given: AvailabilityGiven, theirs: readonly PoolRole[], doer: Doer): Promise<string> {
  const id = newId()
  await tx
    .insertInto('availability')
    .values({ id, person_id: personId, ...columns(given, theirs), entered_by: doer.personId, at: doer.at, removed_at: null })
    .execute()
  return id
}

/** @throws Problem 412 with the entry as it is now. */
export async function saveAvailability(
  tx: Tx,
  { id }: Availability,
  version: number,
  given: AvailabilityGiven,
  theirs: readonly PoolRole[],
  doer: Doer,
): Promise<void> {
  const saved = await tx
    .updateTable('availability')
    .set((eb) => ({ ...columns(given, theirs), entered_by: doer.personId, at: doer.at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw stale(await findAvailability(tx, id))
}

/** @throws Problem 412 with the entry as it is now. */
export async function removeAvailability(tx: Tx, id: string, version: number, at: string): Promise<void> {
  const removed = await tx
    .updateTable('availability')
    .set((eb) => ({ removed_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!removed) throw stale(await findAvailability(tx, id))
}
