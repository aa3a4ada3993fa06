import type { z } from 'zod'
import type * as schema from './framework.schema.ts'
import type { PoolRole } from './person.ts'

export type Framework = z.infer<typeof schema.Framework>
export type Skill = z.infer<typeof schema.Skill>
export type SkillDomain = z.infer<typeof schema.SkillDomain>
export type Weight = z.infer<typeof schema.Weight>

/** What a role asks of one skill. */
export interface Need {
  skill: Skill
  domain: SkillDomain
  weight: Weight
  level: number
}

/**
 * What a role asks, core skills first, each group in the framework's own order. A skill that is not tagged for the role is not asked for.
 * Source: "Suggested bars" of the framework; settings of its version, not law.
 */
export function needsOf(framework: Framework, role: PoolRole): Need[] {
  const bar = framework.bars.find((one) => one.role === role)
  if (!bar) return []
  const needs = framework.domains.flatMap((domain) =>
    domain.skills.flatMap((skill) => {
      const tag = skill.roles.find((one) => one.role === role)
      if (!tag) return []
      const isCore = tag.weight === 'core' && bar.core.domains.includes(domain.id)
      return [{ skill, domain, weight: tag.weight, level: isCore ? bar.core.level : bar.elsewhere }]
    }),
  )
  return [...needs.filter(({ weight }) => weight === 'core'), ...needs.filter(({ weight }) => weight === 'useful')]
}

/** What several roles ask together: for each skill the highest of their levels, and core where it is core to one of them. */
export function needsOfAll(framework: Framework, roles: readonly PoolRole[]): Need[] {
  const together = new Map<string, Need>()
  for (const need of roles.flatMap((role) => needsOf(framework, role))) {
    const before = together.get(need.skill.id)
    together.set(need.skill.id, {
      ...need,
      level: Math.max(need.level, before?.level ?? 0),
      weight: need.weight === 'core' || before?.weight === 'core' ? 'core' : 'useful',
    })
  }
  const needs = skillsIn(framework).flatMap(({ id }) => together.get(id) ?? [])
  return [...needs.filter(({ weight }) => weight === 'core'), ...needs.filter(({ weight }) => weight === 'useful')]
}

export const skillsIn = (framework: Framework): Skill[] => framework.domains.flatMap(({ skills }) => skills)
