import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Db, Tx } from '../repository/database.ts'
import type { Movable } from './movable.ts'

/** A row of a person, as it is kept of a merge. */
export interface KeptRow {
  key: string
  version: number | null
}

const all = (conditions: readonly RawBuilder<SqlBool>[]) => sql.join([sql`1 = 1`, ...conditions], sql` and `)

/** The rows of one kind that a record has, in a fixed order. */
export async function rowsOf(db: Db, kind: Movable, personId: string): Promise<KeptRow[]> {
  const columns = [...kind.key.map((column) => sql.ref(column)), kind.versioned ? sql.ref('version') : sql`null as version`]
  const { rows } = await sql<Record<string, string | number | null>>`
    select ${sql.join(columns)} from ${sql.table(kind.table)} where ${sql.ref(kind.of)} = ${personId}
  `.execute(db)
  return rows
    .map((row) => ({ key: JSON.stringify(kind.key.map((column) => row[column])), version: row['version'] as number | null }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
}

/** The rows of one kind whose like the other record has already, or that would say of somebody that they know themself. */
async function likeTheOthers(db: Db, kind: Movable, from: string, to: string): Promise<Set<string>> {
  const { once } = kind
  if (!once) return new Set()
  const same = once.map((column) => sql<SqlBool>`other.${sql.ref(column)} = mine.${sql.ref(column)}`)
  const themself = once.filter((column) => column.endsWith('person_id')).map((column) => sql<SqlBool>`mine.${sql.ref(column)} = ${to}`)
  const like = sql<SqlBool>`exists (select 1 from ${sql.table(kind.table)} as other where other.${sql.ref(kind.of)} = ${to} and ${all(same)})`
  const { rows } = await sql<Record<string, string | number>>`
    select ${sql.join([sql`1 as one`, ...kind.key.map((column) => sql`mine.${sql.ref(column)}`)])}
    from ${sql.table(kind.table)} as mine where mine.${sql.ref(kind.of)} = ${from} and (${sql.join([like, ...themself], sql` or `)})
  `.execute(db)
  return new Set(rows.map((row) => JSON.stringify(kind.key.map((column) => row[column]))))
}

/** @returns whether the row was there and is the other record's now. */
export async function moveRow(tx: Tx, kind: Movable, key: string, from: string, to: string): Promise<boolean> {
  const values = JSON.parse(key) as (string | number)[]
  const same = kind.key.map((column, at) => sql<SqlBool>`${sql.ref(column)} = ${values[at]}`)
  const { numAffectedRows } = await sql`
    update ${sql.table(kind.table)} set ${sql.ref(kind.of)} = ${to} where ${sql.ref(kind.of)} = ${from} and ${all(same)}
  `.execute(tx)
  return numAffectedRows === 1n
}

/** Gives the rows of one kind to the other record, but for those whose like it has, and keeps in the merge which they were. */
export async function moveRows(tx: Tx, kind: Movable, what: string, mergeId: string, from: string, to: string): Promise<void> {
  const rows = await rowsOf(tx, kind, from)
  if (rows.length === 0) return
  const stay = await likeTheOthers(tx, kind, from, to)
  for (const { key } of rows) if (!stay.has(key)) await moveRow(tx, kind, key, from, to)
  await tx
    .insertInto('record_merge_row')
    .values(rows.map(({ key, version }) => ({ merge_id: mergeId, what, row_key: key, row_version: version, moved: stay.has(key) ? 0 : 1 })))
    .execute()
}
