import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isMember } from '#domain/membership.ts'
import type { RosterFacet, RosterFilter, RosterFilters, Standing } from '#domain/person.ts'
import { someFilters } from '#testing/any-filters.ts'
import { anybody, bodies, core, layMember } from '#testing/any-member.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aModule, aPath } from '#testing/module.ts'
import type { Reach } from '../policy.ts'
import { keepRegister } from './organisations.ts'
import { countFacets } from './roster-facets.ts'
import { rosterQuestion } from './roster-question.ts'
import { readRoster } from './roster.ts'
import { recount } from './tally.ts'

const everyone: Reach = { own: '', regions: new Set(), any: true }
const reaches: readonly Reach[] = [everyone, { own: '', regions: new Set(['london']), any: false }]

/** The filter that each facet stands for, and the filters with a value of it chosen, as the page chooses it. */
const choose: Record<RosterFacet, (filters: RosterFilters, value: never) => RosterFilters> = {
  who: ({ who: _who, ...filters }, value) => (value === 'members' ? { ...filters, who: value } : filters),
  standing: ({ who, ...filters }, value: Standing) => ({ ...filters, ...(who && isMember(value) ? { who } : {}), standing: value }),
  role: (filters, role) => ({ ...filters, role }),
  region: (filters, region) => ({ ...filters, region }),
  training: (filters, training) => ({ ...filters, training }),
  level: (filters, level) => ({ ...filters, level }),
  tied: (filters, tied) => ({ ...filters, tied }),
  readiness: (filters, readiness) => ({ ...filters, readiness }),
  free: (filters, free) => ({ ...filters, free }),
  left: (filters, left) => ({ ...filters, left }),
  load: (filters, load) => ({ ...filters, load }),
  due: (filters, due) => ({ ...filters, due }),
}

const keysOf: Partial<Record<RosterFilter, readonly (keyof RosterFilters)[]>> = {
  skill: ['skill', 'level'],
  ready: ['readiness'],
  free: ['free'],
  ties: ['tied'],
}

/** The filters without one: of days and organisations, the question stays, and everybody is an answer. */
function without(filters: RosterFilters, filter: RosterFilter): RosterFilters {
  const kept = { ...filters }
  for (const key of keysOf[filter] ?? [filter]) delete kept[key]
  const any = { ready: { readiness: 'any' }, free: { free: 'any' }, ties: { tied: 'any' } } as const
  return { ...kept, ...(filter in any ? any[filter as keyof typeof any] : {}) }
}

describe.each(homes)('counts of the roster over $name', (home) => {
  let api: StartedApi
  beforeAll(async () => {
    api = await startApi(home)
    api.deps.content = { ...api.deps.content, modules: core.map((id) => aModule(1, id)), paths: [aPath(core)] }
    const body = { otherNames: [], kind: 'other', region: 'north-east', area: null, code: null, areas: [], successors: [] } as const
    await keepRegister(
      api.db,
      bodies.map((id) => ({ ...body, id, name: id, otherNames: [], areas: [], successors: [] })),
    )
    for (const one of fc.sample(anybody, { numRuns: 120, seed: 41 })) await layMember(api, one)
    await api.db.transaction().execute(recount)
  }, 240_000)
  afterAll(() => api.stop())

  const question = (filters: RosterFilters) => rosterQuestion(api.db, api.deps.content, filters, api.clock.now())
  const totalOf = async (filters: RosterFilters, reach: Reach) => (await readRoster(api.db, await question(filters), reach)).total

  test('each count is how many the list has when that value is chosen, or that filter dropped, whatever else is set', async () => {
    const seen = new Map<string, number>()
    for (const [index, filters] of fc.sample(someFilters, { numRuns: 40, seed: 11 }).entries()) {
      const reach = reaches[index % 4 === 3 ? 1 : 0] ?? everyone
      const of = index % 2 === 0 ? 'work' : null
      const counts = await countFacets(api.db, await question(filters), reach, of)
      expect(counts.total, JSON.stringify(filters)).toBe(await totalOf(filters, reach))
      for (const { facet, values } of counts.facets) {
        for (const { value, people } of values) {
          if (facet === 'level' && value === '0') continue
          const chosen = choose[facet](filters, value as never)
          expect(people, `${facet} ${value} beside ${JSON.stringify(filters)}`).toBe(await totalOf(chosen, reach))
          seen.set(facet, (seen.get(facet) ?? 0) + 1)
        }
      }
      for (const { filter, people } of counts.without)
        expect(people, `without ${filter} of ${JSON.stringify(filters)}`).toBe(await totalOf(without(filters, filter), reach))
    }
    // The draw is worth something only where every facet was counted.
    expect([...seen.keys()].toSorted()).toEqual(Object.keys(choose).toSorted())
  }, 180_000)

  test('nobody is counted twice: the values of region and of training add up to the total where neither is set', async () => {
    for (const filters of [
      {},
      { role: 'chair' as const },
      { ties: 'north-force' },
      { ready: '2027-01-10', readiness: 'any' as const },
      { freeFrom: '2027-01-10', freeTo: '2027-03-31', free: 'any' as const },
    ]) {
      const { total, facets } = await countFacets(api.db, await question(filters), everyone, null)
      const sum = (facet: RosterFacet) => facets.find((one) => one.facet === facet)?.values.reduce((all, { people }) => all + people, 0)
      expect(sum('training')).toBe(total)
      expect(sum('standing')).toBe(total)
    }
  })
})
