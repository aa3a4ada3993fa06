import type { MergePart } from '#domain/merge.ts'
import type { Database } from '../repository/database.ts'

/** A kind of row that goes from one record of a person to the other. */
export interface Movable {
  table: keyof Database
  /** The column that names the person. */
  of: 'person_id' | 'other_person_id'
  /** What finds a row among those of one person. */
  key: readonly string[]
  /** What a person can have only once: a row whose like the other record has stays where it is. Nothing where there can be any number. */
  once?: readonly string[]
  versioned?: true
  /** What the page calls it; rows without a name go unsaid. */
  part: MergePart | null
}

const byId = (table: keyof Database, part: MergePart | null): Movable => ({ table, of: 'person_id', key: ['id'], part })
const versioned = (table: keyof Database, part: MergePart | null): Movable => ({ ...byId(table, part), versioned: true })

/** What coordinators and the person keep beside training: any number of each, so that those of two records stand side by side. */
export const apartMovable: readonly Movable[] = [
  versioned('availability', 'availability'),
  versioned('commitment', 'commitments'),
  versioned('pool_check', 'checks'),
  versioned('affiliation', 'affiliations'),
  { table: 'affiliation_declaration', of: 'person_id', key: [], once: [], part: 'declaration' },
  { ...byId('declared_tie', 'own'), once: ['other_person_id'] },
  { table: 'declared_tie', of: 'other_person_id', key: ['id'], once: ['person_id'], part: null },
  versioned('experience', 'own'),
  { ...byId('person_tag', 'tags'), once: ['tag_key'] },
  versioned('membership_ask', 'asks'),
  byId('extra_try', 'extra-tries'),
  byId('training_message', 'messages'),
]

/** Training, ratings, evidence and what assessors found, which lean on each other: all of it goes, or none. */
export const learningMovable: readonly Movable[] = [
  versioned('enrolment', 'modules'),
  versioned('attempt', 'tries'),
  { ...byId('certificate', 'certificates'), key: ['code'], versioned: true },
  versioned('learning_note', 'own'),
  { ...byId('bookmark', 'own'), key: ['module_id', 'module_version', 'lesson', 'block'] },
  versioned('self_assessment', 'own'),
  byId('rating', 'own'),
  byId('verified_level', 'levels'),
  { ...byId('person_skill', null), key: ['skill'] },
  { ...byId('plan_step', 'own'), key: ['key'], versioned: true },
  { ...byId('framework_agreement', null), once: ['framework_version'] },
  versioned('evidence', 'own'),
  versioned('verification_request', 'requests'),
  { ...byId('verification_skill', null), key: ['request_id', 'skill'] },
  byId('shared_note', null),
]

export const movable: readonly Movable[] = [...apartMovable, ...learningMovable]

/** How a kind of row is named where it is kept. */
export const nameOf = ({ table, of }: Movable): string => (of === 'person_id' ? table : `${table} ${of}`)
