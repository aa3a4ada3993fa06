import type { z } from 'zod'
import type * as schema from './cover.schema.ts'

export type Cover = z.infer<typeof schema.Cover>
export type CoverInputUsed = z.infer<typeof schema.CoverInputUsed>
export type CoverInputGiven = z.infer<typeof schema.CoverInputGiven>
export type AuthoritiesCover = z.infer<typeof schema.AuthoritiesCover>
export type CoverSnapshots = z.infer<typeof schema.CoverSnapshots>
export type CoverSnapshot = z.infer<typeof schema.CoverSnapshot>

/** The two seats that every review has to fill. */
export type Seat = 'chair' | 'author'

/** What is asked of the people in one role: see `coverInputs` for where each number comes from. Shares are between 0 and 1. */
export interface Work {
  reviewsAYear: number
  perReview: number
  months: number
  /** Working days that one review takes from one person. */
  days: number
}

/** How people work, in general. */
export interface Practice {
  mostAtOnce: number
  daysAYear: number
  availableShare: number
  conflictShare: number
  /** How far above the mean a busy year lies, in standard deviations: 1.28 covers 90 % of years. */
  busyBy: number
}

/** What a year brings: on average and in a busy year, started and in hand at any time, and the seats and days that the busy year asks for. */
export interface Demand {
  busyYear: number
  inHand: number
  busyInHand: number
  seats: number
  days: number
}

/**
 * The work of a year. Reviews come one by one and independently, so a busy year lies some square roots of the mean above it (Poisson), and what is in hand
 * follows from how long a review takes (Little's law). Source: the supply and demand model, section 5.5; the formulas are inferred, not law.
 */
export function demandOf({ reviewsAYear, perReview, months, days }: Work, practice: Practice): Demand {
  const busyYear = reviewsAYear + practice.busyBy * Math.sqrt(reviewsAYear)
  const busyInHand = (busyYear * months) / 12
  return {
    busyYear,
    inHand: (reviewsAYear * months) / 12,
    busyInHand,
    seats: busyInHand * perReview,
    days: busyYear * perReview * days,
  }
}

export interface Needed {
  byLoad: number
  byDays: number
  /** The larger of the two, as whole people. */
  people: number
  binds: 'load' | 'days'
}

/** How many people a role needs, when only a share of them is available and free of conflicts at a time. Source: as `demandOf`. */
export function peopleNeeded(demand: Demand, { mostAtOnce, daysAYear, availableShare, conflictShare }: Practice): Needed {
  const usable = availableShare * (1 - conflictShare)
  const byLoad = demand.seats / (mostAtOnce * usable)
  const byDays = demand.days / (daysAYear * usable)
  return { byLoad, byDays, people: Math.ceil(Math.max(byLoad, byDays)), binds: byDays > byLoad ? 'days' : 'load' }
}

/** People who bring the same: which seats they may take, how many reviews they run at most at once and run now, and the days they give in a year. */
export interface SupplyGroup {
  seats: 'chair' | 'author' | 'both'
  people: number
  mostAtOnce: number
  load: number
  daysAYear: number
}

export interface RoleCover {
  /** What is there and what is asked, both in the unit of the formula that binds: seats at once, or days in a year. */
  capacity: number
  work: number
  /** Capacity over work; null where there is no work to cover. */
  cover: number | null
  binds: 'load' | 'days'
}

/**
 * The cover of each role, like with like: all that people bring against all the work. What somebody brings who serves in both roles is spent once, on the role
 * that is worse off.
 */
export function wholeCover(groups: readonly SupplyGroup[], demand: Record<Seat, Demand>): Record<Seat, RoleCover> {
  const load = spendOnce(groups, ({ mostAtOnce }) => mostAtOnce, { chair: demand.chair.seats, author: demand.author.seats })
  const days = spendOnce(groups, ({ daysAYear }) => daysAYear, { chair: demand.chair.days, author: demand.author.days })
  const of = (seat: Seat): RoleCover => {
    const byLoad = against(load[seat], demand[seat].seats)
    const byDays = against(days[seat], demand[seat].days)
    return (byDays.cover ?? Infinity) < (byLoad.cover ?? Infinity) ? { ...byDays, binds: 'days' } : { ...byLoad, binds: 'load' }
  }
  return { chair: of('chair'), author: of('author') }
}

/** The same for what is free today against what a busy year would still bring, beyond the seats that are taken already. */
export function freeCover(groups: readonly SupplyGroup[], demand: Record<Seat, Demand>, taken: Record<Seat, number>): Record<Seat, RoleCover> {
  const work = { chair: Math.max(0, demand.chair.seats - taken.chair), author: Math.max(0, demand.author.seats - taken.author) }
  const free = spendOnce(groups, ({ mostAtOnce, load }) => Math.max(0, mostAtOnce - load), work)
  return { chair: { ...against(free.chair, work.chair), binds: 'load' }, author: { ...against(free.author, work.author), binds: 'load' } }
}

const against = (capacity: number, work: number) => ({ capacity, work, cover: work > 0 ? capacity / work : null })

/**
 * Shares out what people bring between the two roles. Those of one role spend it there; what those of both bring goes where cover is lower until both are
 * equal, and none of it twice.
 */
export function spendOnce(groups: readonly SupplyGroup[], brings: (group: SupplyGroup) => number, work: Record<Seat, number>): Record<Seat, number> {
  const sum = (kind: SupplyGroup['seats']) =>
    groups.filter((group) => group.seats === kind).reduce((all, group) => all + group.people * brings(group), 0)
  const [chair, author, both] = [sum('chair'), sum('author'), sum('both')]
  const total = work.chair + work.author
  const even = total > 0 ? (work.chair * (author + both) - work.author * chair) / total : both / 2
  const toChair = Math.min(both, Math.max(0, even))
  return { chair: chair + toChair, author: author + (both - toChair) }
}

/**
 * How many reviews these people can run at once when each needs a chair and an author who are two different people, and nobody sits twice on one review.
 * With R reviews somebody takes at most R seats. Filling the chairs' row and then the authors' row with one person after the other (wrapped round, as in
 * McNaughton's rule for schedules) never gives one person both seats of a review as long as R seats can be filled in each row and 2 R in all, so that is
 * all there is to check.
 */
export function reviewsAtOnce(groups: readonly SupplyGroup[], brings: (group: SupplyGroup) => number = ({ mostAtOnce }) => mostAtOnce): number {
  const filled = (reviews: number, kinds: readonly SupplyGroup['seats'][]) =>
    groups.filter((group) => kinds.includes(group.seats)).reduce((all, group) => all + group.people * Math.min(brings(group), reviews), 0)
  const staffed = (reviews: number) =>
    filled(reviews, ['chair', 'both']) >= reviews &&
    filled(reviews, ['author', 'both']) >= reviews &&
    filled(reviews, ['chair', 'author', 'both']) >= 2 * reviews
  let [most, beyond] = [0, Math.ceil(filled(Infinity, ['chair', 'author', 'both']) / 2) + 1]
  while (beyond - most > 1) {
    const middle = Math.floor((most + beyond) / 2)
    if (staffed(middle)) most = middle
    else beyond = middle
  }
  return most
}

export type CoverState = 'no-work' | 'short' | 'thin' | 'met'

/** Short: the work is more than the capacity. Thin: less than the target above it. */
export const stateOf = ({ cover }: Pick<RoleCover, 'cover'>, target: number): CoverState =>
  cover === null ? 'no-work' : cover < 1 ? 'short' : cover < target ? 'thin' : 'met'

/** How many standard deviations above the mean cover this share of years: the inverse of the normal distribution. Source: Acklam's rational approximation, error under 0.000001. */
export function busyBy(share: number): number {
  const a = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239]
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572]
  const q = share - 0.5
  const r = q * q
  const over = (list: readonly number[], start: number) => list.reduce((sum, factor) => sum * r + factor, start)
  // Between 2.5 % and 97.5 % one pair of polynomials is enough; beyond, years that busy are no longer worth telling apart.
  const z = (over(a, 0) * q) / (over(b, 0) * r + 1)
  return Math.max(0, z)
}
