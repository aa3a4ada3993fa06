import { sql, type SqlBool } from 'kysely'
import type { Database, Db } from '../repository/database.ts'
import { heldOnLearning } from './held-learning.ts'
import { heldOnMembership } from './held-membership.ts'
import { heldTogether } from './held-together.ts'
import { eq, type Held, ofPerson, type Subject, type Subjects, theirs } from './held-table.ts'

/** Every table that holds something on a person, in an order in which rows can be deleted. A table that is not here fails a test. */
export const held: readonly Held[] = [
  ...heldOnLearning,
  ...heldOnMembership,
  ...heldTogether,
  {
    table: 'check_reminder',
    what: 'Reminders that were sent about checks',
    of: ({ personId }) => sql<SqlBool>`check_id in (select id from pool_check where person_id = ${personId})`,
    withheld: [],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'pool_check',
    what: 'Checks made before an appointment: what was seen, its number and date, never the certificate',
    of: ofPerson,
    withheld: ['seen_by_person_id'],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'import_row',
    what: 'Rows of lists that a coordinator imports or has imported',
    // By address or by who they were found to be; a name alone may be another person’s.
    of: ({ personId, email }) => sql<SqlBool>`(person_id = ${personId} or email_key = ${email?.toLowerCase() ?? ''})`,
    withheld: ['draft_id', 'number', 'line', 'repeats', 'name_key', 'email_key', 'person_version', 'after_version'],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'import_columns',
    what: 'Which columns this person chose for lists they imported',
    of: ofPerson,
    withheld: [],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'import_draft',
    what: 'Lists that this person imports or has imported',
    of: ofPerson,
    // The first cells of a list say something of others.
    withheld: ['samples', 'headings_key'],
    becomes: 'deleted',
    rule: theirs,
  },
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
  'job',
  'framework_version',
  'bar_need',
  'core_module',
  'cover_input',
  'cover_snapshot',
  'today_mark',
  'withdrawn_question',
  'check_policy',
  'issuer_key',
  'file_removal',
  'organisation',
  'organisation_successor',
  'organisation_area',
  'organisation_addition',
]

const rowsHeld = (db: Db, { table, of }: Held, subject: Subject) =>
  db
    .selectFrom(table as 'person')
    .where(() => of(subject))
    .selectAll()

/** The rows of a table that are held on somebody, each once, with the record that it was found by. */
export async function allRowsHeld(db: Db, one: Held, subjects: Subjects): Promise<{ row: Record<string, unknown>; of: Subject }[]> {
  const found = new Map<string, { row: Record<string, unknown>; of: Subject }>()
  for (const subject of subjects)
    for (const row of await rowsHeld(db, one, subject).execute()) {
      const key = JSON.stringify(row)
      if (!found.has(key)) found.set(key, { row: { ...row }, of: subject })
    }
  return [...found.values()]
}
