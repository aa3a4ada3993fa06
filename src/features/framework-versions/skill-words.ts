import type { SkillWords } from '#domain/framework-version.ts'
import type { PoolRole } from '#domain/person.ts'
import { typed } from '#lib/typed.ts'

export const poolRoles: readonly PoolRole[] = ['chair', 'author', 'adviser']
export const levels = [1, 2, 3, 4] as const

/** What a form holds, as the API takes it. A role without a choice is one that does not need the skill. */
export const asWords = (values: FormData): SkillWords => ({
  domain: typed(values, 'domain'),
  name: typed(values, 'name'),
  summary: typed(values, 'summary'),
  why: typed(values, 'why'),
  sources: typed(values, 'sources')
    .split(/[\s,]+/)
    .filter(Boolean),
  roles: poolRoles.flatMap((role) => {
    const weight = typed(values, `weight-${role}`)
    return weight === 'core' || weight === 'useful' ? [{ role, weight, why: typed(values, `why-${role}`) }] : []
  }),
  levels: levels.map((level) => ({ level, indicator: typed(values, `indicator-${level}`), evidence: typed(values, `evidence-${level}`) })),
})

/** The field of the form that a pointer into the words leads to. */
export function fieldFor(pointer: string, sent: SkillWords | null): string {
  const [, part = '', index = '', inner = ''] = pointer.split('/')
  if (part === 'levels' && index) return `/${inner}-${Number(index) + 1}`
  if (part === 'roles' && index) return `/${inner}-${sent?.roles[Number(index)]?.role ?? ''}`
  return part === '' ? '' : `/${part}`
}

/** The words as text, part by part, for comparing two of them. */
export function partsOf(words: SkillWords): Record<string, string> {
  const { levels: held, roles, sources, ...rest } = words
  return {
    ...rest,
    sources: sources.join(', '),
    ...Object.fromEntries(
      poolRoles.map((role) => [`why-${role}`, roles.flatMap((one) => (one.role === role ? [`${one.weight}: ${one.why}`] : [])).join('')]),
    ),
    ...Object.fromEntries(
      levels.flatMap((level) => {
        const found = held.find((one) => one.level === level)
        return [
          [`indicator-${level}`, found?.indicator ?? ''],
          [`evidence-${level}`, found?.evidence ?? ''],
        ]
      }),
    ),
  }
}
