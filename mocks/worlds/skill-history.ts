import { type Framework, needsOfAll, type Need } from '#domain/framework.ts'
import type { PoolRole, Standing } from '#domain/person.ts'
import { type Chance, startChance } from './chance.ts'
import type { Draft } from './draft.ts'

/** A level that somebody was verified at; `before` is what was found the first time, where they were verified twice. */
export interface Held {
  skill: string
  level: number
  before: number | null
}

export interface Holder {
  standing: Standing
  region: string | null
  roles: readonly PoolRole[]
}

/** How far people of a standing have come: how many in a hundred are at every level asked, and how many skills the others are short in. */
const reached: Partial<Record<Standing, { complete: number; short: readonly [number, number] }>> = {
  active: { complete: 45, short: [1, 7] },
  'refresher-due': { complete: 35, short: [1, 7] },
  paused: { complete: 35, short: [1, 8] },
  suspended: { complete: 35, short: [1, 8] },
  expired: { complete: 20, short: [3, 10] },
  retired: { complete: 50, short: [1, 4] },
  supervised: { complete: 0, short: [5, 11] },
}

/** The skills that people find hardest, wherever they live. */
const hard = new Set(['1.4', '2.4', '4.2', '5.4', '6.5', '7.2'])

/** The domain in which chairs of the North East are short: the world's thin spot. */
const thin = { region: 'north-east', role: 'chair', domain: 'd3' } as const

/** What assessors found about somebody. Those still in training have a few first levels; those who only enquire or apply have none. */
export function drawSkills(chance: Chance, framework: Framework, { standing, region, roles }: Holder): Held[] {
  const needs = needsOfAll(framework, roles)
  if (standing === 'in-training') return firstLevels(chance, needs)
  const far = reached[standing]
  if (!far || needs.length === 0) return []
  const order = chance.shuffle(needs)
  const many = chance.happens(far.complete) ? 0 : chance.whole(...far.short)
  const isWeak = ({ skill, weight }: Need) => chance.happens(hard.has(skill.id) ? 75 : weight === 'useful' ? 35 : 5)
  const short = new Set([...order.filter(isWeak), ...order].slice(0, many))
  if (region === thin.region && roles.includes(thin.role))
    for (const need of order.filter(({ domain }) => domain.id === thin.domain).slice(0, 4)) short.add(need)
  return needs.flatMap((need): Held[] => {
    const level = short.has(need) ? need.level - chance.pick([1, 1, 1, 2]) : Math.min(4, need.level + Number(chance.happens(14)))
    if (level < 1) return []
    return [{ skill: need.skill.id, level, before: level > 1 && chance.happens(12) ? level - 1 : null }]
  })
}

const firstLevels = (chance: Chance, needs: readonly Need[]): Held[] =>
  chance
    .shuffle(needs)
    .slice(0, chance.whole(0, Math.min(9, needs.length)))
    .map(({ skill }) => ({ skill: skill.id, level: chance.pick([1, 1, 2]), before: null }))

/**
 * Writes what assessors found about everyone on the roster. It draws from a stream of its own, so that names, places and all else in the world stay as they
 * were, whatever the framework says.
 */
export function laySkills(draft: Draft, seed: number, framework: Framework): void {
  const chance = startChance(seed + 3)
  // A world lays plain values, never expressions.
  const since = new Map(draft.rows.person_standing.map((row) => [row.person_id, row.at as string]))
  for (const person of draft.rows.person) {
    if (!person.standing) continue
    const { id, standing, region, roles } = person as { id: string; standing: Standing; region: string | null; roles: string }
    const holder = { standing, region, roles: roles.split(',').filter(Boolean) as PoolRole[] }
    // Found between their last step and now, a few skills a day, as a panel of assessors would.
    const from = new Date(since.get(id) ?? draft.now).getTime()
    const moment = () => new Date(from + ((draft.now.getTime() - from) * chance.whole(5, 95)) / 100)
    const [early, late] = [moment(), moment()].toSorted((a, b) => a.getTime() - b.getTime())
    for (const { skill, level, before } of drawSkills(chance, framework, holder)) {
      const found = [...(before === null ? [] : [{ level: before, at: early ?? draft.now }]), { level, at: late ?? draft.now }]
      for (const one of found)
        draft.rows.verified_level.push({
          id: chance.newId(one.at),
          person_id: id,
          framework_version: framework.version,
          skill,
          level: one.level,
          at: one.at.toISOString(),
        })
      draft.rows.person_skill.push({ person_id: id, skill, level })
    }
  }
}
