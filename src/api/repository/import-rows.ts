import { importFields, type ImportOutcome, type ImportPlan, type ImportRow, type ImportRows, type Judged } from '#domain/roster-import.ts'
import { pageSize } from '../page.ts'
import type { Db, Tx } from './database.ts'
import type { ImportRowTable } from './import-tables.ts'
import { type ImportDraft, inParts, planOf } from './imports.ts'

/** The texts of a row by field: what was mended, or else what its file says. */
export function textsOf({ cells, mended }: Pick<ImportRowTable, 'cells' | 'mended'>, columns: ImportPlan['columns']): ImportRow['values'] {
  const given = JSON.parse(cells) as string[]
  const typed = JSON.parse(mended) as Partial<ImportRow['values']>
  const text = (field: keyof ImportRow['values']) => typed[field] ?? (columns[field] === null ? '' : (given[columns[field]] ?? ''))
  return Object.fromEntries(importFields.map((field) => [field, text(field)])) as ImportRow['values'] // every field has its text
}

/** The next rows after a number, some at a time. */
export const rowsAfter = (db: Db, draftId: string, after: number, most: number, outcomes?: readonly ImportOutcome[]) => {
  let query = db.selectFrom('import_row').selectAll().where('draft_id', '=', draftId).where('number', '>', after)
  if (outcomes) query = query.where('outcome', 'in', outcomes).where((eb) => eb.or([eb('choice', 'is', null), eb('choice', '<>', 'leave')]))
  return query.orderBy('number').limit(most).execute()
}

export const findRow = (db: Db, draftId: string, number: number) =>
  db.selectFrom('import_row').selectAll().where('draft_id', '=', draftId).where('number', '=', number).executeTakeFirst()

/** Writes what rows came to, in as few statements as can be. */
export async function saveJudged(
  tx: Tx,
  rows: readonly { row: ImportRowTable; judged: Judged; keys: { email: string | null; name: string | null } }[],
): Promise<void> {
  const written = rows.map(({ row, judged, keys }) => ({
    ...row,
    outcome: judged.outcome,
    faults: JSON.stringify(judged.faults),
    changes: JSON.stringify(judged.changes),
    person_id: judged.person?.id ?? null,
    person_version: judged.person?.version ?? null,
    repeats: judged.repeats,
    email_key: keys.email,
    name_key: keys.name,
  }))
  for await (const some of inParts(written))
    await tx
      .insertInto('import_row')
      .values(some)
      .onConflict((oc) =>
        oc.columns(['draft_id', 'number']).doUpdateSet((eb) => ({
          outcome: eb.ref('excluded.outcome'),
          faults: eb.ref('excluded.faults'),
          changes: eb.ref('excluded.changes'),
          person_id: eb.ref('excluded.person_id'),
          person_version: eb.ref('excluded.person_version'),
          repeats: eb.ref('excluded.repeats'),
          email_key: eb.ref('excluded.email_key'),
          name_key: eb.ref('excluded.name_key'),
        })),
      )
      .execute()
}

export const saveMended = (tx: Tx, { draft_id, number }: ImportRowTable, mended: Partial<ImportRow['values']>, choice: ImportRow['choice']) =>
  tx
    .updateTable('import_row')
    .set({ mended: JSON.stringify(mended), choice })
    .where('draft_id', '=', draft_id)
    .where('number', '=', number)
    .execute()

interface RowsAsked {
  outcome?: ImportOutcome | undefined
  undone?: 'undone' | 'left' | undefined
  after?: number | undefined
}

/** A page of the rows of a list, in the order of the file. */
export async function rowsView(db: Db, draft: ImportDraft, { outcome, undone, after = 0 }: RowsAsked): Promise<ImportRows> {
  let query = db.selectFrom('import_row').selectAll().where('draft_id', '=', draft.id).where('number', '>', after)
  if (outcome) query = query.where('outcome', '=', outcome)
  if (undone) query = query.where('undone', '=', undone)
  const rows = await query
    .orderBy('number')
    .limit(pageSize + 1)
    .execute()
  const page = rows.slice(0, pageSize)
  return { rows: await rowViews(db, draft, page), next: rows.length > pageSize ? (page.at(-1)?.number ?? null) : null }
}

export async function rowViews(db: Db, draft: ImportDraft, rows: readonly ImportRowTable[]): Promise<ImportRow[]> {
  const { columns } = planOf(draft)
  const ids = rows.flatMap(({ person_id }) => person_id ?? [])
  const people = ids.length > 0 ? await db.selectFrom('person').select(['id', 'name', 'email']).where('id', 'in', ids).execute() : []
  return rows.map((row) => ({
    number: row.number,
    line: row.line,
    outcome: row.outcome as ImportOutcome,
    values: textsOf(row, columns),
    faults: JSON.parse(row.faults) as ImportRow['faults'],
    changes: JSON.parse(row.changes) as ImportRow['changes'],
    person: people.find(({ id }) => id === row.person_id) ?? null,
    repeats: row.repeats,
    choice: row.choice as ImportRow['choice'],
    undone: row.undone as ImportRow['undone'],
  }))
}
