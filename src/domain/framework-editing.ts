import type { Framework, Skill } from './framework.ts'
import type { DomainWords, SkillWords, SourceWords } from './framework-version.ts'

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

interface Fault {
  pointer: string
  detail: string
}

const noDomain = (pointer: string, id: string): Fault => ({ pointer, detail: `Choose a domain of this draft: ${id || 'nothing'} is not one` })
const idsOf = (things: readonly { id: string }[]) => new Set(things.map(({ id }) => id))

/** What stops the words of a skill from being kept. What is merely missing is kept, and named before the draft goes to review. */
export function wordsFaults({ domains, sources }: Framework, words: SkillWords): Fault[] {
  const known = idsOf(sources)
  return [
    ...(idsOf(domains).has(words.domain) ? [] : [noDomain('/domain', words.domain)]),
    ...(words.name === '' ? [{ pointer: '/name', detail: 'Give the skill a name' }] : []),
    ...words.sources.flatMap((id, index) => (known.has(id) ? [] : [{ pointer: `/sources/${index}`, detail: `There is no source ${id}` }])),
  ]
}

export function barsFaults({ domains }: Framework, bars: Framework['bars']): Fault[] {
  const known = idsOf(domains)
  return bars.flatMap(({ core }, bar) =>
    core.domains.flatMap((id, index) => (known.has(id) ? [] : [noDomain(`/bars/${bar}/core/domains/${index}`, id)])),
  )
}

/** What stops domains, with their names and the order of everything, from being kept: no domain and no skill may be lost or made on the way. */
export function orderFaults({ domains }: Framework, order: readonly DomainWords[]): Fault[] {
  const ids = (ordered: readonly string[]) => ordered.toSorted().join(' ')
  const same = ids(domains.map(({ id }) => id)) === ids(order.map(({ id }) => id))
  const held = ids(domains.flatMap(({ skills }) => skills.map(({ id }) => id)))
  return [
    ...(same ? [] : [{ pointer: '/domains', detail: 'Give every domain of this draft once, and no other' }]),
    ...(held === ids(order.flatMap(({ skills }) => skills))
      ? []
      : [{ pointer: '/domains', detail: 'Give every skill of this draft once, and no other' }]),
    ...order.flatMap(({ name }, index) => (name === '' ? [{ pointer: `/domains/${index}/name`, detail: 'Give the domain a name' }] : [])),
  ]
}

/** A framework whose domains have these names and stand, with their skills, in this order. Call it with an order without faults. */
export function withOrder(framework: Framework, order: readonly DomainWords[]): Framework {
  const skills = new Map(framework.domains.flatMap((domain) => domain.skills).map((skill) => [skill.id, skill]))
  return {
    ...framework,
    domains: order.map(({ id, name, summary, skills: held }) => ({ id, name, summary, skills: held.flatMap((skill) => skills.get(skill) ?? []) })),
  }
}

/** What stops a source from being kept. Its number stands in lists and between brackets, so it is made of plain letters and digits. */
export const sourceFaults = (id: string, { title, address }: SourceWords): Fault[] => [
  ...(/^[A-Z]{1,3}\d{1,4}$/.test(id) ? [] : [{ pointer: '/id', detail: 'Use capital letters and a number, such as S58' }]),
  ...(title === '' ? [{ pointer: '/title', detail: 'Say what it is: who wrote it, what it is called, and when' }] : []),
  ...(address === null || /^https?:\/\/\S+$/.test(address)
    ? []
    : [{ pointer: '/address', detail: 'Give a web address that begins with https:// or http://, or leave it empty' }]),
]

/** A framework with one source as these words say: in its place, or last when it is new. */
export const withSource = (framework: Framework, id: string, words: SourceWords): Framework => ({
  ...framework,
  sources: framework.sources.some((one) => one.id === id)
    ? framework.sources.map((one) => (one.id === id ? { id, ...words } : one))
    : [...framework.sources, { id, ...words }],
})

export const withoutSource = (framework: Framework, id: string): Framework => ({
  ...framework,
  sources: framework.sources.filter((one) => one.id !== id),
})

/** The skills that name a source, or cite it in their reason: it stays as long as there are any. */
export const skillsCiting = ({ domains }: Framework, source: string): Skill[] =>
  domains
    .flatMap(({ skills }) => skills)
    .filter(({ sources, why }) => sources.includes(source) || new RegExp(String.raw`\[[^\]]*\b${source}\b[^\]]*\]`).test(why))

/** What stops the names and meanings of the levels from being kept: the four stay four. */
export const levelsFaults = (levels: Framework['levels']): Fault[] => [
  ...([1, 2, 3, 4].every((level, index) => levels[index]?.level === level) && levels.length === 4
    ? []
    : [{ pointer: '/levels', detail: 'Give the levels 1 to 4 in their order' }]),
  ...levels.flatMap(({ name, meaning }, index) => [
    ...(name === '' ? [{ pointer: `/levels/${index}/name`, detail: 'Give the level a name' }] : []),
    ...(meaning === '' ? [{ pointer: `/levels/${index}/meaning`, detail: 'Say what the level means' }] : []),
  ]),
]
