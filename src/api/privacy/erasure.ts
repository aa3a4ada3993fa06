import { sql } from 'kysely'
import type { z } from 'zod'
import { nameKey } from '#domain/person.ts'
import type { Person } from '#domain/person.ts'
import type * as schema from '#domain/privacy.schema.ts'
import { notFound, stale } from '../problem.ts'
import { account, type Doer } from '../repository/audit.ts'
import type { Database, Db, Tx } from '../repository/database.ts'
import { findPerson, findRecord, recordsOf } from '../repository/people.ts'
import { releaseFilesOf } from '../repository/stored-files.ts'
import { moveInTally } from '../repository/tally.ts'
import { passOnFrom } from '../verification/offer.ts'
import { allRowsHeld, held } from './held.ts'
import type { Subject, Subjects } from './held-table.ts'

type Preview = z.infer<typeof schema.ErasurePreview>
type Proof = z.infer<typeof schema.ErasureProof>

/** A person as everything held on them is found: first their own record, then those that were put together with it. */
export async function subjectsOf(db: Db, person: Person): Promise<Subjects> {
  const [, ...merged] = await recordsOf(db, person.id)
  const others = []
  for (const id of merged) {
    const record = await findRecord(db, id)
    if (record) others.push(await subjectOf(db, record))
  }
  return [await subjectOf(db, person), ...others]
}

async function subjectOf(db: Db, { id, name, email, phone }: Person): Promise<Subject> {
  const row = await db.selectFrom('account').select('id').where('person_id', '=', id).executeTakeFirst()
  return { personId: id, accountId: row?.id ?? null, name, email, phone }
}

/** What erasing this person would do: every table that holds something, how many rows, and what becomes of them. */
export async function previewErasure(db: Db, subjects: Subjects, version: number): Promise<Preview> {
  const lines = []
  for (const one of held) {
    const rows = await allRowsHeld(db, one, subjects)
    lines.push({ table: one.table, what: one.what, rows: rows.length, becomes: one.becomes, rule: one.rule })
  }
  return { personId: subjects[0].personId, name: subjects[0].name, version, lines }
}

/** What is left in the row of somebody who was erased. */
export const noDetails = (at: string) => ({
  name: 'A person since erased',
  name_key: '',
  email: null,
  phone: null,
  region: null,
  roles: '',
  standing: null,
  training: 'not-started',
  erased_at: at,
})

/**
 * Erases a person in the caller's transaction, with the records that were put together with theirs. What is kept has no details, and only the rows of this
 * person are touched.
 * @throws Problem 412 when the person was changed since they were read.
 */
export async function erase(tx: Tx, person: Person, subjects: Subjects, doer: Doer, reason: string): Promise<void> {
  for (const subject of subjects) await deleteHeld(tx, subject, doer)
  const [{ personId }, ...merged] = subjects
  const emptied = await tx
    .updateTable('person')
    .set((eb) => ({ ...noDetails(doer.at), version: eb('version', '+', 1) }))
    .where('id', '=', personId)
    .where('version', '=', person.version)
    .returning('id')
    .executeTakeFirst()
  if (!emptied) {
    const now = await findPerson(tx, person.id)
    throw now ? stale(await previewErasure(tx, subjects, now.version)) : notFound()
  }
  for (const other of merged) await tx.updateTable('person').set(noDetails(doer.at)).where('id', '=', other.personId).execute()
  await moveInTally(tx, person, { ...person, standing: null })
  // What others sent them to look at goes to somebody else.
  await passOnFrom(tx, personId, new Date(doer.at))
  const told = subjects.some((subject) => mentions(reason, subject))
  await account(tx, doer, { action: 'person-erased', record: 'person', recordId: personId, personId, reason: told ? null : reason })
}

/** Deletes what is held on one record, and the details from the account of what was done. */
async function deleteHeld(tx: Tx, subject: Subject, doer: Doer): Promise<void> {
  await releaseFilesOf(tx, subject.personId, doer.at)
  for (const one of held.filter(({ becomes }) => becomes === 'deleted'))
    await tx
      .deleteFrom(one.table as 'person')
      .where(() => one.of(subject))
      .execute()
  await tx.updateTable('audit_event').set({ changes: '[]', reason: null }).where('person_id', '=', subject.personId).execute()
}

const mentions = (text: string, { name, email, phone }: Subject) =>
  [name, email, phone].some((detail) => detail !== null && text.toLowerCase().includes(detail.toLowerCase()))

/** Which rule keeps a hit: only what is somebody else's may still hold the same words. */
const ruleFor: Partial<Record<keyof Database, string>> = {
  person: 'Another person of the same name',
  audit_event: 'The account of what was done to somebody else',
  account: 'What was said of somebody else’s account',
  mail: 'A mail to somebody else, deleted when its time is up',
  evidence_version: 'A testimony that this person gave of somebody else, kept with that person’s evidence',
  evidence_draft: 'Somebody else is about to ask a person of this name for a testimony',
  testimony_ask: 'Somebody else asked a person of this name for a testimony; deleted when its time is up',
  import_row: 'A row of a list that somebody is importing, deleted with it',
  import_draft: 'The first rows of a list that somebody is importing, deleted with it',
  record_merge: 'What was said when two records of somebody else were put together',
  idempotency: 'An answer to somebody else, deleted within a day',
}

/** Searches every text of the database for what was erased. What it finds is listed with the rule that keeps it, or "no rule": that would be a fault. */
export async function proveErasure(db: Db, subjects: Subjects, erasedAt: string): Promise<Proof> {
  const details = subjects.flatMap(({ name, email, phone }) => [name, nameKey(name), email, phone])
  const sought = [...new Set(details.filter((detail) => detail !== null).flatMap(spellings))]
  const tables = (await db.introspection.getTables()).filter(({ name }) => !name.startsWith('kysely_'))
  const found: Proof['found'] = []
  let columns = 0
  for (const table of tables) {
    for (const column of table.columns.filter(({ dataType }) => dataType.toLowerCase() === 'text')) {
      columns += 1
      const hits = sought.map((detail) => sql`lower(${sql.ref(column.name)}) like ${`%${likeSafe(detail)}%`} escape '!'`)
      const { rows } = await sql<{
        hits: number
      }>`select cast(count(*) as integer) as hits from ${sql.table(table.name)} where ${sql.join(hits, sql` or `)}`.execute(db)
      const rowCount = rows[0]?.hits ?? 0
      if (rowCount > 0)
        found.push({
          table: table.name,
          column: column.name,
          rows: rowCount,
          rule: ruleFor[table.name as keyof Database] ?? 'No rule keeps this: tell an administrator',
        })
    }
  }
  return { erasedAt, searched: { tables: tables.length, columns }, found }
}

/**
 * The ways in which a detail may stand in a text, for a search with lower(): that leaves letters beyond ASCII as they are in SQLite and in a PostgreSQL
 * database with the C locale, and makes them small elsewhere. Accents are written in one character or in two.
 */
function spellings(detail: string): string[] {
  if (detail.length <= 2) return []
  const titled = detail.toLowerCase().replace(/(?<!\p{Letter}\p{Mark}*)\p{Letter}/gu, (letter) => letter.toUpperCase())
  const cases = [detail, detail.toLowerCase(), detail.toUpperCase(), titled]
  return [...new Set(cases.flatMap((text) => [text.normalize('NFC'), text.normalize('NFD')]).map(smallAscii))]
}

const smallAscii = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

const likeSafe = (text: string) => text.replace(/[!%_]/g, (char) => `!${char}`)
