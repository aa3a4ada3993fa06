import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { ImportOutcome, ImportPlan, RosterImport } from '#domain/roster-import.ts'
import { pageSize } from '../page.ts'
import { stale } from '../problem.ts'
import type { TableFile } from '../table-files/table-file.ts'
import type { Db, Tx } from './database.ts'
import type { ImportDraftTable } from './import-tables.ts'

export type ImportDraft = Omit<ImportDraftTable, 'version'> & { version: number }

/** So many rows go into one statement: fewer than the parameters that a database takes. */
const rowsAtOnce = 200

export async function* inParts<T>(all: readonly T[]): AsyncGenerator<T[]> {
  for (let at = 0; at < all.length; at += rowsAtOnce) yield all.slice(at, at + rowsAtOnce)
}

interface NewDraft {
  personId: string
  fileName: string
  headingsKey: string
  columns: ImportPlan['columns']
  remembered: boolean
}

/** How many of the first cells of a column are shown, and how much of each. */
const sampleRows = 3
const sampleLength = 60

export async function addDraft(
  tx: Tx,
  { personId, fileName, headingsKey, columns, remembered }: NewDraft,
  file: TableFile,
  at: string,
): Promise<string> {
  const id = newId()
  const samples = file.headings.map((_, column) => file.rows.slice(0, sampleRows).map(({ cells }) => (cells[column] ?? '').slice(0, sampleLength)))
  await tx
    .insertInto('import_draft')
    .values({
      id,
      person_id: personId,
      state: 'open',
      file_name: fileName,
      headings: JSON.stringify(file.headings),
      headings_key: headingsKey,
      samples: JSON.stringify(samples),
      notes: JSON.stringify(file.notes),
      remembered: remembered ? 1 : 0,
      columns: JSON.stringify(columns),
      standing: 'in-checks',
      reason: null,
      tell: 1,
      rows: file.rows.length,
      checked: 0,
      created_at: at,
      committed_at: null,
    })
    .execute()
  const rows = file.rows.map(({ line, cells }, index) => ({
    draft_id: id,
    number: index + 1,
    line,
    cells: JSON.stringify(cells),
    mended: '{}',
    outcome: 'unchecked',
    choice: null,
    ...unjudged,
    before: null,
    after_version: null,
    undone: null,
  }))
  for await (const some of inParts(rows)) await tx.insertInto('import_row').values(some).execute()
  return id
}

const unjudged = { faults: '[]', changes: '[]', person_id: null, person_version: null, repeats: null, email_key: null, name_key: null }

export async function rememberedColumns(db: Db, personId: string, headingsKey: string): Promise<ImportPlan['columns'] | null> {
  const row = await db
    .selectFrom('import_columns')
    .select('columns')
    .where('person_id', '=', personId)
    .where('headings_key', '=', headingsKey)
    .executeTakeFirst()
  return row ? (JSON.parse(row.columns) as ImportPlan['columns']) : null
}

/** Takes a plan for a list, remembers its columns for the next list with the same headings, and forgets what rows came to before. */
export async function savePlan(tx: Tx, draft: ImportDraft, { columns, standing, reason, tell }: ImportPlan, at: string): Promise<void> {
  await saveDraft(tx, draft, { columns: JSON.stringify(columns), standing, reason, tell: tell ? 1 : 0, checked: 0 })
  await tx
    .insertInto('import_columns')
    .values({ person_id: draft.person_id, headings_key: draft.headings_key, columns: JSON.stringify(columns), at })
    .onConflict((oc) => oc.columns(['person_id', 'headings_key']).doUpdateSet({ columns: JSON.stringify(columns), at }))
    .execute()
  await tx
    .updateTable('import_row')
    .set({ outcome: 'unchecked', ...unjudged })
    .where('draft_id', '=', draft.id)
    .execute()
}

/** @throws Problem 412 when somebody changed the draft since it was read. */
export async function saveDraft(tx: Tx, draft: ImportDraft, values: Partial<Omit<ImportDraftTable, 'id' | 'version'>>): Promise<void> {
  const saved = await tx
    .updateTable('import_draft')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('id', '=', draft.id)
    .where('version', '=', draft.version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) {
    const now = await findDraft(tx, draft.id)
    throw stale(now && (await draftView(tx, now)))
  }
}

/** How far a check came is no change that anybody else could trip over. */
export const noteChecked = (tx: Tx, id: string, checked: number) => tx.updateTable('import_draft').set({ checked }).where('id', '=', id).execute()

export const findDraft = (db: Db, id: string): Promise<ImportDraft | undefined> =>
  db.selectFrom('import_draft').selectAll().where('id', '=', id).executeTakeFirst()

export const deleteDraft = (tx: Tx, id: string) => tx.deleteFrom('import_draft').where('id', '=', id).execute()

/** The lists of somebody, the newest first. */
export async function draftsOf(db: Db, personId: string) {
  const rows = await db
    .selectFrom('import_draft')
    .select(['id', 'state', 'file_name', 'created_at', 'rows'])
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(pageSize)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    state: row.state as RosterImport['state'],
    fileName: row.file_name,
    createdAt: row.created_at,
    rows: row.rows,
  }))
}

export const planOf = (draft: ImportDraft): ImportPlan => ({
  columns: JSON.parse(draft.columns) as ImportPlan['columns'],
  standing: draft.standing as ImportPlan['standing'],
  reason: draft.reason,
  tell: draft.tell === 1,
})

const none = { unchecked: 0, new: 0, update: 0, same: 0, repeat: 0, possible: 0, error: 0 }

export async function draftView(db: Db, draft: ImportDraft): Promise<RosterImport> {
  const groups = await db
    .selectFrom('import_row')
    .select((eb) => [
      'outcome',
      'choice',
      'undone',
      eb('after_version', 'is not', null).as('done'),
      eb.cast<number>(eb.fn.countAll(), 'integer').as('count'),
    ])
    .where('draft_id', '=', draft.id)
    .groupBy(['outcome', 'choice', 'undone', sql`after_version is not null`])
    .execute()
  const sum = (which: (group: (typeof groups)[number]) => unknown) => groups.filter(which).reduce((total, { count }) => total + count, 0)
  const counts = { ...none }
  for (const outcome of Object.keys(none) as ImportOutcome[]) counts[outcome] = sum((group) => group.outcome === outcome)
  const of = (outcome: ImportOutcome) => (group: (typeof groups)[number]) => group.outcome === outcome && group.choice !== 'leave'
  return {
    id: draft.id,
    version: draft.version,
    state: draft.state as RosterImport['state'],
    fileName: draft.file_name,
    createdAt: draft.created_at,
    notes: JSON.parse(draft.notes) as string[],
    headings: JSON.parse(draft.headings) as string[],
    samples: JSON.parse(draft.samples) as string[][],
    remembered: draft.remembered === 1,
    plan: planOf(draft),
    rows: draft.rows,
    checked: draft.checked,
    counts,
    undecided: sum((group) => group.outcome === 'possible' && group.choice === null),
    adds: sum(of('new')),
    changes: sum(of('update')),
    done: draft.committed_at
      ? {
          at: draft.committed_at,
          added: sum(({ done, outcome }) => done && outcome === 'new'),
          changed: sum(({ done, outcome }) => done && outcome === 'update'),
          undone: sum(({ undone }) => undone === 'undone'),
          leftAlone: sum(({ undone }) => undone === 'left'),
        }
      : null,
  }
}

/** Lists that were not committed in time, and rows of old ones, say too much of people to be kept. */
export const dropOldDrafts = (db: Db, before: string) => db.deleteFrom('import_draft').where('created_at', '<=', before).execute()
