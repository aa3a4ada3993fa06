import type { Generated } from 'kysely'

/** The tables of tags, and of what was done to several people together. */
export interface TogetherTables {
  /** `tag_key` is the tag without accents and case: what is searched, once for each person. */
  person_tag: { id: string; person_id: string; tag_key: string; tag: string; at: string; by_person_id: string | null }
  command: CommandTable
  command_row: CommandRowTable
  roster_view: RosterViewTable
}

export interface CommandTable {
  id: string
  version: Generated<number>
  by_person_id: string
  kind: string
  /** What was asked, as JSON. */
  says: string
  /** How many people were named and were not there. */
  missing: number
  at: string
  undone_at: string | null
  undone_by_person_id: string | null
}

interface CommandRowTable {
  command_id: string
  person_id: string
  outcome: string
  why: string | null
  /** What the person had before and what the command gave them, as JSON; null where nothing was done. */
  before: string | null
  after: string | null
  undone: string | null
  undone_why: string | null
}

export interface RosterViewTable {
  id: string
  version: Generated<number>
  person_id: string
  name: string
  name_key: string
  /** The filters and the sort as they stand in the address of the roster. */
  search: string
  shared: number
  created_at: string
  updated_at: string
}
