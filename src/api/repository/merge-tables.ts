import type { Generated } from 'kysely'

/** The tables of records that were put together. */
export interface MergeTables {
  record_merge: RecordMergeTable
  record_merge_row: RecordMergeRowTable
}

export interface RecordMergeTable {
  id: string
  version: Generated<number>
  kept_id: string
  away_id: string
  by_person_id: string | null
  reason: string
  at: string
  /** What the record that stays said before, and what it was given, as JSON of `MergeValues`. */
  before: string
  set_to: string
  /** Where its standing was changed: the move, and what it was before, as JSON. */
  standing: string | null
  /** What was taken from the record that was put away, as JSON: its standing, training, and what its account was. */
  away: string
  undone_at: string | null
  undone_by_person_id: string | null
  /** Sentences about what could not be given back, as JSON. */
  undone_left: string | null
}

/** One row that the record which was put away had. */
interface RecordMergeRowTable {
  merge_id: string
  /** Which of the movable kinds of row; see `merge/movable.ts`. */
  what: string
  /** What finds the row among those of a person, as JSON. */
  row_key: string
  /** The version of the row as it moved, where it has one. */
  row_version: number | null
  /** 0 for a row that stayed where it was, because the other record has the same. */
  moved: number
}
