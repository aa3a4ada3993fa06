import { v7 as newId } from 'uuid'
import type { Commitment, CommitmentGiven } from '#domain/member.ts'
import { stale } from '../problem.ts'
import type { Doer } from './audit.ts'
import type { Db, Tx } from './database.ts'

const stored = (db: Db) =>
  db
    .selectFrom('commitment')
    .leftJoin('organisation', 'organisation.id', 'commitment.authority')
    .leftJoin('person as enterer', 'enterer.id', 'commitment.entered_by')
    .selectAll('commitment')
    .select(['organisation.name as authority_name', 'enterer.name as enterer_name'])
    .where('removed_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof stored>['executeTakeFirstOrThrow']>>

const asCommitment = (row: Row): Commitment => ({
  id: row.id,
  version: row.version,
  reference: row.reference,
  authority: row.authority,
  authorityName: row.authority_name ?? row.authority,
  role: row.role as Commitment['role'],
  from: row.from_on,
  to: row.to_on,
  days: row.days,
  enteredBy: row.entered_by ? { personId: row.entered_by, name: row.enterer_name ?? '' } : null,
  at: row.at,
})

/** The reviews that somebody has, had or will have in hand, from the first on. */
export async function commitmentsOf(db: Db, personId: string): Promise<Commitment[]> {
  const rows = await stored(db).where('person_id', '=', personId).orderBy('from_on').orderBy('commitment.id').execute()
  return rows.map(asCommitment)
}

export async function findCommitment(db: Db, id: string): Promise<(Commitment & { personId: string }) | undefined> {
  const row = await stored(db).where('commitment.id', '=', id).executeTakeFirst()
  return row && { ...asCommitment(row), personId: row.person_id }
}

const columns = ({ reference, authority, role, from, to, days }: CommitmentGiven) => ({ reference, authority, role, from_on: from, to_on: to, days })

export async function addCommitment(tx: Tx, personId: string, given: CommitmentGiven, doer: Doer): Promise<string> {
  const id = newId()
  await tx
    .insertInto('commitment')
    .values({ id, person_id: personId, ...columns(given), entered_by: doer.personId, at: doer.at, removed_at: null })
    .execute()
  return id
}

/** @throws Problem 412 with the review as it is now. */
export async function saveCommitment(tx: Tx, id: string, version: number, given: CommitmentGiven, doer: Doer): Promise<void> {
  const saved = await tx
    .updateTable('commitment')
    .set((eb) => ({ ...columns(given), entered_by: doer.personId, at: doer.at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw stale(await findCommitment(tx, id))
}

/** @throws Problem 412 with the review as it is now. */
export async function removeCommitment(tx: Tx, id: string, version: number, at: string): Promise<void> {
  const removed = await tx
    .updateTable('commitment')
    .set((eb) => ({ removed_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!removed) throw stale(await findCommitment(tx, id))
}
