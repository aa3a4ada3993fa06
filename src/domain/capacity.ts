import type { AvailabilityState, StripMonth } from './member.ts'
import { firstDayOf, lastDayOf, monthOf, monthsAfter, monthsTouched } from './month.ts'
import type { PoolRole } from './person.ts'

/** What a member offers: so many days a month and reviews at once, null while they have not said, and other figures for single months. */
export interface Offer {
  daysAMonth: number | null
  mostReviews: number | null
  months: readonly { month: string; days: number; mostReviews: number | null }[]
}

/** A review in hand: the days a month it takes while it lasts; without an end it goes on. */
export interface InHand {
  role: PoolRole
  from: string
  to: string | null
  days: number
}

export interface Away {
  from: string
  to: string
  state: AvailabilityState
  /** Empty for every role. */
  roles: readonly PoolRole[]
}

export interface Capacity {
  offer: Offer
  commitments: readonly InHand[]
  availability: readonly Away[]
}

/** What new work would ask: days a month between two days, in a role where one is named. */
export interface Wanted {
  from: string
  to: string
  role: PoolRole | null
  days: number
}

/** Why somebody is not free for what is wanted, each with what it follows from. */
export type Hindrance =
  | { kind: 'not-said' }
  | { kind: 'away'; from: string; to: string }
  | { kind: 'reviews'; on: string; inHand: number; most: number }
  | { kind: 'days'; month: string; left: number }

const lastsOn = ({ from, to }: InHand, day: string) => from <= day && (to === null || to >= day)
const lastsIn = ({ from, to }: InHand, month: string) => from <= lastDayOf(month) && (to === null || to >= firstDayOf(month))

/** What is offered in a month; null while the member has not said. */
export function offeredIn({ daysAMonth, mostReviews, months }: Offer, month: string): { days: number; reviews: number } | null {
  if (daysAMonth === null || mostReviews === null) return null
  const other = months.find((one) => one.month === month)
  return { days: other?.days ?? daysAMonth, reviews: other?.mostReviews ?? mostReviews }
}

/** How many reviews somebody has in hand on a day, in whatever role: a person has one capacity, and each review takes of it once. */
export const loadOn = (commitments: readonly InHand[], day: string): number => commitments.filter((one) => lastsOn(one, day)).length

/** The days that reviews in hand take in a month. One that begins or ends in it counts whole: nobody knows on which days the work falls. */
export const daysTakenIn = (commitments: readonly InHand[], month: string): number =>
  commitments.filter((one) => lastsIn(one, month)).reduce((sum, { days }) => sum + days, 0)

/** The days left in a month, never fewer than none; none while the member has not said what they offer. */
export const daysLeftIn = (offer: Offer, commitments: readonly InHand[], month: string): number =>
  Math.max(0, (offeredIn(offer, month)?.days ?? 0) - daysTakenIn(commitments, month))

/** How many more reviews somebody could take on a day, never fewer than none. */
export const reviewsLeftOn = (offer: Offer, commitments: readonly InHand[], day: string): number =>
  Math.max(0, (offeredIn(offer, monthOf(day))?.reviews ?? 0) - loadOn(commitments, day))

/** The days between two days on which load or what is offered can rise or fall to something new. */
const turns = (commitments: readonly InHand[], from: string, to: string): string[] => [
  ...new Set([
    from,
    ...monthsTouched(from, to)
      .map(firstDayOf)
      .filter((day) => day > from),
    ...commitments.map((one) => one.from).filter((day) => day > from && day <= to),
  ]),
]

/**
 * Why somebody is not free for work between two days; an empty list means that they are. Free is: not away on any day, room for one review more on every
 * day, and enough days left in every month. Being limited or tentative does not rule anybody out: see `cautions`.
 */
export function freeBetween({ offer, commitments, availability }: Capacity, { from, to, role, days }: Wanted): Hindrance[] {
  if (offeredIn(offer, monthOf(from)) === null) return [{ kind: 'not-said' }]
  const found: Hindrance[] = awayBetween(availability, { from, to, role }, ['unavailable']).map((one) => ({
    kind: 'away',
    from: one.from,
    to: one.to,
  }))
  for (const on of turns(commitments, from, to).toSorted()) {
    const [inHand, most] = [loadOn(commitments, on), offeredIn(offer, monthOf(on))?.reviews ?? 0]
    if (inHand >= most) found.push({ kind: 'reviews', on, inHand, most })
  }
  for (const month of monthsTouched(from, to)) {
    const left = daysLeftIn(offer, commitments, month)
    if (left < days) found.push({ kind: 'days', month, left })
  }
  return found
}

/** What to ask somebody about who is free on paper: times between two days that they called limited or tentative. */
export const cautions = (availability: readonly Away[], wanted: Omit<Wanted, 'days'>): Away[] =>
  awayBetween(availability, wanted, ['limited', 'tentative'])

/** A time that is for some roles counts only when one of them is wanted: whoever is away as a chair may be free as an author. */
const awayBetween = (availability: readonly Away[], { from, to, role }: Omit<Wanted, 'days'>, states: readonly AvailabilityState[]): Away[] =>
  availability
    .filter((one) => states.includes(one.state) && one.from <= to && one.to >= from)
    .filter(({ roles }) => roles.length === 0 || (role !== null && roles.includes(role)))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))

/** So many months of somebody’s capacity, from one on: what is offered, taken and left, and when they are away. */
export function stripOf({ offer, commitments, availability }: Capacity, first: string, many: number): StripMonth[] {
  return Array.from({ length: many }, (_, place) => {
    const month = monthsAfter(first, place)
    const [begins, ends] = [firstDayOf(month), lastDayOf(month)]
    const reviews = Math.max(...turns(commitments, begins, ends).map((day) => loadOn(commitments, day)))
    const offered = offeredIn(offer, month)
    return {
      month,
      offered,
      usual: !offer.months.some((one) => one.month === month),
      taken: { days: daysTakenIn(commitments, month), reviews },
      left: { days: daysLeftIn(offer, commitments, month), reviews: Math.max(0, (offered?.reviews ?? 0) - reviews) },
      away: availability
        .filter(({ from, to }) => from <= ends && to >= begins)
        .map(({ from, to, state, roles }) => ({ from: from > begins ? from : begins, to: to < ends ? to : ends, state, roles: [...roles] }))
        .toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    }
  })
}
