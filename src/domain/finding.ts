import type { z } from 'zod'
import type * as schema from './finding.schema.ts'

export type FindingGiven = z.infer<typeof schema.FindingGiven>
export type FindingDraft = z.infer<typeof schema.FindingDraft>
export type SkillToAssess = z.infer<typeof schema.SkillToAssess>
export type QueuedRequest = z.infer<typeof schema.QueuedRequest>
export type RequestToAssess = z.infer<typeof schema.RequestToAssess>

/** The fewest characters that say why. */
const leastReason = 10

/** The level that a finding comes to: the one that was given when the assessor agrees, none when there was not enough to tell. */
export function levelFound({ outcome, level }: Pick<FindingGiven, 'outcome' | 'level'>, self: number): number | null {
  if (outcome === 'agree') return self
  return outcome === 'lower' || outcome === 'higher' ? level : null
}

type Judged = Pick<SkillToAssess, 'skill' | 'name' | 'restsOnExperience'> & { rating: { level: number }; finding: FindingGiven }

/** What is missing or wrong in a finding before it can be handed in, with where; an empty list means that it will do. */
export function findingFaults({ skill, name, restsOnExperience, rating, finding }: Judged): { pointer: string; detail: string }[] {
  const at = (field: keyof FindingGiven) => `/findings/${skill}/${field}`
  const { outcome, level, reason, equivalence } = finding
  const faults = []
  if (outcome === null) faults.push({ pointer: at('outcome'), detail: `Choose what you find for ${name}` })
  if (outcome === 'lower' && (level === null || level >= rating.level))
    faults.push({ pointer: at('level'), detail: `Choose a level below ${rating.level} for ${name}` })
  if (outcome === 'higher' && (level === null || level <= rating.level))
    faults.push({ pointer: at('level'), detail: `Choose a level above ${rating.level} for ${name}` })
  if (reason.trim().length < leastReason) faults.push({ pointer: at('reason'), detail: `Give your reason for ${name}` })
  if (restsOnExperience && outcome !== null && outcome !== 'not-enough' && equivalence.trim().length < leastReason)
    faults.push({ pointer: at('equivalence'), detail: `Say why prior experience is equivalent for ${name}` })
  return faults
}
