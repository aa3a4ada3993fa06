import type { StripMonth } from './member.ts'
import { lastDayOf } from './month.ts'

export type MonthLook = 'unknown' | 'away' | 'over' | 'full' | 'some' | 'free'

/**
 * What a month of somebody comes to: away means throughout and in every role, over that reviews take more than is offered, full that nothing is left of days
 * or of reviews.
 */
export function lookOf({ month, offered, left, taken, away }: Pick<StripMonth, 'month' | 'offered' | 'left' | 'taken' | 'away'>): MonthLook {
  const isAway = away.some(
    ({ state, from, to, roles }) => state === 'unavailable' && roles.length === 0 && from === `${month}-01` && to === lastDayOf(month),
  )
  if (offered === null) return 'unknown'
  if (isAway) return 'away'
  if (taken.days > offered.days) return 'over'
  return left.days === 0 || left.reviews === 0 ? 'full' : taken.days > 0 ? 'some' : 'free'
}
