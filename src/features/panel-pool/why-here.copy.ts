import type { PoolRole, RosterRow } from '#domain/person.ts'
import type { Region } from '#domain/region.ts'
import { availabilityWords, checkKindWords, poolRoleWords, regionWords, shortPoolRoleWords } from '#domain/words.ts'
import { showDate, showMonth } from '#lib/show.ts'

type Free = NonNullable<RosterRow['free']>

const hindranceWords = (hindrance: Free['hindrances'][number]): string => {
  switch (hindrance.kind) {
    case 'not-said':
      return 'has not said how much they take'
    case 'away':
      return `not available from ${showDate(hindrance.from)} to ${showDate(hindrance.to)}`
    case 'reviews':
      return `has ${hindrance.inHand} of ${hindrance.most} reviews in hand on ${showDate(hindrance.on)}`
    case 'days':
      return `${hindrance.left === 1 ? '1 day is' : `${hindrance.left} days are`} left in ${showMonth(hindrance.month)}`
  }
}

/** Why somebody is on the list, line by line. */
export const whyCopy = {
  knows: (words: string) => `Names “${words}” among what they know well`,
  comes: (region: Region, travels: boolean) => `${travels ? 'Travels to' : 'Lives in'} ${regionWords[region]}`,
  ready: (role: PoolRole, as: 'independent' | 'supervised', on: string) =>
    `${shortPoolRoleWords[role]}: ready ${as === 'supervised' ? 'as supervised ' : ''}on ${showDate(on)}`,
  notReady: (role: PoolRole, reason: string, reasons: number) =>
    `${shortPoolRoleWords[role]}: not ready. ${reason}${reasons > 1 ? ` And ${reasons - 1} more ${reasons === 2 ? 'reason' : 'reasons'}.` : ''}`,
  noRole: 'No role is given, so there is nothing to be ready for',
  free: ({ hindrances, cautions }: Free, from: string, to: string): string[] => {
    const [first] = hindrances
    const more = hindrances.length > 1 ? `, and ${hindrances.length - 1} more` : ''
    return [
      first
        ? `${first.kind === 'not-said' ? 'Not known if free' : 'Not free'}: ${hindranceWords(first)}${more}`
        : `Free from ${showDate(from)} to ${showDate(to)}`,
      ...cautions.map((one) => `Ask about ${showDate(one.from)} to ${showDate(one.to)}: ${availabilityWords[one.state].toLowerCase()}`),
    ]
  },
  hindrance: hindranceWords,
  reviews: ({ inHand, most }: NonNullable<RosterRow['reviews']>) =>
    `${inHand === 0 ? 'No reviews' : inHand === 1 ? '1 review' : `${inHand} reviews`} in hand${most === null ? '; has not said how many at once' : ` of ${most} at once at most`}`,
  due: ({ kind, on }: NonNullable<RosterRow['due']>) => `${checkKindWords[kind]}: re-check due on ${showDate(on)}`,
  level: (skill: string, level: number) => (level === 0 ? `${skill}: not verified` : `${skill}: verified at level ${level}`),
  meets: (role: PoolRole) => `${poolRoleWords[role]}: verified at every level the role asks`,
  coreAt: (coreAt: string) => {
    const [role, level] = coreAt.split('-')
    return `${poolRoleWords[role as PoolRole]}: verified at level ${level ?? ''} or above in every core skill`
  },
}
