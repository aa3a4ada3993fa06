import { type PlannedModule, suggestionsFor } from './development-plan.ts'
import type { SkillStanding } from './skill-gaps.ts'

export interface Recommended {
  module: string
  /** The gap that the module serves, when there is one. */
  gap: { skill: string; self: number; needs: number } | null
  /** Whether it is the first of the path that was neither begun nor passed. */
  next: boolean
}

/** More would be a list, not a recommendation. */
const most = 3

/**
 * The modules to recommend, the most useful first: the next one on the path, then those that serve somebody's gaps, as the development plan suggests
 * them. What was begun is no recommendation: whoever began it knows of it. `modules` are those of the path, in its order.
 */
export function recommendedFor(standings: readonly SkillStanding[], modules: readonly PlannedModule[], begun: ReadonlySet<string>): Recommended[] {
  const next = modules.find(({ id, passed }) => !passed && !begun.has(id))?.id
  const open = modules.filter(({ id }) => !begun.has(id))
  const forGaps = suggestionsFor(standings, open, []).flatMap(({ module, why }) =>
    module ? [{ module: module.id, gap: { skill: why.skill, self: why.self ?? 0, needs: why.needs }, next: module.id === next }] : [],
  )
  const first = next === undefined ? [] : [forGaps.find((one) => one.next) ?? { module: next, gap: null, next: true }]
  return [...first, ...forGaps.filter((one) => !one.next)].slice(0, most)
}
