import type { PoolRole, RosterTraining, Standing } from '#domain/person.ts'
import type { Region } from '#domain/region.ts'
import type { WhyNotFix, WhyNotReason } from '#domain/why-not.ts'
import { poolRoleWords, regionWords, rosterTrainingWords, standingWords } from '#domain/words.ts'
import { showDate } from '#lib/show.ts'
import type { Filters } from '../roster-filters.ts'

const standing = (has: string | null) => standingWords[has as Standing] ?? 'not on the roster'
const region = (has: string | null) => (has ? regionWords[has as Region] : 'not given')
const roles = (has: string | null) => (has ? has.split(',').map((role) => poolRoleWords[role as PoolRole]) : [])
const since = (from: string | null) => (from ? `, since ${showDate(from)}` : '')
const reviews = (many: string | number | null) => (Number(many) === 1 ? '1 review' : `${Number(many)} reviews`)

const rules: Record<WhyNotReason['rule'], (reason: WhyNotReason, filters: Filters) => string> = {
  'not-on-roster': () => 'Works here, and is not on the roster.',
  hidden: ({ has, from }) => `Affiliations are seen from checks on. Status: ${standing(has)}${since(from)}.`,
  name: ({ has }) => `The name does not hold “${has ?? ''}”.`,
  learner: ({ has, from }) => `Not a member of the pool yet. Status: ${standing(has)}${since(from)}.`,
  role: ({ has }) => `Their role: ${roles(has).join(', ') || 'not given'}.`,
  region: ({ has }) => `Their home region: ${region(has)}.`,
  standing: ({ has, from }) => `Their status: ${standing(has)}${since(from)}.`,
  specialism: () => 'They do not name it among what they know well.',
  tag: () => 'They do not have this tag.',
  training: ({ has, to }) => `Their core training: ${rosterTrainingWords[has as RosterTraining].toLowerCase()}${to ? `, on ${showDate(to)}` : ''}.`,
  'below-bar': ({ skills }) => `Below what the role asks in ${skills.length === 1 ? '1 skill' : `${skills.length} skills`}.`,
  'below-level': ({ skills }) => `Below the level asked in ${skills.length === 1 ? '1 skill' : `${skills.length} skills`}.`,
  tie: () => 'A tie is on record.',
  'tie-not-known': () => 'Whether there is a tie is not known.',
  'no-tie': () => 'No tie is on record.',
  'tie-known': () => 'A tie is on record, so it is known.',
  'not-ready': ({ readiness }, { ready }) =>
    readiness.length === 0 ? 'No role is given, so there is nothing to be ready for.' : `Not ready on ${showDate(ready ?? '')}.`,
  ready: (_reason, { ready }) => `Ready on ${showDate(ready ?? '')}.`,
  'not-free': (_reason, { freeFrom, freeTo }) => `Not free from ${showDate(freeFrom ?? '')} to ${showDate(freeTo ?? '')}.`,
  free: (_reason, { freeFrom, freeTo }) => `Free from ${showDate(freeFrom ?? '')} to ${showDate(freeTo ?? '')}.`,
  'no-room': ({ has }) => `Room for ${Number(has) <= 0 ? 'no review' : reviews(has)} more today.`,
  room: ({ has }) => `Room for ${reviews(has)} more today.`,
  'room-not-said': () => 'Has not said how many reviews at once they take.',
  'room-said': ({ has }) => `Has said how many reviews at once they take: room for ${Number(has) <= 0 ? 'none' : reviews(has)} more today.`,
  load: ({ has }) => `Has ${reviews(has)} in hand today.`,
  'no-check-due': ({ from }) => (from ? `The check that is due first is due on ${showDate(from)}.` : 'No check of theirs falls due.'),
}

type Ask = Extract<WhyNotFix, { kind: 'ask' }>['filters']

/** The words of why somebody is not on a list. */
export const whyNotCopy = {
  title: 'Why is somebody not on the list?',
  back: 'Back to the list',
  asked: 'The list asks for:',
  nothingAsked: 'The list shows every member of the pool.',
  find: 'Whom do you miss?',
  findOther: 'Ask about somebody else',
  name: 'Name',
  nameHint: 'Any part of a name. Learners and applicants are found too.',
  noName: 'Enter a name, or part of one',
  search: 'Search',
  looking: 'Looking for that name',
  failed: 'The search did not work. Try again.',
  hits: (shown: number, total: number) =>
    total === 0
      ? 'Nobody on the roster whom you may see has that name.'
      : shown < total
        ? `The first ${shown} people. More of the name finds them sooner.`
        : total === 1
          ? 'One person. Choose them to see why.'
          : `${total} people. Choose one to see why.`,
  heading: (name: string, reasons: number) =>
    reasons === 0 ? `${name} is on the list` : reasons === 1 ? `${name}: 1 reason` : `${name}: ${reasons} reasons`,
  onTheList: 'Every filter lets them through.',
  record: (name: string) => `The record of ${name}`,
  toRecord: 'See the record',
  change: 'What would change it:',
  nothing: 'Nothing that is asked of the list',
  said: (reason: WhyNotReason, filters: Filters) => rules[reason.rule](reason, filters),
  countsUntil: (day: string) => `It counts until ${day}`,
  skill: (title: string, has: number, needs: number) => `${title}: ${has === 0 ? 'not verified' : `verified at ${has}`}, asked ${needs}`,
  fix: (fix: Exclude<WhyNotFix, { kind: 'ask' }>, ready: readonly string[]): string => {
    switch (fix.kind) {
      case 'verify-skills':
        return fix.items.length === 1
          ? 'An assessor verifies it at the level asked'
          : `Assessors verify these ${fix.items.length} at the levels asked`
      case 'declare':
        return 'They say that their affiliations are complete'
      case 'match-affiliations':
        return fix.ids.length === 1 ? 'An affiliation is matched to the register' : `${fix.ids.length} affiliations are matched to the register`
      case 'wait-until':
        return `From ${showDate(fix.on)} it no longer counts`
      case 'be-ready':
        return `As ${poolRoleWords[fix.role].toLowerCase()}: ${ready.map((one) => one.replace(/\.$/, '')).join('; and ')}`
      case 'make-room':
        return 'The dates of their availability or of their reviews in hand change, or they offer more'
      case 'end-reviews':
        return `${fix.many === 1 ? '1 review in hand ends' : `${fix.many} reviews in hand end`}, or they take more at once`
      case 'state-capacity':
        return 'They say how many days and reviews they take'
    }
  },
  ask: ({ filter, has }: WhyNotReason, filters: Ask): string => {
    const [value] = Object.values(filters)
    if (filter === 'region' && filters['travels']) return 'Show those who travel there too'
    if (filter === 'region' && value) return `Ask for ${region(has)} instead`
    if (filter === 'role' && value) return `Ask for ${poolRoleWords[value as PoolRole]} instead`
    if (filter === 'standing' && value) return `Ask for status ${standing(has)} instead`
    if (filter === 'training' && value) return `Ask for core training ${rosterTrainingWords[value as RosterTraining].toLowerCase()} instead`
    if (filter === 'ties' && filters['tied'] === 'not-known') return 'Show those of whom it is not known'
    if (filter === 'ties' && filters['tied'] === 'tie') return 'Show those with a tie on record'
    if (filter === 'ties' && filters['tied'] === 'none') return 'Show those with no tie on record'
    if (filter === 'ready') return value === null ? 'Show those who are ready' : 'Show those who are not ready'
    if (filter === 'free') return value === null ? 'Show those who are free' : 'Show those who are not free'
    if (filter === 'who') return 'Show learners and applicants too'
    return value === null ? 'Ask for the same without this' : 'Ask for what they have instead'
  },
}
