import type { z } from 'zod'
import type * as schema from './agreement.schema.ts'

export type Agreement = z.infer<typeof schema.Agreement>

/** The levels that two raters gave to the same thing, each 0 to 4. */
export interface Pair {
  mine: number
  theirs: number
}

/** A kappa of fewer ratings says more of chance than of the raters: ours to set. */
const ratingsForKappa = 20

const levels = 5

/** How often each level of mine, by row, met each level of theirs, by column. */
export function confusion(pairs: readonly Pair[]): number[][] {
  const table = Array.from({ length: levels }, () => Array.from({ length: levels }, () => 0))
  for (const { mine, theirs } of pairs) {
    const row = table[mine]
    if (row?.[theirs] !== undefined) row[theirs] += 1
  }
  return table
}

/**
 * Cohen's kappa with quadratic weights: how far two raters agree beyond what their own habits would bring about by chance. 1 is full agreement, 0 is
 * what chance gives, below 0 is worse. A difference of two levels counts four times one of one level. Null when both gave one and the same level
 * throughout, since chance alone then agrees too. Worked in whole numbers up to one division, so that the order of pairs changes nothing.
 * Source: J Cohen, "Weighted kappa", Psychological Bulletin 70 (1968) 213-220; the squares as in J L Fleiss and J Cohen, Educational and Psychological
 * Measurement 33 (1973) 613-619, under which it is an intraclass correlation, the usual choice where levels are steps on one scale.
 */
export function weightedKappa(pairs: readonly Pair[]): number | null {
  const [mine, theirs] = [tally(pairs.map((pair) => pair.mine)), tally(pairs.map((pair) => pair.theirs))]
  const observed = pairs.reduce((sum, pair) => sum + (pair.mine - pair.theirs) ** 2, 0)
  let byChance = 0
  for (const [level, many] of mine) for (const [other, more] of theirs) byChance += many * more * (level - other) ** 2
  return byChance === 0 ? null : 1 - (pairs.length * observed) / byChance
}

function tally(given: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const level of given) counts.set(level, (counts.get(level) ?? 0) + 1)
  return counts
}

/**
 * How my levels agree with somebody else's, or with several people's together. `ratings` is how many of mine stand behind it: comparing one rating
 * with five people does not make it five.
 */
export function agreementOf(pairs: readonly Pair[], ratings: number = pairs.length): Agreement {
  const apart = pairs.map(({ mine, theirs }) => Math.abs(mine - theirs))
  const difference = pairs.reduce((sum, { mine, theirs }) => sum + mine - theirs, 0)
  return {
    ratings,
    comparisons: pairs.length,
    exact: apart.filter((distance) => distance === 0).length,
    withinOne: apart.filter((distance) => distance <= 1).length,
    furthest: pairs.length === 0 ? null : Math.max(...apart),
    severity: pairs.length === 0 ? null : difference / pairs.length,
    kappa: kappaOf(pairs, ratings),
  }
}

function kappaOf(pairs: readonly Pair[], ratings: number): Agreement['kappa'] {
  if (ratings < ratingsForKappa) return { state: 'too-few', from: ratingsForKappa }
  const value = weightedKappa(pairs)
  return value === null ? { state: 'no-variation' } : { state: 'known', value }
}
