import type { AffiliationKind } from '#domain/affiliation.ts'
import type { OrganisationKind } from '#domain/organisation.ts'

/** The words of what somebody says of their ties. */
export const copy = {
  title: 'Your affiliations',
  intro:
    'List where you work or have worked, boards you sit on and contracts you hold. A request to have skills verified never goes to somebody who is tied to the person who asks.',
  whoSees:
    'Who sees this: you alone. Panel Pool compares affiliations; nobody who sends or looks at a request is shown somebody else’s. Ties that ended count for as long as a setting says, five years to begin with.',
  neverDeclared: 'You have not declared anything yet. Add your affiliations, or say that you have none.',
  declared: (moment: string) => `You last said that this list is complete on ${moment}.`,
  nothing: 'I have nothing to declare',
  complete: 'This list is complete',
  nowDeclared: 'Thank you. What you declared is kept',
  add: 'Add an affiliation',
  none: 'No affiliations are listed.',
  table: 'Organisations',
  columns: ['Organisation', 'How', 'From', 'To', 'Change'],
  goesOn: 'Goes on',
  change: 'Change',
  kinds: {
    employer: 'Employed there',
    board: 'On its board or a governor',
    contract: 'Under contract to it',
    family: 'A relative of mine works there',
    financial: 'A financial interest in it',
    other: 'Tied in another way',
  } satisfies Record<AffiliationKind, string>,

  find: 'Find the organisation',
  findHint: 'Any part of its name, such as Kent or GMP. Bodies that merged are here under their old names too.',
  search: 'Search',
  hits: (shown: number, total: number) =>
    total === 0
      ? 'The register has no organisation by that name. Write its name below.'
      : shown < total
        ? `The first ${shown} of ${total}. Another word finds it sooner.`
        : total === 1
          ? 'One organisation'
          : `${total} organisations`,
  which: 'Which organisation?',
  notListed: 'It is not in this list',
  freeName: 'Name of the organisation',
  freeNameHint: 'Only if it is not in the list above.',
  became: (names: readonly string[]) => `now part of ${names.join(' and ')}`,
  kind: 'How are you, or were you, tied to it?',
  from: 'When did it begin?',
  fromHint: 'If you do not remember the day, give the first of the month.',
  to: 'When did it end?',
  toHint: 'Leave empty if it goes on.',
  save: 'Save this affiliation',
  changeTitle: 'Change an affiliation',
  remove: 'Remove this affiliation',
  removeWhy: 'Remove it only if you never had it. If it ended, give the day it ended instead.',
  saved: (name: string) => `Your affiliation to ${name} is saved`,
  removed: 'The affiliation is removed',

  people: 'Assessors you know',
  peopleIntro:
    'If you know an assessor privately, in business or from working closely together, say so here. They are not told, and your requests do not go to them.',
  nobody: 'You have said that you know nobody among the assessors.',
  takeBack: 'Take back',
  who: 'Which assessor do you know?',
  whoNone: 'Choose an assessor',
  reason: 'How do you know them?',
  reasonHint: 'A few words. Kept with your record.',
  saveTie: 'Save',
  tieSaved: 'What you said is saved',
  tiesOf: 'Those you named',
  tieColumns: ['Assessor', 'How you know them', 'Take back'],
}

export const kindWords: Record<OrganisationKind, string> = {
  'local-authority': 'local authority',
  police: 'police',
  'health-trust': 'health trust',
  'integrated-care-board': 'integrated care board',
  'safeguarding-partnership': 'safeguarding partnership',
  inspectorate: 'inspectorate',
  charity: 'charity',
  university: 'university',
  company: 'company',
  other: 'other',
}
