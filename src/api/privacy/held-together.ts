import { sql, type SqlBool } from 'kysely'
import { eq, type Held, ofPerson, type Subject, theirs } from './held-table.ts'

const ofTheirRecords = ({ personId }: Subject) => sql<SqlBool>`(kept_id = ${personId} or away_id = ${personId})`

/** What is held on people whom coordinators sort and change together. */
export const heldTogether: readonly Held[] = [
  {
    table: 'record_merge_row',
    what: 'What went from one record of this person to another when they were put together',
    of: (subject) => sql<SqlBool>`merge_id in (select id from record_merge where ${ofTheirRecords(subject)})`,
    withheld: ['row_key'],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'record_merge',
    what: 'Records of this person that were put together: what each said before, by whom and why',
    of: ofTheirRecords,
    // What undoing left may name who else changed something.
    withheld: ['by_person_id', 'undone_by_person_id', 'undone_left'],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'person_tag',
    what: 'Tags: coordinators’ own words',
    of: ofPerson,
    withheld: ['tag_key', 'by_person_id'],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'roster_view',
    what: 'Views of the roster that this person keeps',
    of: ofPerson,
    withheld: ['name_key'],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'command_row',
    what: 'What was done to this person together with others, and what was before',
    of: ofPerson,
    // What was before may say who else did it.
    withheld: ['before', 'after', 'undone_why'],
    becomes: 'deleted',
    rule: theirs,
  },
  {
    table: 'command',
    what: 'What this person did to several others together',
    of: ({ personId }) => eq('by_person_id', personId),
    withheld: ['undone_by_person_id'],
    becomes: 'deleted',
    rule: theirs,
  },
]
