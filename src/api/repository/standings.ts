import { v7 as newId } from 'uuid'
import type { Person } from '#domain/person.ts'
import { type CurrentStanding, type StandingMove, standingMoves } from '#domain/standing.ts'
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

/**
 * Moves a person to another standing. That the table allows it is for the caller to see.
 * @throws Problem 412 with the person as they are now.
 */
export async function moveStanding(tx: Tx, before: Person, { to, reason, until }: StandingMove, doer: Doer): Promise<Person> {
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
  await tx
    .insertInto('person_standing')
    .values({ id: newId(), person_id: before.id, standing: to, reason, until_on: until, at: doer.at, by_person_id: doer.personId })
    .execute()
  const after = { ...before, standing: to, version: moved.version }
  await moveInTally(tx, before, after)
  await account(tx, doer, {
    action: 'standing-changed',
    record: 'person',
    recordId: before.id,
    personId: before.id,
    changes: [{ field: 'standing', from: before.standing, to }, ...(until ? [{ field: 'until', from: null, to: until }] : [])],
    reason,
  })
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
