import type { Person } from '#domain/person.ts'
import type { Content } from '../deps.ts'
import { account, accountForAll, type Doer } from '../repository/audit.ts'
import type { Tx } from '../repository/database.ts'
import { type ImportDraft, saveDraft } from '../repository/imports.ts'
import type { ImportRowTable } from '../repository/import-tables.ts'
import { noDetails } from '../privacy/erasure.ts'
import { asPerson } from '../repository/people.ts'
import { countIn } from '../repository/tally.ts'
import { refreshTraining } from '../training-state.ts'
import { type ChangedByImport, changeTo } from './commit.ts'

const rowsAtOnce = 200

/**
 * Takes an import back, in the caller's transaction: whom it added is removed, whom it changed is as before. Whoever did anything since, or had anything done to
 * their record, is left alone and listed.
 */
export async function undoImport(tx: Tx, draft: ImportDraft, content: Content, doer: Doer): Promise<void> {
  let undone = 0
  let left = 0
  for (let after = 0; ;) {
    const rows = await tx
      .selectFrom('import_row')
      .selectAll()
      .where('draft_id', '=', draft.id)
      .where('after_version', 'is not', null)
      .where('number', '>', after)
      .orderBy('number')
      .limit(rowsAtOnce)
      .execute()
    const last = rows.at(-1)
    if (!last) break
    const people = await unchangedSince(tx, draft, rows)
    const safe = rows.filter(({ person_id }) => people.has(person_id ?? ''))
    await remove(
      tx,
      safe.flatMap(({ outcome, person_id }) => (outcome === 'new' ? (people.get(person_id ?? '') ?? []) : [])),
      doer,
    )
    for (const { person_id, before } of safe) {
      const person = people.get(person_id ?? '')
      if (!person || before === null) continue
      const { name, phone, region, roles, standing, reason, until } = JSON.parse(before) as ChangedByImport
      await changeTo(tx, person, { ...person, name, phone, region, roles, standing }, { reason, until, because: 'An import was undone' }, doer)
      await refreshTraining(tx, content, person.id)
    }
    const numbers = new Set(safe.map(({ number }) => number))
    await note(tx, draft.id, [...numbers], 'undone')
    await note(
      tx,
      draft.id,
      rows.flatMap(({ number }) => (numbers.has(number) ? [] : [number])),
      'left',
    )
    undone += safe.length
    left += rows.length - safe.length
    after = last.number
  }
  await saveDraft(tx, draft, { state: 'undone' })
  const changes = [
    { field: 'undone', from: null, to: undone },
    { field: 'left', from: null, to: left },
  ]
  await account(tx, doer, { action: 'import-undone', record: 'import', recordId: draft.id, personId: doer.personId, changes })
}

async function note(tx: Tx, draftId: string, numbers: readonly number[], undone: 'undone' | 'left'): Promise<void> {
  if (numbers.length === 0) return
  await tx.updateTable('import_row').set({ undone }).where('draft_id', '=', draftId).where('number', 'in', numbers).execute()
}

/** What an import itself leaves in the account of somebody. Anything after it, or beside it on whom it added, means that they are in use. */
const ofImports = ['person-imported', 'profile-changed', 'standing-changed']

/** The people of these rows whose record nobody touched since the import, who have done nothing themselves, and whom it told of no answer to their wish to join. */
async function unchangedSince(tx: Tx, draft: ImportDraft, rows: readonly ImportRowTable[]): Promise<Map<string, Person>> {
  const ids = rows.flatMap(({ person_id }) => person_id ?? [])
  if (ids.length === 0) return new Map()
  const found = await tx
    .selectFrom('person')
    .selectAll()
    .where('id', 'in', ids)
    .where('erased_at', 'is', null)
    .where('merged_into', 'is', null)
    .execute()
  const events = await tx
    .selectFrom('audit_event')
    .select(['person_id', 'action', 'at'])
    .where('person_id', 'in', ids)
    .where('at', '>=', draft.committed_at ?? '')
    .execute()
  const versions = new Map(rows.map((row) => [row.person_id, row]))
  const untouched = found.filter(({ id, version }) => {
    const row = versions.get(id)
    const inUse = row?.outcome === 'new' && events.some((event) => event.person_id === id && !ofImports.includes(event.action))
    const answered = row?.before != null && (JSON.parse(row.before) as ChangedByImport).answered
    return version === row?.after_version && !inUse && !answered
  })
  return new Map(untouched.map((row) => [row.id, asPerson(row)]))
}

/** Removes people of whom nothing is held but what the import made: their mails, links, account, roles and standing. */
async function remove(tx: Tx, people: readonly Person[], doer: Doer): Promise<void> {
  if (people.length === 0) return
  const ids = people.map(({ id }) => id)
  const accounts = tx.selectFrom('account').select('id').where('person_id', 'in', ids)
  for (const table of ['link', 'mail', 'account_role'] as const) await tx.deleteFrom(table).where('account_id', 'in', accounts).execute()
  for (const table of ['account', 'person_role', 'person_standing'] as const) await tx.deleteFrom(table).where('person_id', 'in', ids).execute()
  await tx.updateTable('import_row').set({ person_id: null }).where('person_id', 'in', ids).execute()
  await tx.updateTable('audit_event').set({ changes: '[]', reason: null }).where('person_id', 'in', ids).execute()
  await tx
    .updateTable('person')
    .set((eb) => ({ ...noDetails(doer.at), version: eb('version', '+', 1) }))
    .where('id', 'in', ids)
    .execute()
  for (const [, [first, ...others]] of Map.groupBy(people, ({ region, standing, training, roles }) =>
    [region, standing, training, ...roles].join('|'),
  ))
    if (first) await countIn(tx, { ...first, roles: first.roles.toSorted().join(',') }, -others.length - 1)
  await accountForAll(
    tx,
    doer,
    people.map(({ id }) => ({
      action: 'person-erased',
      record: 'person',
      recordId: id,
      personId: id,
      reason: 'The import that added them was undone',
    })),
  )
}
