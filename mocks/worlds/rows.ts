import type { InsertObject } from 'kysely'
import type { Database, Tx } from '#api/repository/database.ts'

/** The tables a world fills, each after those it refers to. */
const tables = [
  'person',
  'person_role',
  'person_standing',
  'membership_ask',
  'member',
  'member_region',
  'member_specialism',
  'capacity_month',
  'availability',
  'commitment',
  'account',
  'account_role',
  'enrolment',
  'lesson_read',
  'attempt',
  'attempt_item',
  'anchor_sheet',
  'anchor_finding',
  'anchor_rating',
  'self_assessment',
  'skill_answer',
  'rating',
  'verified_level',
  'person_skill',
  'evidence',
  'evidence_skill',
  'evidence_version',
  'evidence_draft',
  'testimony_ask',
  'experience',
  'affiliation',
  'affiliation_declaration',
  'verification_request',
  'verification_skill',
  'verification_evidence',
  'verification_experience',
  'verification_finding',
  'verification_event',
  'pool_check',
  'audit_event',
] as const

type Table = (typeof tables)[number]
type Row<T extends Table> = InsertObject<Database, T>
export type Rows = { [T in Table]: Row<T>[] }

export const noRows = (): Rows => ({
  person: [],
  person_role: [],
  person_standing: [],
  membership_ask: [],
  member: [],
  member_region: [],
  member_specialism: [],
  capacity_month: [],
  availability: [],
  commitment: [],
  account: [],
  account_role: [],
  enrolment: [],
  lesson_read: [],
  attempt: [],
  attempt_item: [],
  anchor_sheet: [],
  anchor_finding: [],
  anchor_rating: [],
  self_assessment: [],
  skill_answer: [],
  rating: [],
  verified_level: [],
  person_skill: [],
  evidence: [],
  evidence_skill: [],
  evidence_version: [],
  evidence_draft: [],
  testimony_ask: [],
  experience: [],
  affiliation: [],
  affiliation_declaration: [],
  verification_request: [],
  verification_skill: [],
  verification_evidence: [],
  verification_experience: [],
  verification_finding: [],
  verification_event: [],
  pool_check: [],
  audit_event: [],
})

/** SQLite binds at most 32,766 values in a statement and PostgreSQL 65,535; fewer also compile faster. */
const mostValues = 12_000

export async function writeRows(tx: Tx, rows: Rows): Promise<void> {
  for (const table of tables) await writeTable(tx, table, rows[table])
}

/** Every row of a table must name the same columns. */
async function writeTable<T extends Table>(tx: Tx, table: T, rows: readonly Row<T>[]): Promise<void> {
  const width = Object.keys(rows[0] ?? {}).length
  const atOnce = Math.floor(mostValues / Math.max(width, 1))
  for (let start = 0; start < rows.length; start += atOnce)
    await tx
      .insertInto(table)
      .values(rows.slice(start, start + atOnce))
      .execute()
}
