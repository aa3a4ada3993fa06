import {
  busyBy,
  type Cover,
  type CoverInputUsed,
  demandOf,
  freeCover,
  peopleNeeded,
  reviewsAtOnce,
  type Seat,
  stateOf,
  type SupplyGroup,
  wholeCover,
} from './cover.ts'
import { childrenPerThousand, type CoverInput, type CoverInputKey, coverInputKeys, coverInputs } from './cover-inputs.ts'
import { neighbours } from './cover-regions.ts'
import { type Region, regions } from './region.ts'

/** A region with fewer reviews a year than this is shown with its neighbours too. Source: section 5.5 of the reference; inferred. */
const fewReviews = 12

/** An input that was entered here, for everywhere (`region` null) or for one region. */
export interface EnteredInput extends CoverInput {
  key: string
  region: Region | null
  at: string
}

/** What is known of the people of one region who could be appointed on a day. */
export interface RegionSupply {
  region: Region
  groups: readonly SupplyGroup[]
  ready: Record<Seat, number>
  supervised: Record<Seat, number>
  /** Seats that its people hold on the day. */
  taken: Record<Seat, number>
  checksDue: number
}

/** The numbers that count for a region, or for everywhere: its own, or those for everywhere; reviews are spread by where children live until they are entered. */
export function inputsFor(region: Region | null, entered: readonly EnteredInput[]): CoverInputUsed[] {
  return coverInputKeys.map((key) => {
    const { what, unit, least, most } = coverInputs[key]
    const find = (of: Region | null) => entered.findLast((one) => one.key === key && one.region === of)
    const own = region === null ? undefined : find(region)
    const general: CoverInput & { at?: string } = find(null) ?? coverInputs[key]
    const used = own ?? general
    const shares = key === 'reviews-a-year' && region !== null && !own
    return {
      key,
      region,
      value: shares ? (used.value * childrenPerThousand[region]) / 1000 : used.value,
      basis: shares ? 'assumption' : used.basis,
      source: used.source,
      asOf: used.asOf,
      what,
      unit,
      least,
      most,
      derived: shares,
      setAt: used.at ?? null,
    }
  })
}

type Figures = Cover['regions'][number]['figures']

/** Works the model out for some regions together: their work is added up, and what their people bring is spent once among them. */
function figuresOf(supplies: readonly RegionSupply[], inputs: readonly CoverInputUsed[][]): Figures {
  const value = (of: readonly CoverInputUsed[], key: CoverInputKey) => of.find((one) => one.key === key)?.value ?? coverInputs[key].value
  const first = inputs[0] ?? inputsFor(null, [])
  const practice = {
    mostAtOnce: value(first, 'most-at-once'),
    daysAYear: value(first, 'days-a-year'),
    availableShare: value(first, 'available-share') / 100,
    conflictShare: value(first, 'conflict-share') / 100,
    busyBy: busyBy(value(first, 'busy-year') / 100),
  }
  const work = {
    reviewsAYear: inputs.reduce((sum, of) => sum + value(of, 'reviews-a-year'), 0),
    perReview: value(first, 'per-review'),
    months: value(first, 'months'),
  }
  const demand = {
    chair: demandOf({ ...work, days: value(first, 'chair-days') }, practice),
    author: demandOf({ ...work, days: value(first, 'author-days') }, practice),
  }
  const groups = supplies.flatMap((one) => one.groups)
  const total = (of: (supply: RegionSupply) => Record<Seat, number>, seat: Seat) => supplies.reduce((sum, one) => sum + of(one)[seat], 0)
  const taken = { chair: total((one) => one.taken, 'chair'), author: total((one) => one.taken, 'author') }
  const whole = wholeCover(groups, demand)
  const free = freeCover(groups, demand, taken)
  const role = (seat: Seat) => ({
    ready: total((one) => one.ready, seat),
    supervised: total((one) => one.supervised, seat),
    needed: peopleNeeded(demand[seat], practice),
    whole: whole[seat],
    free: free[seat],
    state: stateOf(whole[seat], value(first, 'target') / 100),
  })
  return {
    chair: role('chair'),
    author: role('author'),
    reviewsAtOnce: reviewsAtOnce(groups),
    reviewsAYear: work.reviewsAYear,
    busyYear: demand.chair.busyYear,
    busyInHand: demand.chair.busyInHand,
    estimate: inputs.flat().some(({ basis }) => basis === 'assumption'),
  }
}

/** The cover of the regions that somebody keeps, with their neighbours where reviews are few, and of all of England for who keeps all. */
export function coverOf(
  supplies: readonly RegionSupply[],
  entered: readonly EnteredInput[],
  kept: ReadonlySet<Region>,
): Pick<Cover, 'regions' | 'england' | 'reach' | 'inputs'> {
  const supplyOf = (region: Region): RegionSupply => supplies.find((one) => one.region === region) ?? nobody(region)
  const figures = (of: readonly Region[]) =>
    figuresOf(
      of.map(supplyOf),
      of.map((region) => inputsFor(region, entered)),
    )
  const shown = regions.filter((region) => kept.has(region))
  const all = kept.size === regions.length
  const choices = inputsFor(null, entered).find(({ key }) => key === 'choices')?.value ?? coverInputs.choices.value
  const reaching = (seat: Seat) => shown.filter((region) => supplyOf(region).ready[seat] >= choices).length
  return {
    regions: shown.map((region) => {
      const own = figures([region])
      const round = [region, ...neighbours[region]]
      return {
        region,
        figures: own,
        withNeighbours: own.reviewsAYear < fewReviews ? { regions: round, figures: figures(round) } : null,
        checksDue: supplyOf(region).checksDue,
      }
    }),
    england: all ? figures(regions) : null,
    reach: { chair: reaching('chair'), author: reaching('author'), of: shown.length, choices },
    inputs: [
      ...inputsFor(null, entered),
      ...shown.flatMap((region) => inputsFor(region, entered).filter(({ key }) => key === 'reviews-a-year' || hasOwn(region, key, entered))),
    ],
  }
}

const hasOwn = (region: Region, key: string, entered: readonly EnteredInput[]) => entered.some((one) => one.region === region && one.key === key)

const none = (): Record<Seat, number> => ({ chair: 0, author: 0 })
const nobody = (region: Region): RegionSupply => ({ region, groups: [], ready: none(), supervised: none(), taken: none(), checksDue: 0 })
