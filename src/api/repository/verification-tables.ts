import type { Generated } from 'kysely'

/** The tables of organisations, of people's ties, and of requests for verification. */
export interface VerificationTables {
  organisation: OrganisationTable
  organisation_successor: { organisation_id: string; successor_id: string; from_on: string | null; addition_id: string | null }
  organisation_area: { organisation_id: string; area_id: string; addition_id: string | null }
  /** What was added here to an organisation: `value` is a name, or the id of an authority or of a successor. */
  organisation_addition: { id: string; organisation_id: string; kind: string; value: string; from_on: string | null; at: string }
  affiliation: AffiliationTable
  affiliation_declaration: { person_id: string; declared_at: string }
  declared_tie: { id: string; person_id: string; other_person_id: string; reason: string; at: string }
  verification_request: VerificationRequestTable
  verification_skill: { request_id: string; skill: string; person_id: string; rating_id: string; open: number }
  verification_evidence: { request_id: string; evidence_id: string; number: number; title: string; skills: string }
  verification_experience: { request_id: string; position: number; publisher: string; year: number; role: string; url: string }
  verification_finding: VerificationFindingTable
  verification_answer: { request_id: string; skill: string; text: string; at: string }
  verification_event: VerificationEventTable
}

export interface OrganisationTable {
  id: string
  name: string
  name_key: string
  /** JSON. */
  other_names: string
  /** The keys of every name it goes by. */
  search_key: string
  kind: string
  region: string | null
  version: Generated<number>
  /** What the place of a local authority is called. */
  area: string | null
  code: string | null
  /** 1 for one that was added here and is not in the register that ships. */
  local: Generated<number>
}

interface AffiliationTable {
  id: string
  version: Generated<number>
  person_id: string
  organisation_id: string | null
  free_name: string | null
  kind: string
  from_day: string
  to_day: string | null
  declared_at: string
}

export interface VerificationRequestTable {
  id: string
  version: Generated<number>
  person_id: string
  state: string
  round: number
  /** Who it is offered to or looked at by. */
  assessor_id: string | null
  sent_at: string
  offered_at: string | null
  accepted_at: string | null
  decided_at: string | null
  due_on: string | null
}

export interface VerificationFindingTable {
  request_id: string
  round: number
  assessor_id: string
  skill: string
  version: Generated<number>
  outcome: string | null
  level: number | null
  reason: string
  equivalence: string
  updated_at: string
  decided_at: string | null
}

interface VerificationEventTable {
  id: string
  request_id: string
  event: string
  at: string
  by_person_id: string | null
  assessor_id: string | null
  why: string | null
  reason: string | null
}
