import { eq, type Held, ofPerson, theirs } from './held-table.ts'

/** What is held on people whom coordinators sort and change together. */
export const heldTogether: readonly Held[] = [
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
