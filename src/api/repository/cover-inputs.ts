import { v7 as newId } from 'uuid'
import type { CoverInputGiven } from '#domain/cover.ts'
import type { EnteredInput } from '#domain/cover-figures.ts'
import { account, type Doer } from './audit.ts'
import type { Db, Tx } from './database.ts'

/** Every number that was entered here, oldest first. */
export async function enteredInputs(db: Db): Promise<EnteredInput[]> {
  const rows = await db.selectFrom('cover_input').selectAll().orderBy('id').execute()
  return rows.map(({ key, region, value, basis, source, as_of, at }) => ({
    key,
    region: region as EnteredInput['region'],
    value,
    basis: basis as EnteredInput['basis'],
    source,
    asOf: as_of,
    at,
  }))
}

/** Adds a number; the one before it stays on record. */
export async function enterInput(tx: Tx, given: CoverInputGiven, before: number, doer: Doer): Promise<void> {
  const id = newId()
  const { key, region, value, basis, source, asOf } = given
  await tx
    .insertInto('cover_input')
    .values({ id, key, region, value, basis, source, as_of: asOf, at: doer.at, by_person_id: doer.personId })
    .execute()
  await account(tx, doer, {
    action: 'cover-input-entered',
    record: 'cover-input',
    recordId: id,
    personId: null,
    reason: source,
    changes: [{ field: region ? `${key} ${region}` : key, from: before, to: value }],
  })
}
