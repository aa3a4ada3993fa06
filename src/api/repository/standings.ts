import { v7 as newId } from 'uuid'
import type { Person, Standing } from '#domain/person.ts'
import { type CurrentStanding, standingMoves } from '#domain/standing.ts'
import { stale } from '../problem.ts'
import { account, type Doer } from './audit.ts'
import type { Db, Tx } from './database.ts'
import { findPerson } from './people.ts'
import { moveInTally } from './tally.ts'

/** Where a person stands, as their newest move says it; the moves are for somebody who may make them. */
export async function currentStanding(db: Db, { id, version, standing }: Person, mayMove: boolean): Promise<CurrentStanding> {
  const newest = await db.selectFrom('person_standing').selectAll().where('person_id', '=', id).orderBy('id', 'desc').limit(1).executeTakeFirst()
  return {
    version,
    standing,
    since: newest?.at ?? null,
    reason: newest?.reason ?? null,
    until: newest?.until_on ?? null,
    moves: standing && mayMove ? [...standingMoves[standing]] : [],
  }
}

interface Written {
  to: Standing
  reason: string | null
  until: string | null
  /** What the account of it says, where that is something else than what their page says. */
  because?: string
}

/**
 * Moves a person to another standing without counting them anew: for moves of many, which are counted together. That the table allows it is for the caller to see.
 * @returns the person as they are now, and the id of the move.
 * @throws Problem 412 with the person as they are now.
 */
export async function writeStanding(
  tx: Tx,
  before: Person,
  { to, reason, until, because }: Written,
  doer: Doer,
): Promise<{ after: Person; moveId: string }> {
  const moved = await tx
    .updateTable('person')
    .set((eb) => ({ standing: to, version: eb('version', '+', 1) }))
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .returning('version')
    .executeTakeFirst()
  if (!moved) {
    const now = await findPerson(tx, before.id)
    throw stale(now && (await currentStanding(tx, now, true)))
  }
  const moveId = newId()
  await tx
    .insertInto('person_standing')
    .values({ id: moveId, person_id: before.id, standing: to, reason, until_on: until, at: doer.at, by_person_id: doer.personId })
    .execute()
  await account(tx, doer, {
    action: 'standing-changed',
    record: 'person',
    recordId: before.id,
    personId: before.id,
    changes: [{ field: 'standing', from: before.standing, to }, ...(until ? [{ field: 'until', from: null, to: until }] : [])],
    reason: because ?? reason,
  })
  return { after: { ...before, standing: to, version: moved.version }, moveId }
}

/**
 * Moves a person to another standing. That the table allows it is for the caller to see.
 * @throws Problem 412 with the person as they are now.
 */
export async function moveStanding(tx: Tx, before: Person, move: Written, doer: Doer): Promise<Person> {
  const { after } = await writeStanding(tx, before, move, doer)
  await moveInTally(tx, before, after)
  return after
}

/** Takes somebody off the roster who was put on it by mistake and only works here. */
export async function takeOffRoster(tx: Tx, before: Person, reason: string, doer: Doer): Promise<Person> {
  const moved = await tx
    .updateTable('person')
    .set((eb) => ({ standing: null, version: eb('version', '+', 1) }))
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .returning('version')
    .executeTakeFirst()
  if (!moved) throw stale(await findPerson(tx, before.id))
  const after = { ...before, standing: null, version: moved.version }
  await moveInTally(tx, before, after)
  const changes = [{ field: 'standing', from: before.standing, to: null }]
  await account(tx, doer, { action: 'standing-changed', record: 'person', recordId: before.id, personId: before.id, changes, reason })
  return after
}

interface NewestMove {
  id: string
  standing: string
  reason: string | null
  until_on: string | null
  at: string
  by: string | null
}

/** The newest move of each of some people. */
export async function newestMoves(db: Db, personIds: readonly string[]): Promise<Map<string, NewestMove>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('person_standing as move')
    .leftJoin('person as mover', 'mover.id', 'move.by_person_id')
    .select(['move.id', 'move.person_id', 'move.standing', 'move.reason', 'move.until_on', 'move.at', 'mover.name as by'])
    .where('move.person_id', 'in', personIds)
    .where('move.id', 'in', (eb) =>
      eb
        .selectFrom('person_standing as one')
        .select(({ fn }) => fn.max('one.id').as('id'))
        .where('one.person_id', 'in', personIds)
        .groupBy('one.person_id'),
    )
    .execute()
  return new Map(rows.map((row) => [row.person_id, row]))
}
