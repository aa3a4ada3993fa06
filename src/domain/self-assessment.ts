import type { z } from 'zod'
import { type Framework, type Need, needsOfAll } from './framework.ts'
import type { PoolRole } from './person.ts'
import type * as schema from './self-assessment.schema.ts'

export type SelfAssessment = z.infer<typeof schema.SelfAssessment>
export type SkillAnswer = z.infer<typeof schema.SkillAnswer>
export type AnswerGiven = z.infer<typeof schema.AnswerGiven>
export type Confidence = z.infer<typeof schema.Confidence>
export type Rating = z.infer<typeof schema.Rating>
export type SelfAssessmentState = z.infer<typeof schema.SelfAssessmentState>

/** The moves of a self-assessment. What was handed in or withdrawn stays as it is: a later view is a new one. */
export const selfAssessmentMoves: Record<SelfAssessmentState, readonly SelfAssessmentState[]> = {
  'in-progress': ['submitted', 'withdrawn'],
  submitted: [],
  withdrawn: [],
}

const wordsAMinute = 200
/** Weighing oneself up, beside reading: ours to set, from trying it. */
const thinkingSeconds = 30

/** The seconds that a skill takes: reading its levels, and half a minute to think. */
function secondsFor({ skill }: Need): number {
  const words = [skill.summary, ...skill.levels.map(({ indicator }) => indicator)].join(' ').split(/\s+/).length
  return Math.round((words / wordsAMinute) * 60) + thinkingSeconds
}

/** The skills that a self-assessment for some roles asks about, in order: those tagged for a role, core ones first. */
export const askedFor = (framework: Framework, roles: readonly PoolRole[]): SelfAssessment['asked'] =>
  needsOfAll(framework, roles).map((need) => ({ skill: need.skill.id, weight: need.weight, needs: need.level, seconds: secondsFor(need) }))

/** What stands between an assessment and handing it in: the skills without a level, in the order asked. Confidence and reflection are optional. */
export const missingFrom = (asked: SelfAssessment['asked'], answers: readonly SkillAnswer[]): string[] =>
  asked.filter(({ skill }) => (answers.find((answer) => answer.skill === skill)?.level ?? null) === null).map(({ skill }) => skill)

/** The skill to go on with: the first that has no level yet, or null when all have one. */
export const nextSkill = (assessment: Pick<SelfAssessment, 'asked' | 'answers'>): string | null =>
  missingFrom(assessment.asked, assessment.answers)[0] ?? null

export function minutesToGo({ asked, answers }: Pick<SelfAssessment, 'asked' | 'answers'>): number {
  const missing = new Set(missingFrom(asked, answers))
  return Math.round(asked.reduce((sum, { skill, seconds }) => sum + (missing.has(skill) ? seconds : 0), 0) / 60)
}
