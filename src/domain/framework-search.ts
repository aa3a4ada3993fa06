import type { Framework, Skill, SkillDomain } from './framework.ts'
import type { PoolRole } from './person.ts'

/** What a search asks for, each at most once, in lower case. */
export const wordsIn = (search: string): string[] => [...new Set(search.toLowerCase().split(/\s+/).filter(Boolean))]

/** The domains with those of their skills that a role needs and that hold every word somewhere in what is said of them; a domain without any is left out. */
export function domainsMatching(
  framework: Framework,
  { role, search = '' }: { role?: PoolRole | undefined; search?: string | undefined },
): SkillDomain[] {
  const words = wordsIn(search)
  return framework.domains.flatMap((domain) => {
    const skills = domain.skills.filter(
      (skill) => (!role || skill.roles.some((tag) => tag.role === role)) && holds(`${domain.name} ${textOf(skill)}`.toLowerCase(), words),
    )
    return skills.length > 0 ? [{ ...domain, skills }] : []
  })
}

const holds = (text: string, words: readonly string[]) => words.every((word) => text.includes(word))
const textOf = ({ id, name, summary, why, levels }: Skill) =>
  [id, name, summary, why, ...levels.flatMap(({ indicator, evidence }) => [indicator, evidence])].join('\n')
