import { sql } from 'kysely'
import type { Person } from '#domain/person.ts'
import { type ImportRow, type Judged, judgeRow, readImportRow, rowKeys, type Surroundings } from '#domain/roster-import.ts'
import type { Reach } from '../policy.ts'
import type { Db, Tx } from '../repository/database.ts'
import { findRow, saveJudged, textsOf } from '../repository/import-rows.ts'
import { type ImportDraft, planOf } from '../repository/imports.ts'
import type { ImportRowTable } from '../repository/import-tables.ts'
import { asPerson, findStaying } from '../repository/people.ts'
import { within } from '../repository/reach.ts'

/** On whose behalf rows are judged, and on which day. */
export interface Importer {
  reach: Reach
  personId: string | null
  today: string
}

/** Judges rows of one list, given in the order of the file, and keeps what they come to. */
export async function checkRows(tx: Tx, draft: ImportDraft, rows: readonly ImportRowTable[], { reach, personId, today }: Importer): Promise<void> {
  const plan = planOf(draft)
  const read = rows.map((row) => {
    const understood = readImportRow(textsOf(row, plan.columns), today)
    return { row, understood, keys: rowKeys(understood.person) }
  })
  const byEmail = await peopleByEmail(
    tx,
    read.flatMap(({ keys }) => keys.email ?? []),
  )
  const byName = await peopleByName(
    tx,
    draft.id,
    reach,
    read.flatMap(({ keys }) => keys.name ?? []),
  )
  const firstLines = await linesBefore(tx, draft.id, read)
  const judged = read.map(({ row, understood, keys }) => {
    const found = keys.email === null ? undefined : byEmail.get(keys.email)
    const around: Surroundings = {
      plan,
      importer: personId,
      regions: reach.any ? null : reach.regions,
      byEmail: found ? { person: found, reached: reaches(reach, found) } : null,
      byName: (keys.name !== null && byName.get(keys.name)) || null,
      repeats: lineBefore(firstLines, row, keys),
      choice: row.choice as ImportRow['choice'],
    }
    return { row, keys, judged: judgeRow(understood, around) }
  })
  for (const one of judged) if (one.row.choice === 'update') one.judged = await ofOneLineOnly(tx, one.row, one.judged)
  await saveJudged(tx, judged)
}

/** A mended row, and the rows of the address it had and has: one of them may be the first now. */
export async function checkAround(tx: Tx, draft: ImportDraft, mended: { number: number; before: string | null }, importer: Importer): Promise<void> {
  const check = async (number: number) => {
    const row = await findRow(tx, draft.id, number)
    if (row) await checkRows(tx, draft, [row], importer)
    return findRow(tx, draft.id, number)
  }
  const after = await check(mended.number)
  const emails = [mended.before, after?.email_key ?? null].filter((email) => email !== null)
  if (emails.length === 0) return
  const others = await tx
    .selectFrom('import_row')
    .select('number')
    .where('draft_id', '=', draft.id)
    .where('email_key', 'in', emails)
    .where('number', '<>', mended.number)
    .orderBy('number')
    .execute()
  for (const { number } of others) await check(number)
}

/** Of two lines that somebody decided are one person, the second would change what the first just changed. */
async function ofOneLineOnly(tx: Tx, { draft_id, number }: ImportRowTable, judged: Judged): Promise<Judged> {
  if (!judged.person || judged.outcome === 'error') return judged
  const other = await tx
    .selectFrom('import_row')
    .select('line')
    .where('person_id', '=', judged.person.id)
    .where('draft_id', '=', draft_id)
    .where('number', '<>', number)
    .where('outcome', 'in', ['update', 'same'])
    .executeTakeFirst()
  const fault = { field: 'name' as const, detail: `Line ${other?.line} is this person already. Leave one of the two out` }
  return other ? { ...judged, outcome: 'error', faults: [fault] } : judged
}

const reaches = (reach: Reach, { region }: Person): boolean => reach.any || (region !== null && reach.regions.has(region))

type Keys = ReturnType<typeof rowKeys>

/** A row without an address is known by its name. */
const lineKey = ({ email, name }: Keys): string | null => (email !== null ? `@ ${email}` : name !== null ? `name ${name}` : null)

/** The first line of each address (and of each name that has none) among the rows above and these. */
async function linesBefore(tx: Tx, draftId: string, rows: readonly { row: ImportRowTable; keys: Keys }[]): Promise<Map<string, number>> {
  const first = rows[0]?.row.number ?? 0
  const emails = rows.flatMap(({ keys }) => keys.email ?? [])
  const names = rows.flatMap(({ keys }) => (keys.email === null ? (keys.name ?? []) : []))
  const lines = new Map<string, number>()
  const above = tx
    .selectFrom('import_row')
    .select((eb) => ['email_key', 'name_key', eb.fn.min('line').as('line')])
    .where('draft_id', '=', draftId)
    .where('number', '<', first)
  if (emails.length > 0) {
    const found = await above.where('email_key', 'in', emails).groupBy(['email_key', 'name_key']).execute()
    for (const { email_key, line } of found) keep(lines, `@ ${email_key}`, line)
  }
  if (names.length > 0) {
    const found = await above.where('email_key', 'is', null).where('name_key', 'in', names).groupBy(['email_key', 'name_key']).execute()
    for (const { name_key, line } of found) keep(lines, `name ${name_key}`, line)
  }
  for (const { row, keys } of rows) {
    const key = lineKey(keys)
    if (key !== null) keep(lines, key, row.line)
  }
  return lines
}

const keep = (lines: Map<string, number>, key: string, line: number) => lines.set(key, Math.min(line, lines.get(key) ?? line))

function lineBefore(lines: Map<string, number>, { line }: ImportRowTable, keys: Keys): number | null {
  const key = lineKey(keys)
  const first = key === null ? undefined : lines.get(key)
  return first !== undefined && first < line ? first : null
}

async function peopleByEmail(db: Db, emails: readonly string[]): Promise<Map<string, Person>> {
  if (emails.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('erased_at', 'is', null)
    .where(sql<string>`lower(email)`, 'in', [...new Set(emails)])
    .execute()
  const people = new Map(rows.flatMap((row) => (row.merged_into ? [] : [[row.email?.toLowerCase() ?? '', asPerson(row)]])))
  for (const { email, merged_into: into } of rows) {
    const key = email?.toLowerCase() ?? ''
    // The address of a record that was put together with another leads to the one that stays.
    const stays = into && !people.has(key) ? await findStaying(db, into) : undefined
    if (stays) people.set(key, stays)
  }
  return people
}

/** Whoever joined first, where several within reach have one name. */
async function peopleByName(tx: Tx, draftId: string, reach: Reach, names: readonly string[]): Promise<Map<string, Person>> {
  if (names.length === 0) return new Map()
  const rows = await within(tx.selectFrom('person'), reach)
    .selectAll()
    .where('name_key', 'in', [...new Set(names)])
    .where('erased_at', 'is', null)
    .where('standing', 'is not', null)
    // Rows above may just have been committed: two people of one list may have one name.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('import_row')
            .select('number')
            .whereRef('import_row.person_id', '=', 'person.id')
            .where('draft_id', '=', draftId)
            .where('after_version', 'is not', null),
        ),
      ),
    )
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.name_key, asPerson(row)]))
}
