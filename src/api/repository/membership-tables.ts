import type { Generated } from 'kysely'

/** The tables of members: asks to join, what a member offers, when they are away, and what they have in hand. */
export interface MembershipTables {
  membership_ask: MembershipAskTable
  member: MemberTable
  /** The regions that a member travels to, beside their home region. */
  member_region: { person_id: string; region: string }
  /** `specialism` is the id of one of the list or a member's own words; `search_key` is how it is searched. */
  member_specialism: { person_id: string; specialism: string; search_key: string }
  /** What a member offers in one month (`YYYY-MM`) instead of the usual; no most of reviews means the usual one. */
  capacity_month: { person_id: string; month: string; days: number; most_reviews: number | null }
  availability: AvailabilityTable
  commitment: CommitmentTable
  calendar_feed: { person_id: string; token_digest: string; made_at: string }
}

export interface MembershipAskTable {
  id: string
  version: Generated<number>
  person_id: string
  /** In alphabetical order, joined by commas. */
  roles: string
  words: string
  state: string
  at: string
  decided_at: string | null
  decided_by_person_id: string | null
  reason: string | null
}

interface MemberTable {
  person_id: string
  version: Generated<number>
  sector: string | null
  /** JSON: the ids of those in the list, and own words, in the order given. */
  specialisms: string
  /** JSON. */
  languages: string
  /** Null while the member has not said what they offer. */
  days_a_month: number | null
  most_reviews: number | null
  confirmed_at: string | null
  confirm_asked_at: string | null
}

/** Rows are never deleted but by erasure: one that was taken back has `removed_at`. */
interface AvailabilityTable {
  id: string
  version: Generated<number>
  person_id: string
  from_on: string
  to_on: string
  state: string
  /** In alphabetical order, joined by commas; empty for every role. */
  roles: string
  note: string
  entered_by: string | null
  at: string
  removed_at: string | null
}

interface CommitmentTable {
  id: string
  version: Generated<number>
  person_id: string
  reference: string
  /** The id of an organisation of the register. */
  authority: string
  role: string
  from_on: string
  to_on: string | null
  /** Days a month that it takes while it lasts. */
  days: number
  entered_by: string | null
  at: string
  removed_at: string | null
}
