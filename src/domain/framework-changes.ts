import type { z } from 'zod'
import type { Framework } from './framework.ts'
import type * as schema from './framework-version.schema.ts'

export type FrameworkChange = z.infer<typeof schema.FrameworkChange>

/** A part of a framework that can be added, removed, reworded or moved on its own. `home` is where it stands: a domain, or the order of what it holds. */
interface Part extends Pick<FrameworkChange, 'of' | 'id' | 'name' | 'level'> {
  home: string | null
  words: Record<string, string>
}

/**
 * What a draft changes against the published version, in the draft's order, with what is removed at the end. A skill that changes its domain is moved,
 * not removed and added; one that is moved and reworded is both. Equal frameworks have no changes, whatever their numbers.
 */
export function frameworkChanges(published: Framework, draft: Framework): FrameworkChange[] {
  const [before, after] = [partsOf(published), partsOf(draft)]
  const changes = [...after].flatMap(([key, part]) => {
    const old = before.get(key)
    return old ? between(old, part) : [change('added', part, {}, part.words)]
  })
  const removed = [...before].flatMap(([key, part]) => (after.has(key) ? [] : [change('removed', part, part.words, {})]))
  return [...changes, ...removed, ...reordered(published, draft)]
}

/** What changes for some skills: themselves and their levels. */
export const changesFor = (changes: readonly FrameworkChange[], skills: ReadonlySet<string>): FrameworkChange[] =>
  changes.filter(({ of, id }) => (of === 'skill' || of === 'level') && skills.has(id))

function between(before: Part, after: Part): FrameworkChange[] {
  const moved = before.home === after.home ? [] : [change('moved', after, { domain: before.home ?? '' }, { domain: after.home ?? '' })]
  const reworded = change('reworded', after, before.words, after.words)
  return reworded.fields.length > 0 ? [...moved, reworded] : moved
}

function change(kind: FrameworkChange['kind'], { of, id, name, level }: Part, from: Part['words'], to: Part['words']): FrameworkChange {
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])]
  return {
    kind,
    of,
    id,
    name,
    level,
    fields: fields.map((field) => ({ field, from: from[field] ?? null, to: to[field] ?? null })).filter((one) => one.from !== one.to),
  }
}

/** Domains whose skills stand in another order, leaving aside those that came, went or moved. */
function reordered(published: Framework, draft: Framework): FrameworkChange[] {
  return draft.domains.flatMap(({ id, name, skills }) => {
    const old = published.domains.find((domain) => domain.id === id)?.skills.map((skill) => skill.id) ?? []
    const now = skills.map((skill) => skill.id)
    const [from, to] = [old.filter((one) => now.includes(one)).join(', '), now.filter((one) => old.includes(one)).join(', ')]
    return from === to ? [] : [change('moved', { of: 'domain', id, name, level: null, home: null, words: {} }, { order: from }, { order: to })]
  })
}

function partsOf(framework: Framework): Map<string, Part> {
  const { title, edition, summary } = framework
  const parts: Part[] = [
    { of: 'framework', id: framework.id, name: title, level: null, home: null, words: { title, edition, summary } },
    ...framework.levels.map(({ level, name, meaning, evidence }) => ({
      of: 'scale' as const,
      id: String(level),
      name,
      level,
      home: null,
      words: { name, meaning, evidence },
    })),
    ...framework.bars.map(({ role, name, why, core, elsewhere }) => ({
      of: 'bar' as const,
      id: role,
      name,
      level: null,
      home: null,
      words: { name, why, 'core domains': core.domains.join(', '), 'core level': String(core.level), 'level elsewhere': String(elsewhere) },
    })),
    ...framework.domains.flatMap((domain) => [
      { of: 'domain' as const, id: domain.id, name: domain.name, level: null, home: null, words: { name: domain.name, summary: domain.summary } },
      ...domain.skills.flatMap((skill) => skillParts(domain.id, skill)),
    ]),
    ...framework.sources.map(({ id, title: name, address }) => ({
      of: 'source' as const,
      id,
      name,
      level: null,
      home: null,
      words: { title: name, address: address ?? '' },
    })),
  ]
  return new Map(parts.map((part) => [`${part.of} ${part.id} ${part.of === 'level' ? part.level : ''}`, part]))
}

function skillParts(domain: string, skill: Framework['domains'][number]['skills'][number]): Part[] {
  const { id, name, summary, why } = skill
  const roles = skill.roles.map((role) => `${role.role}, ${role.weight}: ${role.why}`).join('\n')
  return [
    { of: 'skill', id, name, level: null, home: domain, words: { name, summary, why, sources: skill.sources.join(', '), roles } },
    // The levels go where their skill goes.
    ...skill.levels.map(({ level, indicator, evidence }) => ({ of: 'level' as const, id, name, level, home: null, words: { indicator, evidence } })),
  ]
}
