import { type Framework, needsOf, type Skill, type SkillDomain, type Weight } from './framework.ts'
import type { PoolRole } from './person.ts'

interface Asked {
  level: number
  weight: Weight
}

/** One skill as two roles need it; null where a role does not ask for it. */
export interface ComparedSkill {
  skill: Skill
  left: Asked | null
  right: Asked | null
}

export interface RoleComparison {
  domains: { domain: SkillDomain; skills: ComparedSkill[] }[]
  /** How many skills there are, whether asked for or not. */
  total: number
  /** Skills that both need at the same level. */
  same: number
  /** Where one needs a higher level than the other, by domain; a skill that the other does not need at all is counted apart. */
  leftHigher: DomainCount[]
  rightHigher: DomainCount[]
  leftOnly: number
  rightOnly: number
}

export interface DomainCount {
  domain: string
  count: number
}

/** What two roles ask, skill by skill, in the framework's order; skills that neither asks for are left out. */
export function compareRoles(framework: Framework, left: PoolRole, right: PoolRole): RoleComparison {
  const of = (role: PoolRole) => new Map(needsOf(framework, role).map(({ skill, level, weight }) => [skill.id, { level, weight }]))
  const [ofLeft, ofRight] = [of(left), of(right)]
  const domains = framework.domains
    .map((domain) => ({
      domain,
      skills: domain.skills
        .map((skill) => ({ skill, left: ofLeft.get(skill.id) ?? null, right: ofRight.get(skill.id) ?? null }))
        .filter((row) => row.left || row.right),
    }))
    .filter(({ skills }) => skills.length > 0)
  const rows = domains.flatMap(({ skills }) => skills)
  const countWhere = (test: (left: number, right: number) => boolean) =>
    domains.flatMap(({ domain, skills }) => {
      const count = skills.filter((row) => row.left && row.right && test(row.left.level, row.right.level)).length
      return count > 0 ? [{ domain: domain.name, count }] : []
    })
  return {
    domains,
    total: framework.domains.reduce((sum, { skills }) => sum + skills.length, 0),
    same: rows.filter((row) => row.left && row.left.level === row.right?.level).length,
    leftHigher: countWhere((one, other) => one > other),
    rightHigher: countWhere((one, other) => one < other),
    leftOnly: rows.filter((row) => !row.right).length,
    rightOnly: rows.filter((row) => !row.left).length,
  }
}
