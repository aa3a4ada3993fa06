import type { z } from 'zod'
import { Framework } from './framework.schema.ts'
import type { Framework as FrameworkType } from './framework.ts'

export type Path = readonly (string | number)[]

/** One thing wrong with a framework: where (a path into it) and what to do. */
export interface Inconsistency {
  path: Path
  detail: string
}

/** Ids that stand in lists and in addresses. */
const plainId = /^[A-Za-z0-9][A-Za-z0-9_-]*$/

/**
 * What stops a document from being a framework that can be read, compared and exchanged without loss: its shape, ids that are used twice, and
 * references to what is not there. An empty list means none. A framework may pass here and still be too thin to publish (a level or a source missing).
 */
export function inconsistenciesIn(document: unknown): Inconsistency[] {
  const parsed = Framework.safeParse(document)
  if (!parsed.success) return parsed.error.issues.map((issue) => ({ path: issue.path.map(step), detail: inWords(issue) }))
  return [...twice(parsed.data), ...dangling(parsed.data), ...unusable(parsed.data)]
}

/** An issue of a schema in words that say what to put there. */
export function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'This is missing'
  if (issue.code === 'invalid_type') return `Give this as ${kinds[issue.expected] ?? `a ${issue.expected}`}`
  if (issue.code === 'invalid_value') return `Use ${issue.values.length === 1 ? '' : 'one of: '}${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_format' && issue.format === 'regex') return 'This is not in the form that is asked for'
  if (issue.code === 'unrecognized_keys') return `This is not known here: ${issue.keys.join(', ')}`
  return issue.message
}

const kinds: Record<string, string> = { int: 'a whole number', array: 'a list', object: 'an object', string: 'text' }
const step = (key: PropertyKey): string | number => (typeof key === 'number' ? key : String(key))

function twice({ levels, bars, domains, sources }: FrameworkType): Inconsistency[] {
  const skills = domains.flatMap(({ skills: held }, domain) => held.map((skill, index) => ({ skill, path: ['domains', domain, 'skills', index] })))
  return [
    ...repeated(levels.map(({ level }, index) => [level, ['levels', index, 'level']])),
    ...repeated(bars.map(({ role }, index) => [role, ['bars', index, 'role']])),
    ...repeated(domains.map(({ id }, index) => [id, ['domains', index, 'id']])),
    ...repeated(sources.map(({ id }, index) => [id, ['sources', index, 'id']])),
    ...repeated(skills.map(({ skill, path }) => [skill.id, [...path, 'id']])),
    ...skills.flatMap(({ skill, path }) => [
      ...repeated(skill.levels.map(({ level }, index) => [level, [...path, 'levels', index, 'level']])),
      ...repeated(skill.roles.map(({ role }, index) => [role, [...path, 'roles', index, 'role']])),
    ]),
  ]
}

function repeated(given: readonly (readonly [string | number, Path])[]): Inconsistency[] {
  const seen = new Set<string | number>()
  return given.flatMap(([value, path]) => {
    if (seen.has(value)) return [{ path, detail: `${value} is here twice` }]
    seen.add(value)
    return []
  })
}

function dangling({ levels, bars, domains, sources }: FrameworkType): Inconsistency[] {
  const known = {
    level: new Set(levels.map(({ level }) => level)),
    role: new Set<string>(bars.map(({ role }) => role)),
    domain: new Set(domains.map(({ id }) => id)),
    source: new Set(sources.map(({ id }) => id)),
  }
  const skills = domains.flatMap(({ skills: held }, domain) => held.map((skill, index) => ({ skill, path: ['domains', domain, 'skills', index] })))
  return [
    ...bars.flatMap(({ core }, bar) =>
      core.domains.flatMap((id, index) => missing(known.domain, id, ['bars', bar, 'core', 'domains', index], `There is no domain ${id}`)),
    ),
    ...skills.flatMap(({ skill, path }) => [
      ...skill.sources.flatMap((id, index) => missing(known.source, id, [...path, 'sources', index], `There is no source ${id}`)),
      ...skill.roles.flatMap(({ role }, index) =>
        missing(known.role, role, [...path, 'roles', index, 'role'], `Nothing says which level the role ${role} needs: give it a bar`),
      ),
      ...skill.levels.flatMap(({ level }, index) =>
        missing(known.level, level, [...path, 'levels', index, 'level'], `Nothing says what level ${level} means`),
      ),
    ]),
  ]
}

const missing = <T>(known: ReadonlySet<T>, value: T, path: Path, detail: string): Inconsistency[] => (known.has(value) ? [] : [{ path, detail }])

/** Ids that would not survive in a list or an address, and addresses that a page must not link to, such as `javascript:`. */
function unusable({ domains, sources }: FrameworkType): Inconsistency[] {
  const ids = [
    ...domains.map(({ id }, index) => ({ id, path: ['domains', index, 'id'] })),
    ...sources.map(({ id }, index) => ({ id, path: ['sources', index, 'id'] })),
  ]
  return [
    ...ids.flatMap(({ id, path }) => (plainId.test(id) ? [] : [{ path, detail: 'Use letters, digits, hyphens and underscores only' }])),
    ...sources.flatMap(({ address }, index) =>
      address === null || /^https?:\/\/\S+$/.test(address)
        ? []
        : [{ path: ['sources', index, 'address'], detail: 'Give a web address that begins with https:// or http://, or none' }],
    ),
  ]
}
