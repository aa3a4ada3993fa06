import type { Generated, Kysely, Transaction } from 'kysely'
import type { CoverTables } from './cover-tables.ts'
import type { CertificateTables } from './certificate-tables.ts'
import type { EvidenceTables } from './evidence-tables.ts'
import type { MergeTables } from './merge-tables.ts'
import type { MembershipTables } from './membership-tables.ts'
import type { PoolCheckTables } from './pool-check-tables.ts'
import type { ImportTables } from './import-tables.ts'
import type { TogetherTables } from './together-tables.ts'
import type { VerificationTables } from './verification-tables.ts'

/**
 * The tables, in the portable part of SQL: text and integers only. Moments are UTC ISO text, days `YYYY-MM-DD`, truth 0 or 1, lists JSON or words
 * joined by commas. Ids are UUIDv7, so that they sort by when they were made.
 */
export interface Database
  extends
    CertificateTables,
    CoverTables,
    EvidenceTables,
    ImportTables,
    MembershipTables,
    MergeTables,
    PoolCheckTables,
    TogetherTables,
    VerificationTables {
  person: PersonTable
  person_role: { person_id: string; role: string }
  person_standing: PersonStandingTable
  person_tally: { region: string; standing: string; training: string; roles: string; people: number }
  account: AccountTable
  account_role: { account_id: string; role: string; region: string | null }
  session: { id: string; account_id: string; step: string; created_at: string; seen_at: string; expires_at: string }
  link: { id: string; kind: string; account_id: string; created_at: string; expires_at: string; used_at: string | null }
  guess: { id: string; key: string; at: string }
  mail: MailTable
  enrolment: EnrolmentTable
  lesson_read: { enrolment_id: string; lesson: string; at: string }
  attempt: AttemptTable
  attempt_item: AttemptItemTable
  extra_try: { id: string; person_id: string; module_id: string; tries: number; reason: string; at: string; by_person_id: string }
  withdrawn_question: { question: string; question_version: number; module_id: string; reason: string; at: string }
  core_module: { role: string; module_id: string }
  framework_version: FrameworkVersionTable
  framework_review: FrameworkReviewTable
  framework_agreement: { id: string; person_id: string; framework_version: number; at: string }
  self_assessment: SelfAssessmentTable
  skill_answer: SkillAnswerTable
  rating: RatingTable
  verified_level: { id: string; person_id: string; framework_version: number; skill: string; level: number; at: string }
  person_skill: { person_id: string; skill: string; level: number }
  anchor_sheet: {
    person_id: string
    dossier: string
    version: Generated<number>
    dossier_version: number
    started_at: string
    handed_in_at: string | null
  }
  anchor_finding: {
    person_id: string
    dossier: string
    skill: string
    version: Generated<number>
    level: number | null
    reason: string
    updated_at: string
  }
  anchor_rating: AnchorRatingTable
  file_removal: { id: string; due_at: string }
  plan_step: PlanStepTable
  learning_note: LearningNoteTable
  training_message: { id: string; person_id: string; module_id: string; at: string; by_person_id: string }
  shared_note: SharedNoteTable
  bookmark: { person_id: string; module_id: string; module_version: number; lesson: string; block: string; at: string }
  bar_need: { role: string; skill: string; level: number }
  /** `role` names a bar: that of a role, or the core skills of one. `level` is the lowest that the person has of all it counts. */
  person_bar: { person_id: string; role: string; level: number }
  audit_event: AuditEventTable
  idempotency: {
    scope: string
    key: string
    body_hash: string
    status: number | null
    body: string | null
    headers: string | null
    created_at: string
  }
  setting: { key: string; value: number; version: Generated<number>; updated_at: string }
  job: { id: string; kind: string; due_at: string; done_at: string | null; tries: number; error: string | null }
}

export interface PersonTable {
  id: string
  version: Generated<number>
  name: string
  /** The name without accents and case: what is searched and sorted, alike on every database. */
  name_key: string
  email: string | null
  phone: string | null
  region: string | null
  /** The roles in alphabetical order, joined by commas; `person_role` holds them one by one. */
  roles: string
  /** Null for somebody who only works here, such as a coordinator: they are not on the roster. */
  standing: string | null
  training: string
  joined_on: string
  created_at: string
  erased_at: string | null
  /** The record that stays, where this one was put together with another of the same person: this one is then shown nowhere. */
  merged_into: Generated<string | null>
}

interface PersonStandingTable {
  id: string
  person_id: string
  standing: string
  reason: string | null
  /** Until when, for a pause that has an end. */
  until_on: string | null
  at: string
  by_person_id: string | null
}

export interface AccountTable {
  id: string
  version: Generated<number>
  person_id: string
  email_key: string | null
  confirmed_at: string | null
  invited_at: string | null
  passphrase: string | null
  totp_secret: string | null
  totp_confirmed_at: string | null
  /** The last time step whose code was used, so that no code works twice. */
  totp_last_step: number | null
  suspended_at: string | null
  suspended_reason: string | null
  last_signed_in_at: string | null
  created_at: string
}

export interface MailTable {
  id: string
  account_id: string | null
  to_address: string
  subject: string
  text: string
  created_at: string
  sent_at: string | null
  tries: Generated<number>
  /** Null once it was sent or given up. */
  next_try_at: string | null
}

export interface EnrolmentTable {
  id: string
  version: Generated<number>
  person_id: string
  module_id: string
  module_version: number
  place_lesson: string | null
  place_block: string | null
  started_at: string
  /** How far it came, derived from the lessons read and the checks taken, for lists to count and sort by; see `enrolment-progress.ts`. */
  lessons_read: Generated<number>
  tries: Generated<number>
  /** When anything was done last. */
  moved_at: Generated<string>
  passed_at: string | null
  minutes_to_pass: number | null
}

export interface AttemptTable {
  id: string
  version: Generated<number>
  person_id: string
  enrolment_id: string
  module_id: string
  module_version: number
  /** 1 and up for tries at the check, -1 and down for diagnostics, so that each is counted by itself. */
  number: number
  seed: number
  items: number
  started_at: string
  submitted_at: string | null
  right: number | null
  passed: number | null
  kind: Generated<string>
  /** The pass mark that it was begun under, where that is not the module's own. */
  pass_percent: number | null
  /** Where the result rose since it was handed in: what it was then, and when it last rose. */
  first_right: number | null
  remarked_at: string | null
}

interface AttemptItemTable {
  attempt_id: string
  position: number
  question: string
  question_version: number
  options: string
  chosen: string | null
  flagged: number
  /** When it was counted as right because its question was withdrawn. */
  counted_at: string | null
}

/** A version of the framework beyond those that ship with the product; `document` is the framework as JSON. */
export interface FrameworkVersionTable {
  number: number
  version: Generated<number>
  state: string
  document: string
  based_on: number | null
  retires_on: string | null
  created_at: string
  published_at: string | null
}

/** One reviewer in one round of review. */
interface FrameworkReviewTable {
  id: string
  number: number
  round: number
  person_id: string
  state: string
  words: string | null
  asked_at: string
  answered_at: string | null
}

export interface SelfAssessmentTable {
  id: string
  version: Generated<number>
  person_id: string
  framework_version: number
  /** In alphabetical order, joined by commas. */
  roles: string
  state: string
  started_at: string
  submitted_at: string | null
}

interface SkillAnswerTable {
  assessment_id: string
  skill: string
  version: Generated<number>
  level: number | null
  confidence: string | null
  reflection: string
  updated_at: string
}

export interface RatingTable {
  id: string
  person_id: string
  assessment_id: string
  framework_version: number
  skill: string
  level: number
  confidence: string | null
  reflection: string
  at: string
}

export interface AnchorRatingTable {
  id: string
  person_id: string
  dossier: string
  dossier_version: number
  skill: string
  level: number
  reason: string
  at: string
}

interface PlanStepTable {
  person_id: string
  key: string
  version: Generated<number>
  /** Ids joined by commas, the most needed first. */
  skills: string
  state: string
  due_on: string | null
  reason: string | null
  updated_at: string
}

/** An entry of a learning log as it was when it was shared with a request for verification; without its words once it was taken back. */
interface SharedNoteTable {
  id: string
  request_id: string
  note_id: string
  person_id: string
  module_id: string
  module_version: number
  lesson: string
  block: string
  kind: string
  words: string | null
  shared_at: string
  taken_back_at: string | null
}

export interface LearningNoteTable {
  id: string
  version: Generated<number>
  person_id: string
  module_id: string
  module_version: number
  lesson: string
  /** The block that asks for a reflection; `lesson` for a note on the whole. */
  block: string
  kind: string
  words: string
  /** The words without accents, case and signs, to search in. */
  search_key: string
  updated_at: string
}

interface AuditEventTable {
  id: string
  at: string
  by_person_id: string | null
  action: string
  record: string
  record_id: string
  /** Whose history this belongs to. */
  person_id: string | null
  changes: string
  reason: string | null
}

/** Reads take either; inside `change` only the transaction exists. */
export type Db = Kysely<Database>
export type Tx = Transaction<Database>
