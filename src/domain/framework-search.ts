import type { Framework, Skill, SkillDomain } from './framework.ts'
import type { PoolRole } from './person.ts'

/** What a search asks for, each at most once, in lower case. */
export const wordsIn = (search: string): string[] => [...new Set(search.toLowerCase().split(/\s+/).filter(Boolean))]

/** Where one of these words begins, in either case: "media" begins no part of "immediate". What it finds is its one group. */
export const beginningsOf = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})`, 'iu')

/** The domains with those of their skills that a role needs and in which every word begins one somewhere; a domain without any is left out. */
export function domainsMatching(
  framework: Framework,
  { role, search = '' }: { role?: PoolRole | undefined; search?: string | undefined },
): SkillDomain[] {
  const words = wordsIn(search).map((word) => beginningsOf([word]))
  return framework.domains.flatMap((domain) => {
    const skills = domain.skills.filter(
      (skill) => (!role || skill.roles.some((tag) => tag.role === role)) && words.every((word) => word.test(`${domain.name}\n${textOf(skill)}`)),
    )
    return skills.length > 0 ? [{ ...domain, skills }] : []
  })
}

const textOf = ({ id, name, summary, why, levels }: Skill) =>
  [id, name, summary, why, ...levels.flatMap(({ indicator, evidence }) => [indicator, evidence])].join('\n')
