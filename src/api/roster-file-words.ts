import type { RosterRow } from '#domain/person.ts'
import type { Reason } from '#domain/readiness.ts'
import { availabilityWords, checkKindWords, shortPoolRoleWords } from '#domain/words.ts'

// The words of a file of the roster, its days as they are stored, so that a spreadsheet can sort by them.

/** Nobody is ever called clear. */
export function tiesAsText(ties: RosterRow['ties']): string {
  if (!ties || ties.kind === 'not-known') return 'Not known'
  return ties.kind === 'none'
    ? `No tie on record (declared ${ties.declaredOn})`
    : `Tie: ${ties.ties.map(({ organisation }) => organisation).join('; ')}`
}

export const readinessAsText = (readiness: RosterRow['readiness']): string =>
  !readiness || readiness.length === 0
    ? 'No role given'
    : readiness
        .map(({ role, as, reason, reasons }) => {
          const name = shortPoolRoleWords[role]
          if (!reason) return as === 'supervised' ? `${name}: ready as supervised` : `${name}: ready`
          return `${name}: not ready (${ruleWords(reason)}${reasons > 1 ? `, and ${reasons - 1} more` : ''})`
        })
        .join('; ')

function ruleWords({ rule, check, to }: Reason): string {
  const kind = check ? checkKindWords[check] : ''
  const words: Record<Reason['rule'], string> = {
    standing: 'status',
    training: 'core training not complete',
    certificate: `certificate ran out ${to ?? ''}`.trim(),
    'check-missing': `${kind} not recorded`,
    'check-due': `${kind} re-check due ${to ?? ''}`.trim(),
    'check-level': `${kind} below the level asked`,
    skills: 'verified skills below what the role asks',
    unavailable: 'not available',
    limited: 'limited',
    tentative: 'not sure yet',
    'availability-not-known': 'availability not known',
    'capacity-full': 'as many reviews as they take',
    'capacity-not-known': 'capacity not known',
  }
  return words[rule]
}

export function freeAsText(free: RosterRow['free']): string {
  if (!free) return ''
  const [hindrance] = free.hindrances
  const asked = free.cautions.map(({ from, to, state }) => `${availabilityWords[state].toLowerCase()} ${from} to ${to}`)
  if (!hindrance) return ['Free', ...asked].join('; ')
  if (hindrance.kind === 'not-said') return 'Not known: has not said how much they take'
  if (hindrance.kind === 'away') return `Not free: away ${hindrance.from} to ${hindrance.to}`
  return hindrance.kind === 'reviews'
    ? `Not free: ${hindrance.inHand} of ${hindrance.most} reviews in hand on ${hindrance.on}`
    : `Not free: ${hindrance.left} days left in ${hindrance.month}`
}

export const reviewsAsText = (reviews: RosterRow['reviews']): string =>
  reviews ? `${reviews.inHand} in hand, ${reviews.most === null ? 'most at once not said' : `at most ${reviews.most}`}` : ''

export const dueAsText = (due: RosterRow['due']): string => (due ? `${checkKindWords[due.kind]}, ${due.on}` : '')
