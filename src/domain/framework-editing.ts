import type { Framework, Skill } from './framework.ts'
import type { SkillWords } from './framework-version.ts'

/** The words of a skill for editing; empty ones, in the first domain, for a skill that is not there. */
export function wordsOf(framework: Framework, id: string): SkillWords {
  for (const { id: domain, skills } of framework.domains) {
    const skill = skills.find((one) => one.id === id)
    if (skill) {
      const { name, summary, why, sources, roles, levels } = skill
      return { domain, name, summary, why, sources, roles, levels }
    }
  }
  return { domain: framework.domains[0]?.id ?? '', name: '', summary: '', why: '', sources: [], roles: [], levels: [] }
}

/** A framework with one skill as these words say. It keeps its place in its domain; in another one, or when it is new, it comes last. */
export function withSkill(framework: Framework, id: string, { domain: home, ...words }: SkillWords): Framework {
  const skill: Skill = { id, ...words, levels: words.levels.toSorted((a, b) => a.level - b.level) }
  return {
    ...framework,
    domains: framework.domains.map((domain) => {
      const stays = domain.id === home && domain.skills.some((one) => one.id === id)
      if (stays) return { ...domain, skills: domain.skills.map((one) => (one.id === id ? skill : one)) }
      const others = domain.skills.filter((one) => one.id !== id)
      return { ...domain, skills: domain.id === home ? [...others, skill] : others }
    }),
  }
}

export const withoutSkill = (framework: Framework, id: string): Framework => ({
  ...framework,
  domains: framework.domains.map((domain) => ({ ...domain, skills: domain.skills.filter((one) => one.id !== id) })),
})
