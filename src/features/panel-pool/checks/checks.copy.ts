import type { CheckStanding, DbsLevel, PoolCheckKind, PoolCheckState } from '#domain/pool-check.ts'
import { checkKindWords } from '#domain/words.ts'
import { showDate, showNumber } from '#lib/show.ts'

export const kinds = Object.keys(checkKindWords) as PoolCheckKind[]

export const levelWords: Record<DbsLevel, string> = {
  basic: 'Basic',
  standard: 'Standard',
  enhanced: 'Enhanced',
  'enhanced-barred': 'Enhanced with barred lists',
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
/** In the middle of a sentence; DBS stays as it is. */
const within = (kind: PoolCheckKind) => (kind === 'dbs' ? checkKindWords[kind] : checkKindWords[kind].toLowerCase())

export const copy = {
  title: 'Checks',
  own: 'Your checks',
  ownIntro:
    'What your pool has checked of you. The coordinators of your region record it; you see it here and cannot change it. If something is wrong, tell them.',
  kept: 'A number and a date are kept, never a certificate. A DBS certificate has no date on which it ends: your pool decides when to check again.',
  logged: 'That you opened this page is noted on this person’s record, and so is every number that you ask for.',
  ownLogged: 'Your history says who looked at your checks.',
  record: 'Record a check',
  recordKind: (kind: PoolCheckKind) => `Record ${kind === 'references' ? 'references' : `a new ${within(kind)}`}`,
  recordTitle: (name: string) => `Record a check of ${name}`,
  recordIntro: 'Record only what you have seen yourself. Your name and today’s date are kept with it. Do not send or keep a copy.',
  recorded: (kind: PoolCheckKind) => `${checkKindWords[kind]}: recorded`,
  kind: 'What was checked',
  chooseKind: 'Choose what was checked',
  level: 'Level of the certificate',
  notDbs: 'Choose a level',
  levelHint: (level: DbsLevel) => `Your organisation asks for: ${levelWords[level].toLowerCase()}, or above.`,
  levels: 'What each level rests on',
  levelRests: [
    ['Basic', 'Unspent convictions. Anybody may ask for one, for any purpose (Police Act 1997, section 112).'],
    ['Standard', 'For work that is named in the Exceptions Order to the Rehabilitation of Offenders Act 1974 (section 113A).'],
    ['Enhanced', 'For work that is named there and in the regulations to the Police Act 1997 as well, such as work with children (section 113B).'],
    [
      'Enhanced with barred lists',
      'For regulated activity alone (Safeguarding Vulnerable Groups Act 2006). Chairing or writing a review may not be it.',
    ],
  ],
  levelAdvice:
    'Whoever asks for a level that a role is not eligible for breaks the law. If you are in doubt, ask the DBS or whoever countersigns for you.',
  number: 'Number',
  numberHint: 'As it stands on the document. A DBS certificate number has 12 digits. Leave this empty where there is none.',
  issued: 'Date on it',
  issuedHint: 'The day it was issued, taken up, signed or renewed.',
  note: 'Note (optional)',
  noteHint: 'Such as which register, or how many references. Nothing about a case or a child, and no health details.',
  back: 'Back to the checks',
  finding: (name: string, due: readonly CheckStanding[], missing: readonly CheckStanding[], low: readonly CheckStanding[]) => {
    const parts = [
      ...(due.length > 0 ? [`due to be made again: ${listed(due.map(({ kind }) => within(kind)))}`] : []),
      ...(missing.length > 0 ? [`not recorded: ${listed(missing.map(({ kind }) => within(kind)))}`] : []),
      ...(low.length > 0 ? ['the DBS certificate is below the level that is asked for'] : []),
    ]
    return parts.length === 0 ? `${name}: every check that is asked for is current.` : `${name}: ${parts.join('; ')}.`
  },
  next: (kind: PoolCheckKind, day: string) => `Next: ${within(kind)}, re-check due on ${showDate(day)}.`,
  you: 'You',
  picture: 'When each check counts',
  legend: { current: 'counts', due: 'no longer counts', before: 'replaced', now: 'today' },
  table: 'Where each check stands',
  columns: ['Check', 'State', 'Date on it', 'Re-check due', 'Number', 'Seen by'],
  state: {
    current: 'Current',
    'due-soon': 'Re-check due soon',
    due: 'Re-check due',
    level: 'Below the level',
    missing: 'Not recorded',
    'not-asked': 'Not asked for',
  } satisfies Record<CheckStanding['state'], string>,
  declaredHere: 'Declared in Panel Pool',
  never: 'Never',
  noNumber: 'None',
  ends: (end: string) => (end === '' ? 'Held' : `Ends in ${end}`),
  show: 'Show',
  showWhat: (kind: PoolCheckKind) => ` the number of ${within(kind)}`,
  notShown: 'The number did not arrive. Try again.',
  seen: (name: string | null, day: string) => `${name ?? 'Somebody'}, ${day}`,
  all: 'Everything recorded',
  allCaption: 'Every check recorded, newest first',
  allColumns: ['Check', 'Date on it', 'State', 'Seen by', 'Note', 'Mistaken?'],
  recordState: {
    current: 'Counts',
    'due-soon': 'Counts, re-check due soon',
    due: 'Re-check due',
    superseded: 'Replaced by a newer one',
    struck: 'Struck out',
  } satisfies Record<PoolCheckState, string>,
  struck: (day: string, reason: string) => `Struck out on ${day}: ${reason}`,
  nothing: 'Nothing is recorded yet.',
  strike: 'Strike out',
  strikeWhat: (kind: PoolCheckKind, day: string) => ` ${within(kind)} of ${showDate(day)}`,
  strikeTitle: 'Strike out a check',
  strikeIntro: 'For a check that was recorded by mistake. It stays on the record with your reason, and the one before it counts again.',
  strikeIs: (kind: PoolCheckKind, day: string) => `${checkKindWords[kind]}, dated ${showDate(day)}`,
  reason: 'What was wrong with it?',
  reasonHint: 'The person can read this.',
  strikeGone: 'This check is struck out already, or is not there.',
  struckNow: 'The check is struck out',
  due: 'Checks due',
  dueIntro: 'Checks that are due to be made again, the longest due first. People are reminded by mail 60 and 30 days before.',
  dueColumns: ['Name', 'Check', 'Re-check due', 'Date on it', 'Region'],
  dueCaption: 'Checks due to be made again',
  dueFound: (total: number, about: boolean) =>
    about ? `More than ${showNumber(total)} checks` : total === 1 ? '1 check' : `${showNumber(total)} checks`,
  nobodyDue: 'Nothing falls due in this time. Look further ahead, or take a filter away.',
  filter: 'Filter',
  anyKind: 'Any check',
  anyRegion: 'Any region',
  region: 'Region',
  within: 'Falls due',
  withinWords: { '0': 'Due already', '30': 'Within 30 days', '60': 'Within 60 days', '90': 'Within 90 days', '180': 'Within 180 days' },
  apply: 'Apply filters',
  pages: 'Pages of checks due',
  overdue: 'Due',
  soon: 'Coming up',
  noRegion: 'Not given',
}
