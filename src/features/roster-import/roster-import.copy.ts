import type { ImportField, ImportOutcome, ImportState } from '#domain/roster-import.ts'
import { poolRoleWords, regionWords, standingWords } from '#domain/words.ts'
import { showNumber } from '#lib/show.ts'

const people = (count: number) => (count === 1 ? '1 person' : `${showNumber(count)} people`)
const rows = (count: number) => (count === 1 ? '1 row' : `${showNumber(count)} rows`)

const words: Record<string, string> = { ...regionWords, ...poolRoleWords, ...standingWords }
const inWords = (value: string) =>
  value
    .split(', ')
    .map((part) => words[part] ?? part)
    .join(', ')

const fields: Record<ImportField, string> = {
  name: 'Name',
  email: 'E-mail address',
  phone: 'Phone',
  region: 'Home region',
  roles: 'Roles',
  standing: 'Status',
  joinedOn: 'Joined',
}

/** The words of importing a list of people. */
export const copy = {
  title: 'Import people',
  toRoster: 'Back to the roster',
  toImports: 'All imports',
  intro:
    'Send a list of people that you keep elsewhere. You see what would become of each row, and can mend it, before anybody is added or changed. An import can be undone.',
  file: 'The list',
  fileHint: 'CSV or XLSX, at most 10 MB and 10,000 rows: one row of headings, then one row for each person.',
  tooBig: 'That file is larger than 10 MB. Split it, or save it as CSV',
  sending: (name: string) => `Sending and reading ${name}`,
  stop: 'Stop',
  earlier: 'Your imports',
  earlierColumns: ['List', 'Rows', 'State', 'Sent'],
  none: 'You have imported nothing lately.',
  kept: 'A list is kept for a limited time, which an administrator sets, and is then dropped with what is needed to undo it.',
  state: { open: 'Not imported yet', committed: 'Imported', undone: 'Undone' } satisfies Record<ImportState, string>,

  notes: 'About this file',
  columns: 'Which column holds what',
  columnsOf: (count: number) => `${rows(count)} were read. Say which column holds what; what has no column stays as it is.`,
  remembered: 'The columns are those that you chose for the same headings before.',
  fields,
  noColumn: 'No column',
  column: (at: number, heading: string, sample: string) => `${heading || `Column ${at + 1}`}${sample ? `, such as “${sample}”` : ''}`,
  fieldHint: {
    email: 'Finds people who are on the roster already. Somebody new needs one.',
    joinedOn: 'For new people. Without it they joined today.',
    standing: 'Where a row has none, somebody new gets the status below.',
  } as Partial<Record<ImportField, string>>,
  newStanding: 'Status of new people',
  standings: (['in-checks', 'in-training', 'supervised', 'active', 'applicant', 'enquirer'] as const).map((value) => ({
    value,
    text: standingWords[value],
  })),
  reason: 'Why people become active',
  reasonHint: 'Asked for where an import makes somebody active: they were not checked in Panel Pool. It stands in their history.',
  tell: 'New people',
  tellHint: 'Each gets a mail that says that they are on the roster, with a link to confirm their details, put them right or have them erased.',
  tellThem: 'Tell them by e-mail',
  check: 'Check the rows',
  checking: (checked: number, of: number) => `${showNumber(checked)} of ${showNumber(of)} rows checked`,
  goOn: 'Go on checking',
  stopped: 'The check stopped here. Nothing is lost and nobody was added or changed.',
  discard: 'Throw this list away',
  discardAsk: 'Throw this list away?',
  discardWhat: 'What was read and mended is gone. Nobody was added or changed.',
  discardYes: 'Yes, throw it away',
  discardNo: 'No, keep it',
  discarded: 'The list is thrown away. Nobody was added or changed',

  found: 'What would become of the rows',
  changeColumns: 'Change the columns',
  outcome: {
    unchecked: 'Not checked',
    new: 'New people',
    update: 'Changes to people on record',
    same: 'On record as they are',
    repeat: 'Repeats of a row above',
    possible: 'May be somebody on record',
    error: 'With something to mend',
  } satisfies Record<ImportOutcome, string>,
  outcomeNote: {
    unchecked: '',
    new: 'Nobody on record has this address or name.',
    update: 'Found by their e-mail address, or because you said so. What a row leaves empty stays as it is.',
    same: 'The row says nothing that is not on record. It changes nothing.',
    repeat: 'An earlier row has the same address. They are left out.',
    possible: 'Somebody on record has the same name and another address. You decide; rows that you do not decide are left out.',
    error: 'Mend them here. Those that you do not mend are left out.',
  } satisfies Record<ImportOutcome, string>,
  lineOf: (line: number, name: string) => `Line ${line}: ${name || 'no name'}`,
  rowColumns: { line: 'Line', who: 'Who', what: 'What happens' },
  adds: 'Added',
  repeats: (line: number) => `Says the same person as line ${line}`,
  nothing: 'Nothing',
  leftOut: 'Left out',
  leave: 'Leave out',
  takeBack: 'Take in again',
  ofLine: (line: number) => ` line ${line}`,
  change: (field: string, from: string | null, to: string | null) =>
    `${fields[field as ImportField] ?? field}: ${from ? `from ${inWords(from)} ` : ''}to ${inWords(to ?? '')}`,
  onRecord: 'On record:',
  inList: (email: string | null) => `${email ? `, ${email}` : ''}. In the list: `,
  samePerson: 'The same person',
  another: 'Somebody else',
  mend: 'Save and check again',
  more: 'Show more rows',
  noRows: 'No rows here any more.',

  commitSays: (adds: number, changes: number) =>
    adds + changes === 0 ? 'As things stand this import changes nothing.' : `This import adds ${people(adds)} and changes ${people(changes)}.`,
  leavesOut: (count: number) => (count === 0 ? '' : `It leaves out ${rows(count)} that need mending, repeat others or are undecided.`),
  commitButton: (count: number) => `Import ${people(count)}`,
  changed: 'Check the rows again',
  done: 'The list is imported',
  doneSays: (added: number, changed: number) => `${people(added)} added, ${people(changed)} changed.`,
  told: 'New people were told by e-mail and asked to confirm their details.',
  notTold: 'New people were not told. They can ask for a link to sign in with their e-mail address.',
  undo: 'Undo the import',
  undoAsk: 'Undo this import?',
  undoWhat: 'Whom it added is removed, and what it changed is as before. Whoever was changed since, or has signed in, is left alone and listed.',
  undoYes: 'Yes, undo it',
  undoNo: 'No, leave it',
  undone: 'The import is undone',
  undoneSays: (undone: number, left: number) =>
    `${people(undone)} ${undone === 1 ? 'is' : 'are'} as before the import. ${left === 0 ? 'Nobody was left alone.' : `${people(left)} ${left === 1 ? 'was' : 'were'} left alone, because their record changed since:`}`,
}
