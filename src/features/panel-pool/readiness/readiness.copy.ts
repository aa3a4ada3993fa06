import type { PoolRole, Standing } from '#domain/person.ts'
import type { Fix, Reason, RoleReadiness } from '#domain/readiness.ts'
import { checkKindWords, poolRoleWords, standingWords } from '#domain/words.ts'
import { showDate } from '#lib/show.ts'

const dbsLevelWords = { basic: 'basic', standard: 'standard', enhanced: 'enhanced', 'enhanced-barred': 'enhanced with barred lists' }
const day = (on: string | null) => (on === null ? 'a day that is not known' : showDate(on))
const standing = (id: string | undefined) => standingWords[id as Standing] ?? id
const titles = ({ items }: Reason) => items.map(({ title }) => title).join('; ')

/** The most that are named; the rest are counted. */
const mostNamed = 3
const missed = ({ items }: Reason) => {
  const named = items
    .slice(0, mostNamed)
    .map(({ title, has, needs }) => `${title} (${has === null ? 'not verified' : `verified at ${has}`}, asks ${needs ?? 0})`)
  return `${named.join('; ')}${items.length > mostNamed ? `; and ${items.length - mostNamed} more` : ''}`
}

export const copy = {
  heading: (on: string, own: boolean) => `What stands between ${own ? 'you' : 'them'} and an appointment on ${showDate(on)}`,
  noRoles: (own: boolean) =>
    own ? 'You have not said which role you prepare for. Choose one in your details.' : 'No role is given, so there is nothing to be ready for.',
  ready: (role: PoolRole, as: RoleReadiness['as']) =>
    as === 'supervised' ? `${poolRoleWords[role]}: ready as supervised` : `${poolRoleWords[role]}: ready to appoint`,
  readySupervised: 'Beside an experienced colleague, and not alone.',
  readyFor: 'Nothing on record stands in the way.',
  notReady: (role: PoolRole, reasons: number) => `${poolRoleWords[role]}: not ready, ${reasons === 1 ? '1 reason' : `${reasons} reasons`}`,
  lift: (what: string) => `What would change it: ${what}`,
  worthKnowing: 'Worth knowing',
  day: 'Day of the appointment',
  ask: 'Show that day',
  badDay: 'Enter the day as a day, month and year.',
  basis:
    'Worked out from what was on record by that day, each time it is asked for. Which checks are asked for, and for how long they count, are settings of your organisation.',
  record: { checks: 'See the checks', skills: 'See skills and training' },
}

/** Why somebody is not ready, as a sentence. */
export function reasonWords(reason: Reason): string {
  const check = reason.check ? checkKindWords[reason.check] : ''
  const dated = reason.from ? ` of ${showDate(reason.from)}` : ''
  switch (reason.rule) {
    case 'standing':
      return reason.record ? `Status: ${standing(reason.items[0]?.id)}, since ${day(reason.from)}.` : 'Not on the roster on that day.'
    case 'training':
      return `Core training is not complete: ${titles(reason)}.`
    case 'certificate':
      return `The certificate of the core training stopped counting on ${day(reason.to)}.`
    case 'check-missing':
      return `${check}: none is recorded.`
    case 'check-due':
      return `${check}${dated}: re-check due on ${day(reason.to)}.`
    case 'check-level':
      return `${check}${dated}: below the level that is asked for.`
    case 'skills':
      return `Verified skills miss what the role asks: ${missed(reason)}.`
    case 'unavailable':
      return `Not available from ${day(reason.from)} to ${day(reason.to)}.`
    case 'limited':
      return `Available in a limited way from ${day(reason.from)} to ${day(reason.to)}.`
    case 'tentative':
      return `Perhaps available from ${day(reason.from)} to ${day(reason.to)}.`
    case 'availability-not-known':
      return 'Availability on that day is not known.'
    case 'capacity-full':
      return `Has ${reviews(reason.items[0]?.has)} in hand, and takes ${reason.items[0]?.needs ?? 0} at once at most.`
    case 'capacity-not-known':
      return 'How many reviews at once is not known.'
  }
}

const reviews = (many: number | null | undefined) => (many === 1 ? '1 review' : `${many ?? 0} reviews`)

/** The smallest change that lifts a reason; null where there is none. */
export function fixWords({ rule, fix }: Reason): string | null {
  return fix === null ? null : fixes[fix.kind](fix, rule)
}

const fixes: Record<Fix['kind'], (fix: Fix, rule: Reason['rule']) => string> = {
  'change-standing': ({ items }) => `the status becomes ${items.map((id) => standing(id)).join(', then ')}.`,
  'pass-modules': ({ items }) => (items.length === 1 ? 'that knowledge check is passed.' : `those ${items.length} knowledge checks are passed.`),
  'renew-certificate': () => 'a new certificate is issued.',
  'record-check': ({ from, level }) => `one dated ${day(from)} or later is recorded${level ? `, ${dbsLevelWords[level]} or above` : ''}.`,
  'declare-interests': ({ from }) => `affiliations are confirmed as complete, or a signed declaration dated ${day(from)} or later is recorded.`,
  'verify-skills': ({ items }) =>
    items.length === 1 ? 'an assessor verifies it at the level asked.' : `assessors verify these ${items.length} at the levels asked.`,
  'change-availability': () => 'the availability of those days is changed.',
  'state-availability': () => 'availability is given for that day.',
  'end-commitments': ({ items }) =>
    `${items.length === 1 ? 'one of them ends' : `${items.length} of them end`} before that day, or the most at once is raised.`,
  'state-capacity': () => 'the most reviews at once is given.',
}
