import type { Need, NeedKind } from '#domain/person-needs.ts'
import { checkKindWords, poolRoleWords } from '#domain/words.ts'
import { showDate } from '#lib/show.ts'

const day = ({ day: on }: Need) => (on ? showDate(on) : '')
const check = ({ what }: Need) => checkKindWords[what as keyof typeof checkKindWords] ?? 'Check'
const due = (need: Need, on: string) => `${check(need)}: re-check ${(need.day ?? '') < on ? 'was due' : 'due'} on ${day(need)}`
const roles = ({ what }: Need) =>
  (what ?? '')
    .split(',')
    .map((role) => poolRoleWords[role as keyof typeof poolRoleWords]?.toLowerCase() ?? role)
    .join(' and ')

interface Said {
  /** What needs doing, and since or by when. */
  what: (need: Need, on: string) => string
  /** What comes of it if it is left. */
  left: string
  action: string
}

const kinds: Record<NeedKind, Said> = {
  'check-due-in-work': {
    what: (need, on) => `${due(need, on)}, during a review`,
    left: 'From that day they sit on a review without a current check, and cannot be appointed to another.',
    action: 'See the checks',
  },
  'verification-late': {
    what: (need) => `Verification: the assessor was to decide by ${day(need)}`,
    left: 'The request goes to another assessor after twice that time, and they wait from the start.',
    action: 'See where it stands',
  },
  'request-unassigned': {
    what: (need) => `Verification: sent on ${day(need)}, and no assessor is independent and free`,
    left: 'Nobody looks at it until you name somebody.',
    action: 'Name an assessor',
  },
  'check-due': { what: due, left: 'From that day they cannot be appointed.', action: 'See the checks' },
  'wants-to-join': {
    what: (need) => `Asked on ${day(need)} to join${need.what ? ` as ${roles(need)}` : ''}`,
    left: 'People who hear nothing go elsewhere.',
    action: 'Answer',
  },
  'not-declared': {
    what: () => 'Never declared here which organisations they are tied to',
    left: 'Their ties count as not known, so they are on no list of people without a tie.',
    action: 'See their affiliations',
  },
  'not-matched': {
    what: ({ figure }) =>
      figure === 1
        ? '1 affiliation is matched to no organisation of the register'
        : `${figure} affiliations are matched to no organisation of the register`,
    left: 'Whether they are tied to an organisation counts as not known.',
    action: 'Match it to the register',
  },
  'not-confirmed': {
    what: (need) => `Has not said since ${day(need)} that capacity and availability are still right`,
    left: 'A shortlist may name them when they are not free.',
    action: 'See their capacity',
  },
  'training-stuck': {
    what: (need) => `${need.what ?? ''}: no progress since ${day(need)}`,
    left: 'Most who stop for this long do not come back by themselves.',
    action: 'Write to them',
  },
}

export const copy = {
  heading: 'What needs doing',
  nothing: 'Nothing needs doing today.',
  ifLeft: 'If left:',
  of: kinds,
}
