import type { DomainWords, FrameworkDraft } from '#domain/framework-version.ts'

export type Move = 'up' | 'down'

/** The domains of a draft as they are edited. */
export const domainsIn = ({ domains, skills }: FrameworkDraft): DomainWords[] =>
  domains.map(({ id, name, summary }) => ({ id, name, summary, skills: skills.filter(({ domain }) => domain === id).map((skill) => skill.id) }))

const step = (move: Move) => (move === 'up' ? -1 : 1)

/** The domains with one of them a place further, or null where there is no further place. */
export function moveDomain(domains: readonly DomainWords[], id: string, move: Move): DomainWords[] | null {
  const from = domains.findIndex((one) => one.id === id)
  const moved = domains[from]
  const to = from + step(move)
  return moved && domains[to] ? domains.toSpliced(from, 1).toSpliced(to, 0, moved) : null
}

/** The domains with one skill a place further; past the end of its domain it goes to the next one. Null where there is no further place. */
export function moveSkill(domains: readonly DomainWords[], skill: string, move: Move): DomainWords[] | null {
  const from = domains.findIndex(({ skills }) => skills.includes(skill))
  const held = domains[from]?.skills ?? []
  const at = held.indexOf(skill)
  const to = at + step(move)
  if (held[to] !== undefined) return withSkills(domains, { [from]: held.toSpliced(at, 1).toSpliced(to, 0, skill) })
  const next = from + step(move)
  const there = domains[next]?.skills
  if (!there) return null
  return withSkills(domains, { [from]: held.toSpliced(at, 1), [next]: move === 'up' ? [...there, skill] : [skill, ...there] })
}

const withSkills = (domains: readonly DomainWords[], changed: Record<number, string[]>): DomainWords[] =>
  domains.map((domain, index) => ({ ...domain, skills: changed[index] ?? domain.skills }))
