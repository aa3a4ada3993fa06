import type { z } from 'zod'
import type * as schema from './development-plan.schema.ts'
import { gapsInOrder, type SkillStanding } from './skill-gaps.ts'

export type PlanStep = z.infer<typeof schema.PlanStep>
export type Suggestion = z.infer<typeof schema.Suggestion>
export type StepState = z.infer<typeof schema.StepState>
export type StepDecision = z.infer<typeof schema.StepDecision>

/** A module as the plan sees it. */
export interface PlannedModule {
  id: string
  title: string
  minutes: number
  skills: readonly string[]
  passed: boolean
}

/** The moves of a step. 'suggested' is a step that nobody decided on; it is not stored. */
export const stepMoves: Record<StepState | 'suggested', readonly StepState[]> = {
  suggested: ['accepted', 'dismissed'],
  accepted: ['accepted', 'done', 'dismissed'],
  done: ['accepted'],
  dismissed: ['accepted'],
}

/**
 * The steps that would close somebody's gaps, the most needed first: core skills before useful ones, wide gaps before narrow ones. A skill that is not
 * rated asks to be rated; one rated below what is asked, to be learnt (a module that serves it and was not passed) or practised; one rated at what is
 * asked, to be verified, with evidence. One module and one request for verification serve many skills, so each is suggested once.
 */
export function suggestionsFor(standings: readonly SkillStanding[], modules: readonly PlannedModule[], decided: ReadonlySet<string>): Suggestion[] {
  const suggestions = new Map<string, Suggestion>()
  for (const standing of gapsInOrder(standings)) {
    const [first, ...others] = stepsFor(standing, modules)
    if (!first) continue
    const before = suggestions.get(first.key)
    if (before) before.skills.push(standing.skill)
    else suggestions.set(first.key, { ...first, instead: others.map(({ key }) => key) })
  }
  return [...suggestions.values()].filter(({ key }) => !decided.has(key))
}

/** Every step that would serve one gap, the first of them the one to suggest. */
export function stepsFor(standing: SkillStanding, modules: readonly PlannedModule[]): Suggestion[] {
  const { skill, gap, weight, needs, self, verified } = standing
  if (!gap) return []
  const why = { skill, core: weight === 'core', needs, self: self?.level ?? null, verified: verified?.level ?? null }
  const step = (kind: Suggestion['kind'], key: string): Suggestion => ({ key, kind, skills: [skill], module: null, why, instead: [] })
  if (gap.kind === 'not-rated') return [step('rate', 'rate')]
  if (gap.kind === 'not-verified') return [step('verification', 'verification'), step('evidence', `evidence:${skill}`)]
  const learn = modules
    .filter((module) => !module.passed && module.skills.includes(skill))
    .map(({ id, title, minutes }) => ({ ...step('module', `module:${id}`), module: { id, title, minutes } }))
  return [...learn, step('practice', `practice:${skill}`)]
}

/** What is wrong with a decision, by the field it belongs to; empty when nothing is. `today` is given as a day. */
export function faultsIn({ state, dueOn, reason }: StepDecision, today: string): { pointer: string; detail: string }[] {
  const faults = []
  if (state === 'dismissed' && (reason ?? '').length < 3)
    faults.push({ pointer: '/reason', detail: 'Say in a few words why this is not for you; only you see it' })
  if (state === 'accepted' && dueOn !== null && dueOn < today) faults.push({ pointer: '/dueOn', detail: 'Choose today or a later day' })
  return faults
}
