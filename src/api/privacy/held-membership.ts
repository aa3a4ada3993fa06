import { type Held, ofPerson, theirs } from './held-table.ts'

/** What is held on members of the pool. */
export const heldOnMembership: readonly Held[] = [
  {
    table: 'membership_ask',
    what: 'Asks to join the pool, and what was decided',
    of: ofPerson,
    withheld: ['decided_by_person_id'],
    becomes: 'deleted',
    rule: theirs,
  },
  { table: 'calendar_feed', what: 'The private address of the calendar', of: ofPerson, withheld: ['token_digest'], becomes: 'deleted', rule: theirs },
  { table: 'availability', what: 'When this person is free or away', of: ofPerson, withheld: ['entered_by'], becomes: 'deleted', rule: theirs },
  { table: 'commitment', what: 'Reviews in hand', of: ofPerson, withheld: ['entered_by'], becomes: 'deleted', rule: theirs },
  { table: 'capacity_month', what: 'What this person offers in single months', of: ofPerson, withheld: [], becomes: 'deleted', rule: theirs },
  { table: 'member_specialism', what: 'Specialisms, as they are searched', of: ofPerson, withheld: ['search_key'], becomes: 'deleted', rule: theirs },
  { table: 'member_region', what: 'Regions travelled to', of: ofPerson, withheld: [], becomes: 'deleted', rule: theirs },
  { table: 'member', what: 'Background, and what this person offers the pool', of: ofPerson, withheld: [], becomes: 'deleted', rule: theirs },
]
