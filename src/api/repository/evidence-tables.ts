import type { Generated } from 'kysely'

/** The tables of evidence, of testimonies that were asked for, and of published reports that somebody worked on. */
export interface EvidenceTables {
  evidence: EvidenceTable
  evidence_skill: { evidence_id: string; skill: string }
  evidence_version: EvidenceVersionTable
  evidence_draft: EvidenceDraftTable
  testimony_ask: TestimonyAskTable
  experience: ExperienceTable
}

export interface EvidenceTable {
  id: string
  version: Generated<number>
  person_id: string
  kind: string
  title: string
  state: string
  created_at: string
  /** When it came into the state it is in. */
  moved_at: string
}

/** `stored_as` is the id under which the file store holds the bytes. */
interface StoredFileColumns {
  file_name: string | null
  media_type: string | null
  bytes: number | null
  stored_as: string | null
}

export interface EvidenceVersionTable extends StoredFileColumns {
  evidence_id: string
  number: number
  text: string | null
  url: string | null
  from_name: string | null
  from_capacity: string | null
  at: string
}

export interface EvidenceDraftTable extends StoredFileColumns {
  evidence_id: string
  title: string
  text: string
  url: string
  /** Joined by commas. */
  skills: string
  witness_name: string
  witness_email: string
  witness_capacity: string
  refused: number
  updated_at: string
}

export interface TestimonyAskTable {
  id: string
  evidence_id: string
  witness_name: string
  witness_email: string | null
  witness_capacity: string
  asked_at: string
  expires_at: string
  used_at: string | null
}

export interface ExperienceTable {
  id: string
  version: Generated<number>
  person_id: string
  publisher: string
  year: number
  role: string
  url: string
  created_at: string
}
