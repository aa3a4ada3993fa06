import { type Expression, sql, type SqlBool } from 'kysely'
import type { Database, Db } from '../repository/database.ts'

/** A person as everything held on them is found. */
export interface Subject {
  personId: string
  accountId: string | null
  name: string
  email: string | null
  phone: string | null
}

type Fate = 'deleted' | 'emptied' | 'kept-without-details'

/** One table that holds something on people: which rows are whose, what may not leave even for them, and what erasure does. */
export interface Held {
  table: keyof Database
  what: string
  /** The rows of a subject, as a condition on the table. */
  of: (subject: Subject) => Expression<SqlBool>
  /** Columns that are secrets or other people's, left out of a download. */
  withheld: readonly string[]
  /** Columns left out of single rows, because those say something of somebody else. */
  withheldOf?: (row: Record<string, unknown>, subject: Subject) => readonly string[]
  becomes: Fate
  rule: string
}

const eq = (column: string, value: string | null) => sql<SqlBool>`${sql.ref(column)} = ${value ?? ''}`
const inEnrolments = ({ personId }: Subject) => sql<SqlBool>`enrolment_id in (select id from enrolment where person_id = ${personId})`
const inAttempts = ({ personId }: Subject) => sql<SqlBool>`attempt_id in (select id from attempt where person_id = ${personId})`
const inAssessments = ({ personId }: Subject) => sql<SqlBool>`assessment_id in (select id from self_assessment where person_id = ${personId})`
const inEvidence = ({ personId }: Subject) => sql<SqlBool>`evidence_id in (select id from evidence where person_id = ${personId})`
const inRequests = ({ personId }: Subject) => sql<SqlBool>`request_id in (select id from verification_request where person_id = ${personId})`
const ofPerson = ({ personId }: Subject) => eq('person_id', personId)
const theirs = 'Held only for the use of Panel Pool by the person it is about'

/** Every table that holds something on a person, in an order in which rows can be deleted. A table that is not here fails a test. */
export const held: readonly Held[] = [
  {
    table: 'verification_event',
    what: 'What happened to requests for verification',
    of: inRequests,
    withheld: ['by_person_id', 'assessor_id'],
    becomes: 'deleted',
    rule: theirs,
  },
  { table: 'verification_answer', what: 'Answers to a lower level', of: inRequests, withheld: [], becomes: 'deleted', rule: theirs },
  {
    table: 'verification_finding',
    what: 'What assessors found, with their reasons',
    // What an assessor has not handed in is not a finding yet; it goes with its request.
    of: (subject) => sql<SqlBool>`(decided_at is not null and ${inRequests(subject)})`,
    withheld: ['assessor_id'],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'verification_experience',
    what: 'Reports sent with a request for verification',
    of: inRequests,
    withheld: [],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'verification_evidence',
    what: 'Evidence sent with a request for verification',
    of: inRequests,
    withheld: [],
    becomes: 'deleted',
    rule: theirs,
  },
  { table: 'verification_skill', what: 'Skills sent for verification', of: ofPerson, withheld: [], becomes: 'deleted', rule: theirs },
  {
    table: 'verification_request',
    what: 'Requests for verification',
    of: ofPerson,
    withheld: ['assessor_id'],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'declared_tie',
    what: 'Who this person said they know, and who said they know this person',
    of: ({ personId }) => sql<SqlBool>`(person_id = ${personId} or other_person_id = ${personId})`,
    withheld: ['person_id', 'other_person_id'],
    becomes: 'deleted',
    rule: theirs,
  },
  { table: 'affiliation', what: 'Ties to organisations', of: ofPerson, withheld: [], becomes: 'deleted', rule: theirs },
  {
    table: 'affiliation_declaration',
    what: 'When this person said that their ties are complete',
    of: ofPerson,
    withheld: [],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'certificate_reminder',
    what: 'Reminders that a certificate runs out',
    of: ({ personId }) => sql<SqlBool>`certificate_code in (select code from certificate where person_id = ${personId})`,
    withheld: [],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'certificate',
    what: 'Certificates. A copy that was handed out can no longer be looked up',
    of: ofPerson,
    withheld: ['name_key'],
    becomes: 'deleted',
    rule: theirs,
  },
  { table: 'attempt_item', what: 'Answers in knowledge checks', of: inAttempts, withheld: [], becomes: 'deleted', rule: theirs },
  {
    table: 'attempt',
    what: 'Knowledge checks taken',
    of: ofPerson,
    withheld: ['seed'],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'learning_note',
    what: 'The learning log: reflections and notes',
    of: ofPerson,
    withheld: ['search_key'],
    becomes: 'deleted',
    rule: theirs,
  },
  { table: 'lesson_read', what: 'Lessons read', of: inEnrolments, withheld: [], becomes: 'deleted', rule: theirs },
  {
    table: 'enrolment',
    what: 'Modules started, and where they were left',
    of: ofPerson,
    withheld: [],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'skill_answer',
    what: 'Self-assessments: what was answered, before handing in',
    of: inAssessments,
    withheld: [],
    becomes: 'deleted',
    rule: theirs,
  },
  { table: 'rating', what: 'Self-ratings of skills, with reflections', of: ofPerson, withheld: [], becomes: 'deleted', rule: theirs },
  { table: 'verified_level', what: 'Levels of skill that assessors verified', of: ofPerson, withheld: [], becomes: 'deleted', rule: theirs },
  { table: 'person_skill', what: 'The newest verified level of each skill', of: ofPerson, withheld: [], becomes: 'deleted', rule: theirs },
  {
    table: 'anchor_rating',
    what: 'Levels given to the invented anchor dossiers, with reasons',
    of: ofPerson,
    withheld: [],
    becomes: 'deleted',
    rule: theirs,
  },
  { table: 'anchor_finding', what: 'Levels for anchor dossiers, before handing in', of: ofPerson, withheld: [], becomes: 'deleted', rule: theirs },
  { table: 'anchor_sheet', what: 'Anchor dossiers begun and handed in', of: ofPerson, withheld: [], becomes: 'deleted', rule: theirs },
  { table: 'plan_step', what: 'Development plan', of: ofPerson, withheld: [], becomes: 'deleted', rule: theirs },
  {
    table: 'framework_agreement',
    what: 'Versions of the key skills that were agreed to',
    of: ofPerson,
    withheld: [],
    becomes: 'deleted',
    rule: theirs,
  },
  { table: 'framework_review', what: 'Reviews of drafts of the key skills', of: ofPerson, withheld: [], becomes: 'deleted', rule: theirs },
  { table: 'person_bar', what: 'Roles for which every level was verified', of: ofPerson, withheld: [], becomes: 'deleted', rule: theirs },
  { table: 'self_assessment', what: 'Self-assessments', of: ofPerson, withheld: [], becomes: 'deleted', rule: theirs },
  { table: 'evidence_skill', what: 'Which skills each piece of evidence serves', of: inEvidence, withheld: [], becomes: 'deleted', rule: theirs },
  {
    table: 'evidence_version',
    what: 'Evidence: words, links, files and testimonies',
    of: inEvidence,
    withheld: ['stored_as'],
    becomes: 'deleted',
    rule: `${theirs}. Files are deleted with it`,
  },
  {
    table: 'evidence_draft',
    what: 'Evidence that is being written',
    of: inEvidence,
    withheld: ['stored_as', 'witness_email'],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'testimony_ask',
    what: 'Whom a testimony was asked of',
    of: inEvidence,
    withheld: ['id', 'witness_email'],
    becomes: 'deleted',
    rule: theirs,
  },
  { table: 'evidence', what: 'Pieces of evidence', of: ofPerson, withheld: [], becomes: 'deleted', rule: theirs },
  { table: 'experience', what: 'Published reports that this person worked on', of: ofPerson, withheld: [], becomes: 'deleted', rule: theirs },
  {
    table: 'mail',
    what: 'Mails sent',
    of: ({ accountId, email }) => sql<SqlBool>`(account_id = ${accountId ?? ''} or to_address = ${email ?? ''})`,
    withheld: ['text'],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'link',
    what: 'Links sent by e-mail',
    of: ({ accountId }) => eq('account_id', accountId),
    withheld: ['id'],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'session',
    what: 'Browsers that are signed in',
    of: ({ accountId }) => eq('account_id', accountId),
    withheld: ['id'],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'account_role',
    what: 'Roles of the account',
    of: ({ accountId }) => eq('account_id', accountId),
    withheld: [],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'account',
    what: 'The account to sign in with',
    of: ofPerson,
    withheld: ['passphrase', 'totp_secret', 'totp_last_step'],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'person_role',
    what: 'Roles prepared for or served in',
    of: ofPerson,
    withheld: [],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'person_standing',
    what: 'Changes of status',
    of: ofPerson,
    withheld: ['by_person_id'],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'idempotency',
    what: 'Answers kept for a day so that a request sent twice counts once',
    of: ({ personId, accountId, email }) =>
      sql<SqlBool>`(body like ${`%${personId}%`} or body like ${`%${accountId ?? personId}%`} or body like ${`%${email ?? personId}%`})`,
    withheld: ['body', 'scope', 'key', 'body_hash', 'headers'],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'audit_event',
    what: 'The account of what was done, by whom and when',
    of: ({ personId }) => sql<SqlBool>`(person_id = ${personId} or by_person_id = ${personId})`,
    withheld: ['by_person_id'],
    // What this person did to others is theirs to know; whom, and what it was before and after, is those others'.
    withheldOf: (row, { personId }) => (row['person_id'] === personId ? [] : ['person_id', 'record_id', 'changes', 'reason']),
    becomes: 'kept-without-details',
    rule: 'That something was done stays accounted for, without names or values, for as long as the organisation has set',
  },
  {
    table: 'person',
    what: 'Name, contact details, region and standing',
    of: ({ personId }) => eq('id', personId),
    withheld: ['name_key'],
    becomes: 'emptied',
    rule: 'The row stays as a number without details, so that the account of what was done still adds up',
  },
]

/** Tables that say nothing of anybody: counts, digests, settings, work to do. */
export const impersonal: readonly (keyof Database)[] = [
  'person_tally',
  'guess',
  'setting',
  'issuer_key',
  'job',
  'framework_version',
  'bar_need',
  'file_removal',
  'organisation',
]

export const rowsHeld = (db: Db, { table, of }: Held, subject: Subject) =>
  db
    .selectFrom(table as 'person')
    .where(() => of(subject))
    .selectAll()
