import { emailKey } from '#domain/account.ts'
import type { MergePart, MergeValues } from '#domain/merge.ts'
import { valuesBack } from '#domain/merge.ts'
import { fieldWords, partWords } from '#domain/merge-words.ts'
import type { Person } from '#domain/person.ts'
import { account, type Doer } from '../repository/audit.ts'
import { rebuildBarsOf } from '../repository/bars.ts'
import type { Tx } from '../repository/database.ts'
import type { StoredMerge } from '../repository/merges.ts'
import { findPerson } from '../repository/people.ts'
import { settleChecks } from '../repository/pool-checks.ts'
import { newestMoves, writeStanding } from '../repository/standings.ts'
import { moveInTally } from '../repository/tally.ts'
import { refreshTraining } from '../training-state.ts'
import { apartMovable, learningMovable, type Movable, nameOf } from './movable.ts'
import { type Merging, putAwayReason, type TakenFromAway } from './put-together.ts'
import { type KeptRow, moveRow, rowsOf } from './rows.ts'
import { valuesOf, writeValues } from './values.ts'

/**
 * Takes two records apart again, in the caller's transaction: each gets back what it had. What anybody changed since is left as it is, with the record that
 * stayed. @returns what was left, in sentences.
 */
export async function takeApart(tx: Tx, merge: StoredMerge, kept: Person, merging: Merging): Promise<string[]> {
  const { now, doer, content } = merging
  const left = [...(await giveRowsBack(tx, merge, kept.name)), ...(await giveLearningBack(tx, merge, kept.name))]
  left.push(...(await giveValuesBack(tx, merge, kept, now, doer)))
  left.push(...(await bringBack(tx, merge)))
  for (const id of [merge.kept_id, merge.away_id]) {
    await settleChecks(tx, id, doer.at)
    await rebuildBarsOf(tx, id)
    await refreshTraining(tx, content, id)
  }
  await tx
    .updateTable('record_merge')
    .set({ undone_left: JSON.stringify(left) })
    .where('id', '=', merge.id)
    .execute()
  for (const personId of [merge.away_id, merge.kept_id])
    await account(tx, doer, { action: 'merge-undone', record: 'merge', recordId: merge.id, personId, changes: [] })
  return left
}

async function movedRows(tx: Tx, merge: StoredMerge, kind: Movable): Promise<KeptRow[]> {
  const rows = await tx
    .selectFrom('record_merge_row')
    .select(['row_key', 'row_version'])
    .where('merge_id', '=', merge.id)
    .where('what', '=', nameOf(kind))
    .where('moved', '=', 1)
    .orderBy('row_key')
    .execute()
  return rows.map(({ row_key, row_version }) => ({ key: row_key, version: row_version }))
}

/** Rows that stand for themselves go back one by one; one that was changed or removed since stays as it is. */
async function giveRowsBack(tx: Tx, merge: StoredMerge, name: string): Promise<string[]> {
  const stay = new Map<MergePart, number>()
  for (const kind of apartMovable) {
    const now = new Map((await rowsOf(tx, kind, merge.kept_id)).map(({ key, version }) => [key, version]))
    for (const { key, version } of await movedRows(tx, merge, kind)) {
      const back = now.get(key) === version && (await moveRow(tx, kind, key, merge.kept_id, merge.away_id))
      if (!back && kind.part) stay.set(kind.part, (stay.get(kind.part) ?? 0) + 1)
    }
  }
  return [...stay].map(([part, rows]) => `Changed or removed since, so left with ${name}: ${partWords[part](rows)}.`)
}

/** Training, ratings and evidence lean on each other, so they go back as a whole, where nothing came to them and nothing in them changed. */
async function giveLearningBack(tx: Tx, merge: StoredMerge, name: string): Promise<string[]> {
  const moved = new Map<Movable, KeptRow[]>()
  for (const kind of learningMovable) moved.set(kind, await movedRows(tx, merge, kind))
  if ([...moved.values()].every((rows) => rows.length === 0)) return []
  for (const [kind, rows] of moved)
    if (JSON.stringify(await rowsOf(tx, kind, merge.kept_id)) !== JSON.stringify(rows))
      return [`Training, ratings, evidence and verified levels were added to or changed since, so all of it stays with ${name}.`]
  for (const [kind, rows] of moved) for (const { key } of rows) await moveRow(tx, kind, key, merge.kept_id, merge.away_id)
  return []
}

async function giveValuesBack(tx: Tx, merge: StoredMerge, kept: Person, now: Date, doer: Doer): Promise<string[]> {
  const [before, set] = [JSON.parse(merge.before) as MergeValues, JSON.parse(merge.set_to) as MergeValues]
  const { values, left } = valuesBack(before, set, await valuesOf(tx, kept, now))
  const address = values.email !== kept.email && (await giveAddressBack(tx, merge, values.email))
  if (values.email !== kept.email && !address) {
    values.email = kept.email
    left.push('email')
  }
  const written = await writeValues(tx, kept, values, now, doer)
  if (!(await giveStandingBack(tx, merge, written, before.standing, doer)) && !left.includes('standing')) left.push('standing')
  return left.map(
    (field) => `${fieldWords[field]}: ${field === 'email' ? 'changed, or taken by somebody else,' : 'changed'} since, so left as it is.`,
  )
}

/** @returns whether the account of the record that stayed has its address again, which somebody else may have taken since. */
async function giveAddressBack(tx: Tx, { kept_id, away }: StoredMerge, email: string | null): Promise<boolean> {
  const taken = email && (await tx.selectFrom('account').select('id').where('email_key', '=', emailKey(email)).executeTakeFirst())
  if (taken) return false
  await tx
    .updateTable('account')
    .set({ email_key: email && emailKey(email) })
    .where('person_id', '=', kept_id)
    .execute()
  const { account: theirs } = JSON.parse(away) as TakenFromAway
  if (theirs) await tx.updateTable('account').set({ email_key: theirs.emailKey }).where('id', '=', theirs.id).execute()
  return true
}

/** @returns whether there was nothing to give back, or it was; false where somebody moved them since. */
async function giveStandingBack(tx: Tx, { standing }: StoredMerge, kept: Person, to: Person['standing'], doer: Doer): Promise<boolean> {
  if (standing === null || to === null) return true
  const { moveId, reason, until } = JSON.parse(standing) as { moveId: string; reason: string | null; until: string | null }
  const newest = (await newestMoves(tx, [kept.id])).get(kept.id)
  if (newest?.id !== moveId || newest.standing !== kept.standing) return false
  const { after } = await writeStanding(tx, kept, { to, reason, until, because: 'Two records were taken apart again' }, doer)
  await moveInTally(tx, kept, after)
  return true
}

/** The record that was put away stands on the roster again, and its account is as it was. */
async function bringBack(tx: Tx, { away_id, away, at }: StoredMerge): Promise<string[]> {
  const taken = JSON.parse(away) as TakenFromAway
  await tx
    .updateTable('person')
    .set((eb) => ({ merged_into: null, standing: taken.standing, training: taken.training, version: eb('version', '+', 1) }))
    .where('id', '=', away_id)
    .execute()
  const person = await findPerson(tx, away_id)
  if (person) await moveInTally(tx, { ...person, standing: null }, person)
  if (taken.account?.suspended)
    await tx
      .updateTable('account')
      .set((eb) => ({ suspended_at: null, suspended_reason: null, version: eb('version', '+', 1) }))
      .where('id', '=', taken.account.id)
      .where('suspended_at', '=', at)
      .where('suspended_reason', '=', putAwayReason)
      .execute()
  const { email_key: now = null } =
    (taken.account && (await tx.selectFrom('account').select('email_key').where('id', '=', taken.account.id).executeTakeFirst())) ?? {}
  return taken.account && now !== taken.account.emailKey && taken.account.emailKey !== null
    ? ['The account of the record that comes back has no address any more: the other record keeps it.']
    : []
}
