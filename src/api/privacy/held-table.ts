import { type Expression, sql, type SqlBool } from 'kysely'
import type { Database } from '../repository/database.ts'

/** A person as everything held on them is found. */
export interface Subject {
  personId: string
  accountId: string | null
  name: string
  email: string | null
  phone: string | null
}

/** The records of one person: their own, and those that were put together with it. */
export type Subjects = readonly [Subject, ...Subject[]]

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
  /** What somebody wrote for themself or for an assessor: in their own download, and in nobody else's. */
  privately?: true
  becomes: Fate
  rule: string
}

export const eq = (column: string, value: string | null) => sql<SqlBool>`${sql.ref(column)} = ${value ?? ''}`
export const inEnrolments = ({ personId }: Subject) => sql<SqlBool>`enrolment_id in (select id from enrolment where person_id = ${personId})`
export const inAttempts = ({ personId }: Subject) => sql<SqlBool>`attempt_id in (select id from attempt where person_id = ${personId})`
export const inAssessments = ({ personId }: Subject) => sql<SqlBool>`assessment_id in (select id from self_assessment where person_id = ${personId})`
export const inEvidence = ({ personId }: Subject) => sql<SqlBool>`evidence_id in (select id from evidence where person_id = ${personId})`
export const inRequests = ({ personId }: Subject) => sql<SqlBool>`request_id in (select id from verification_request where person_id = ${personId})`
export const ofPerson = ({ personId }: Subject) => eq('person_id', personId)
export const theirs = 'Held only for the use of Panel Pool by the person it is about'
