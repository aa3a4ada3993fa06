import { emailKey } from '#domain/account.ts'
import type { MergeGiven, MergePreview, MergeValues } from '#domain/merge.ts'
import { changedFields, mergedValues } from '#domain/merge.ts'
import { fieldWords } from '#domain/merge-words.ts'
import type { Person } from '#domain/person.ts'
import type { Content } from '../deps.ts'
import { account, type Doer } from '../repository/audit.ts'
import { rebuildBarsOf } from '../repository/bars.ts'
import type { Tx } from '../repository/database.ts'
import { addMerge } from '../repository/merges.ts'
import { findPerson } from '../repository/people.ts'
import { settleChecks } from '../repository/pool-checks.ts'
import { newestMoves, writeStanding } from '../repository/standings.ts'
import { moveInTally } from '../repository/tally.ts'
import { refreshTraining } from '../training-state.ts'
import { movable, nameOf } from './movable.ts'
import { moveRows } from './rows.ts'
import { valuesOf, writeValues } from './values.ts'

export interface Merging {
  content: Content
  now: Date
  doer: Doer
}

/** What was taken from a record that was put away, so that it can be given back. */
export interface TakenFromAway {
  standing: Person['standing']
  training: Person['training']
  /** `suspended` is whether this suspended it: one that was suspended before stays so. */
  account: { id: string; emailKey: string | null; suspended: boolean } | null
}

/** What a suspended account of a record that was put away says of itself. */
export const putAwayReason = 'This record was put together with another one of the same person'

/**
 * Puts one record of a person together with another, in the caller's transaction and after the rules allowed it: what it says where it was chosen, every row
 * that can go, and the record itself from every list. What each had is kept. @returns the id of the merge.
 */
export async function putTogether(tx: Tx, kept: Person, away: Person, preview: MergePreview, given: MergeGiven, merging: Merging): Promise<string> {
  const { now, doer, content } = merging
  const [keptSide, awaySide] = [preview.sides.find(({ id }) => id === kept.id), preview.sides.find(({ id }) => id === away.id)]
  if (!keptSide || !awaySide) throw new Error('A preview was given of other records')
  const to = mergedValues(keptSide, awaySide, preview.questions, given.choices)
  const taken: TakenFromAway = { standing: away.standing, training: away.training, account: await accountOf(tx, away.id) }
  const id = await addMerge(tx, {
    kept_id: kept.id,
    away_id: away.id,
    by_person_id: doer.personId,
    reason: given.reason,
    at: doer.at,
    before: JSON.stringify(keptSide.values),
    away: JSON.stringify(taken),
  })
  await putAway(tx, away, kept.id, taken, doer)
  for (const kind of movable) await moveRows(tx, kind, nameOf(kind), id, away.id, kept.id)
  if (to.email !== keptSide.values.email) await takeAddress(tx, kept.id, to.email, taken)
  const written = await writeValues(tx, kept, to, now, doer)
  const standing = await giveStanding(tx, written, away, to.standing, doer)
  for (const one of [kept.id, away.id]) {
    await settleChecks(tx, one, doer.at)
    await rebuildBarsOf(tx, one)
  }
  await refreshTraining(tx, content, kept.id)
  const set = await valuesOf(tx, (await findPerson(tx, kept.id)) ?? written, now)
  await tx
    .updateTable('record_merge')
    .set({ set_to: JSON.stringify(set), standing: standing && JSON.stringify(standing) })
    .where('id', '=', id)
    .execute()
  await accountForMerge(tx, { id, kept, away, reason: given.reason, before: keptSide.values, set }, doer)
  return id
}

async function accountOf(tx: Tx, personId: string): Promise<TakenFromAway['account']> {
  const row = await tx.selectFrom('account').select(['id', 'email_key', 'suspended_at']).where('person_id', '=', personId).executeTakeFirst()
  return row ? { id: row.id, emailKey: row.email_key, suspended: row.suspended_at === null } : null
}

/** Takes a record out of every list, and closes its account, which nobody can sign in to as the rules say. */
async function putAway(tx: Tx, away: Person, into: string, taken: TakenFromAway, doer: Doer): Promise<void> {
  await tx
    .updateTable('person')
    .set((eb) => ({ merged_into: into, standing: null, training: 'not-started', version: eb('version', '+', 1) }))
    .where('id', '=', away.id)
    .execute()
  await moveInTally(tx, away, { ...away, standing: null })
  if (taken.account?.suspended)
    await tx
      .updateTable('account')
      .set((eb) => ({ suspended_at: doer.at, suspended_reason: putAwayReason, version: eb('version', '+', 1) }))
      .where('id', '=', taken.account.id)
      .execute()
}

/** An address opens one account alone: where the record that stays takes the other's, its account does too. */
async function takeAddress(tx: Tx, keptId: string, email: string | null, { account: from }: TakenFromAway): Promise<void> {
  if (from) await tx.updateTable('account').set({ email_key: null }).where('id', '=', from.id).execute()
  await tx
    .updateTable('account')
    .set((eb) => ({ email_key: email && emailKey(email), version: eb('version', '+', 1) }))
    .where('person_id', '=', keptId)
    .execute()
}

/** Which of two statuses is right was chosen: no move that the table of moves has to allow, but the other record's fact, with its reason and its end. */
async function giveStanding(tx: Tx, kept: Person, away: Person, to: MergeValues['standing'], doer: Doer) {
  if (to === null || to === kept.standing) return null
  const moves = await newestMoves(tx, [kept.id, away.id])
  const [mine, theirs] = [moves.get(kept.id), moves.get(away.id)]
  const because = 'So the other record says that was put together with this one'
  const { after, moveId } = await writeStanding(tx, kept, { to, reason: theirs?.reason ?? null, until: theirs?.until_on ?? null, because }, doer)
  await moveInTally(tx, kept, after)
  return { moveId, reason: mine?.reason ?? null, until: mine?.until_on ?? null }
}

interface Done {
  id: string
  kept: Person
  away: Person
  reason: string
  before: MergeValues
  set: MergeValues
}

async function accountForMerge(tx: Tx, { id, kept, away, reason, before, set }: Done, doer: Doer): Promise<void> {
  const entry = { record: 'merge', recordId: id, reason }
  const changed = changedFields(before, set).map((field) => ({ field, from: null, to: fieldWords[field] }))
  await account(tx, doer, {
    ...entry,
    action: 'records-merged',
    personId: kept.id,
    changes: [{ field: 'record', from: away.name, to: kept.name }, ...changed],
  })
  await account(tx, doer, {
    ...entry,
    action: 'record-put-away',
    personId: away.id,
    changes: [{ field: 'record', from: away.name, to: kept.name }],
  })
}
