import type { z } from 'zod'
import type * as schema from './development-plan.schema.ts'
import { namesFaults, namesWarnings } from './names-warning.ts'
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
  done: ['accepted', 'dismissed'],
  dismissed: ['accepted'],
}

/** A step that somebody decided on, as far as suggestions depend on it. */
export type DecidedStep = Pick<PlanStep, 'key' | 'skills' | 'state' | 'version' | 'updatedAt'>

/**
 * The steps that would close somebody's gaps, the most needed first: core skills before useful ones, wide gaps before narrow ones. A skill that is not
 * rated asks to be rated; one rated below what is asked, to be learnt (a module that serves it and was not passed) or practised; one rated at what is
 * asked, to be verified, with evidence; one that an assessor found lower since, to be rated again first. One module and one request for verification
 * serve many skills, so each is suggested once. Where a step is left out, each skill that it served has its next best step suggested.
 */
export function suggestionsFor(
  standings: readonly SkillStanding[],
  modules: readonly PlannedModule[],
  decided: readonly DecidedStep[],
): Suggestion[] {
  const suggestions = new Map<string, Suggestion>()
  for (const standing of gapsInOrder(standings)) {
    const steps = stepsFor(standing, modules).filter(({ key }) => !decided.some((one) => one.key === key && one.state === 'dismissed'))
    const isOpen = ({ key }: Suggestion) => !decided.some((one) => one.key === key && serves(one, standing))
    const [first, ...others] = steps
    if (!first || !isOpen(first)) continue
    const before = suggestions.get(first.key)
    if (before) before.skills.push(standing.skill)
    else {
      const version = decided.find(({ key }) => key === first.key)?.version ?? 0
      suggestions.set(first.key, { ...first, version, instead: others.filter((one) => isUndecided(one.key, decided)).map(({ key }) => key) })
    }
  }
  return [...suggestions.values()]
}

const isUndecided = (key: string, decided: readonly DecidedStep[]): boolean => !decided.some((one) => one.key === key)

/**
 * Whether a step that was decided on still serves a skill: one that is accepted does; one that is done does for the skills it was done for, until one of
 * them is rated or verified anew.
 */
function serves({ state, skills, updatedAt }: DecidedStep, { skill, self, verified }: SkillStanding): boolean {
  if (state !== 'done') return state === 'accepted'
  return skills.includes(skill) && [self?.at ?? '', verified?.at ?? ''].every((at) => at <= updatedAt)
}

/** Every step that would serve one gap, the first of them the one to suggest. */
export function stepsFor(standing: SkillStanding, modules: readonly PlannedModule[]): Suggestion[] {
  const { skill, gap, weight, needs, self, verified } = standing
  if (!gap) return []
  const why = { skill, core: weight === 'core', needs, self: self?.level ?? null, verified: verified?.level ?? null }
  const step = (kind: Suggestion['kind'], key: string): Suggestion => ({ key, kind, version: 0, skills: [skill], module: null, why, instead: [] })
  if (gap.kind === 'not-rated') return [step('rate', 'rate')]
  // Nothing is left to do but to wait.
  if (gap.kind === 'under-way') return []
  const evidence = step('evidence', `evidence:${skill}`)
  if (gap.kind === 'not-verified') return [step('verification', 'verification'), evidence]
  // What was answered by an assessor cannot be sent again as it is.
  if (gap.kind === 'found-lower') return [step('rate-again', 'rate-again'), evidence]
  const learn = modules
    .filter((module) => !module.passed && module.skills.includes(skill))
    .map(({ id, title, minutes }) => ({ ...step('module', `module:${id}`), module: { id, title, minutes } }))
  return [...learn, step('practice', `practice:${skill}`)]
}

/** What is wrong with a decision, by the field it belongs to; empty when nothing is. `today` is given as a day. */
export function faultsIn({ state, dueOn, reason, readWarning }: StepDecision, today: string): { pointer: string; detail: string }[] {
  const faults = []
  if (state === 'dismissed' && (reason ?? '').length < 3)
    faults.push({ pointer: '/reason', detail: 'Say in a few words why this is not for you; only you see it' })
  faults.push(...namesFaults(namesWarnings(reason ?? ''), readWarning))
  if (state === 'accepted' && dueOn !== null && dueOn < today) faults.push({ pointer: '/dueOn', detail: 'Choose today or a later day' })
  return faults
}
