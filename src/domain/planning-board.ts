import type { z } from 'zod'
import { type Capacity, type InHand, stripOf } from './capacity.ts'
import { firstDayOf, lastDayOf, monthOf, monthsAfter } from './month.ts'
import { lookOf } from './month-look.ts'
import type * as schema from './planning-board.schema.ts'
import type { PoolCheckKind } from './pool-check.ts'

export type PlanningBoard = z.infer<typeof schema.PlanningBoard>
export type BoardMonth = PlanningBoard['people'][number]['months'][number]

export interface BoardFacts extends Capacity {
  commitments: readonly (InHand & { reference: string })[]
  /** Checks that stand, by the day from which they no longer count. */
  checks: readonly { kind: PoolCheckKind; on: string }[]
}

/** The months of a board: so many from one on. */
export const boardMonths = (first: string, many: number): string[] => Array.from({ length: many }, (_, place) => monthsAfter(first, place))

/**
 * So many months of somebody, from one on, as a plan needs them: what is offered, taken and left, when they are away, which reviews they have in hand, and
 * which checks fall due. A check that was due before the first month is still to be made, so it stands in the first; `on` is the day on which it is asked.
 */
export function boardOf(facts: BoardFacts, first: string, many: number, on: string): BoardMonth[] {
  const earliest = firstDayOf(first)
  return stripOf(facts, first, many).map((strip) => {
    const [begins, ends] = [firstDayOf(strip.month), lastDayOf(strip.month)]
    return {
      ...strip,
      look: lookOf(strip),
      reviews: facts.commitments
        .filter(({ from, to }) => from <= ends && (to === null || to >= begins))
        .map(({ reference, role, from, to }) => ({ reference, role, from, to }))
        .toSorted((a, b) => compare(a.from, b.from) || compare(a.reference, b.reference)),
      checks: facts.checks
        .filter((check) => (check.on < earliest ? strip.month === first : monthOf(check.on) === strip.month))
        .map((check) => ({ ...check, overdue: check.on <= on }))
        .toSorted((a, b) => compare(a.on, b.on) || compare(a.kind, b.kind)),
    }
  })
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
