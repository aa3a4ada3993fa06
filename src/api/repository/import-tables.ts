import type { Generated } from 'kysely'

/** The tables of lists that are being imported, or were. */
export interface ImportTables {
  import_draft: ImportDraftTable
  import_row: ImportRowTable
  import_columns: { person_id: string; headings_key: string; columns: string; at: string }
}

export interface ImportDraftTable {
  id: string
  version: Generated<number>
  person_id: string
  state: string
  file_name: string
  headings: string
  /** A digest of the headings: two files with the same ones have the same key. */
  headings_key: string
  samples: string
  notes: string
  remembered: number
  columns: string
  standing: string
  reason: string | null
  tell: number
  rows: number
  /** How many rows were looked at, from the first. */
  checked: number
  created_at: string
  committed_at: string | null
}

export interface ImportRowTable {
  draft_id: string
  number: number
  line: number
  /** As JSON; emptied once the list is committed. */
  cells: string
  /** What was typed instead of a cell, by field, as JSON. */
  mended: string
  outcome: string
  choice: string | null
  faults: string
  changes: string
  person_id: string | null
  /** Which version of the person was looked at. */
  person_version: number | null
  repeats: number | null
  email_key: string | null
  name_key: string | null
  /** What the person was before the import changed them, as JSON: what undoing gives back. */
  before: string | null
  /** The version that the import left; null while it has changed nothing. */
  after_version: number | null
  undone: string | null
}
