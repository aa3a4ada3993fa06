import type { Generated } from 'kysely'

export interface CoverTables {
  cover_input: CoverInputTable
  cover_snapshot: CoverSnapshotTable
  today_mark: TodayMarkTable
}

/** A number that somebody entered, for everywhere where `region` is null. The newest of a key and region counts. */
interface CoverInputTable {
  id: string
  key: string
  region: string | null
  value: number
  basis: string
  source: string
  as_of: string
  at: string
  by_person_id: string | null
}

/** Cover as it stood, as JSON. `region` is the one that its maker keeps; null for all of England. */
interface CoverSnapshotTable {
  id: string
  on_day: string
  region: string | null
  at: string
  by_person_id: string | null
  document: string
}

/** What was said of an item on Today, by its key. */
interface TodayMarkTable {
  key: string
  version: Generated<number>
  taken_by_person_id: string | null
  taken_at: string | null
  until_on: string | null
  reason: string | null
  at: string
}
