import type { HistoryEvent } from '#domain/audit.ts'
import { accountStateWords, poolRoleWords, regionWords, roleWords, standingWords } from '#domain/words.ts'
import { showNumber } from '#lib/show.ts'

/** The words of the roster and of a person's page. */
export const copy = {
  roster: 'Roster',
  rosterIntro: 'Everyone who has joined or wants to: learners, applicants and members of the pool.',
  caption: 'People on the roster',
  columns: { name: 'Name', roles: 'Role', region: 'Region', standing: 'Status', training: 'Core training', joined: 'Joined' },
  found: (total: number, about: boolean) =>
    about ? `More than ${showNumber(total)} people` : total === 1 ? '1 person' : `${showNumber(total)} people`,
  nobodyMatches: 'Nobody matches these filters. Take one away, or clear them all.',
  nobodyYet: 'Nobody has joined yet. People appear here as soon as they create an account.',
  filter: 'Filter',
  search: 'Search by name',
  searchHint: 'Any part of a name.',
  anyRole: 'Any role',
  anyRegion: 'Any region',
  anyStanding: 'Any status',
  anyTraining: 'Any state',
  apply: 'Apply filters',
  clear: 'Clear filters',
  pages: 'Pages of the roster',
  noRegion: 'Not given',
  noRoles: 'Not given',
  noPhone: 'Not given',
  details: 'Details',
  email: 'E-mail address',
  phone: 'Phone',
  staff: 'Works here; not on the roster',
  training: 'Training',
  trainingCaption: 'Training, module by module',
  trainingColumns: ['Module', 'State', 'Lessons read', 'Tries', 'Best result', 'Passed'],
  trainingNote:
    'What is shown: what was completed and how many tries it took. Answers and reflections are the learner’s own and are never shown here.',
  moduleState: { 'not-started': 'Not started', 'in-progress': 'In progress', passed: 'Passed', waiting: 'Waiting for the next try' },
  version: (version: number) => ` (version ${version})`,
  of: (part: number, whole: number) => `${part} of ${whole}`,
  dash: '–',
  history: 'History',
  more: 'Show earlier events',
  noHistory: 'Nothing has happened yet.',
  by: (when: string, who: string) => `${when}, by ${who}`,
  system: 'Panel Pool itself',
  change: 'Change',
  profile: 'Your details',
  profileIntro: 'Coordinators see these details. Your region and role decide which reviews you may be asked about.',
  name: 'Full name',
  phoneHint: 'Optional. For a coordinator who needs you quickly.',
  region: 'Home region',
  regionNone: 'Choose a region',
  roles: 'Which roles interest you?',
  rolesHint: 'Choose any. You can change this later.',
  save: 'Save',
  saved: 'Your details are saved',
  savedOf: (name: string) => `The details of ${name} are saved`,
  changedUnder: 'Someone else changed these details while you were working on them. What you typed is still in the form.',
  theirs: 'They saved',
  yours: 'You typed',
  keepMine: 'Save what I typed',
  takeTheirs: 'Take what they saved',
  passphrase: 'Change your passphrase',
  myData: 'See, download or erase everything held on you',
}

const field: Record<string, string> = { name: 'name', phone: 'phone number', region: 'region', roles: 'roles', state: 'account', role: 'role' }
const value = (name: string, raw: unknown): string => {
  const words: Record<string, string> = {
    ...regionWords,
    ...poolRoleWords,
    ...standingWords,
    ...roleWords,
    ...(name === 'state' ? accountStateWords : {}),
  }
  const text = Array.isArray(raw) ? raw.join(', ') : typeof raw === 'string' ? raw : ''
  return text === ''
    ? 'nothing'
    : text
        .split(', ')
        .map((part) => words[part] ?? part)
        .join(', ')
}

const sentences: Record<string, (event: HistoryEvent) => string> = {
  'account-created': () => 'Created an account',
  'address-confirmed': () => 'Confirmed their e-mail address',
  'invitation-sent': ({ changes }) => (changes[0] ? `Was invited as ${value('role', changes[0].to).toLowerCase()}` : 'Was sent the invitation again'),
  'invitation-accepted': () => 'Accepted the invitation',
  'account-suspended': () => 'The account was suspended',
  'suspension-lifted': () => 'The suspension was lifted',
  'second-factor-set-up': () => 'Set up an authenticator app',
  'second-factor-removed': () => 'The second factor was removed',
  'passphrase-changed': () => 'Changed their passphrase',
  'signed-in': () => 'Signed in',
  'signed-out': () => 'Signed out',
  'sign-in-refused': () => 'Somebody tried to sign in and was refused',
  'sign-in-link-sent': () => 'A link to sign in was sent',
  'profile-changed': () => 'Details changed',
  'standing-changed': ({ changes }) => `Status changed to ${value('standing', changes[0]?.to)}`,
  'module-started': ({ changes }) => `Started the module ${changes[0]?.field ?? ''}`,
  'lesson-read': ({ changes }) => `Read the lesson ${String(changes[0]?.to ?? '')}`,
  'place-kept': () => 'The place in a module was kept',
  'check-started': ({ changes }) => `Started the knowledge check of ${changes[0]?.field ?? ''}, try ${String(changes[0]?.to ?? '')}`,
  'answer-kept': ({ changes }) => `Kept an answer, item ${String(changes[0]?.to ?? '')}`,
  'check-submitted': ({ changes }) =>
    `${changes[1]?.to === true ? 'Passed' : 'Did not pass'} the knowledge check of ${changes[0]?.field ?? ''} (version ${String(changes[0]?.to ?? '')})`,
  'record-downloaded': () => 'The whole record was downloaded',
  'person-erased': () => 'The person was erased',
}

/** One event of a history as a sentence. */
export const eventSentence = (event: HistoryEvent): string => sentences[event.action]?.(event) ?? event.action

/** What changed, field by field, for the events that change details. */
export const changeSentences = ({ action, changes }: HistoryEvent): string[] =>
  action === 'profile-changed' || action === 'account-suspended' || action === 'suspension-lifted'
    ? changes.map(
        (change) => `${capital(field[change.field] ?? change.field)}: from ${value(change.field, change.from)} to ${value(change.field, change.to)}`,
      )
    : []

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
