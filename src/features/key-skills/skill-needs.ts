import { type Framework, needsOf, type Weight } from '#domain/framework.ts'
import type { PoolRole } from '#domain/person.ts'

/** What the roles ask of one skill. */
export type SkillNeeds = readonly { role: PoolRole; level: number; weight: Weight }[]

/** What the roles ask of each skill, by its id, in the order in which the framework names the roles. */
export function needsBySkill(framework: Framework): ReadonlyMap<string, SkillNeeds> {
  const found = new Map<string, SkillNeeds>()
  for (const { role } of framework.bars)
    for (const { skill, level, weight } of needsOf(framework, role)) found.set(skill.id, [...(found.get(skill.id) ?? []), { role, level, weight }])
  return found
}
