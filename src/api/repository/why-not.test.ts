import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RosterFilters } from '#domain/person.ts'
import { someFilters } from '#testing/any-filters.ts'
import { anybody, bodies, core, layMember } from '#testing/any-member.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aModule, aPath } from '#testing/module.ts'
import type { Reach } from '../policy.ts'
import { currentFramework } from './frameworks.ts'
import { keepRegister } from './organisations.ts'
import { findPerson } from './people.ts'
import { rosterQuestion } from './roster-question.ts'
import { wholeRoster } from './roster.ts'
import { recount } from './tally.ts'
import { whyNot } from './why-not.ts'

const everyone: Reach = { own: '', regions: new Set(), any: true }

describe.each(homes)('why somebody is not on the list, over $name', (home) => {
  let api: StartedApi
  const ids: string[] = []
  beforeAll(async () => {
    api = await startApi(home)
    api.deps.content = { ...api.deps.content, modules: core.map((id) => aModule(1, id)), paths: [aPath(core)] }
    const body = { kind: 'other', region: 'north-east', area: null, code: null } as const
    await keepRegister(
      api.db,
      bodies.map((id) => ({ ...body, id, name: id, otherNames: [], areas: [], successors: [] })),
    )
    for (const one of fc.sample(anybody, { numRuns: 70, seed: 59 })) ids.push(await layMember(api, one))
    await api.db.transaction().execute(recount)
  }, 240_000)
  afterAll(() => api.stop())

  const question = (filters: RosterFilters) => rosterQuestion(api.db, api.deps.content, filters, api.clock.now())
  async function listed(filters: RosterFilters): Promise<Set<string>> {
    const found = new Set<string>()
    for await (const rows of wholeRoster(api.db, await question(filters), everyone)) for (const { id } of rows) found.add(id)
    return found
  }
  async function reasons(id: string, filters: RosterFilters) {
    const person = await findPerson(api.db, id)
    if (!person) throw new Error('Nobody is erased here')
    return whyNot(api.db, await currentFramework(api.db, api.deps.content), person, await question(filters))
  }

  test('there is no reason exactly where somebody is on the list, and asking as a reason says lifts it', async () => {
    const seen = new Set<string>()
    let [on, off] = [0, 0]
    for (const [index, filters] of fc.sample(someFilters, { numRuns: 40, seed: 17 }).entries()) {
      const list = await listed(filters)
      const asked = ids.filter((_, place) => (place + index) % 5 === 0)
      for (const id of asked) {
        const found = await reasons(id, filters)
        expect(found.length === 0, `${id} and ${JSON.stringify(filters)}: ${JSON.stringify(found.map(({ rule }) => rule))}`).toBe(list.has(id))
        if (found.length === 0) on += 1
        else off += 1
        for (const reason of found) {
          seen.add(reason.filter)
          for (const fix of reason.fixes) {
            if (fix.kind !== 'ask') continue
            const changed = Object.entries({ ...filters, ...fix.filters }).filter(([, value]) => value !== null)
            const after = await reasons(id, Object.fromEntries(changed))
            expect(
              after.some(({ filter }) => filter === reason.filter),
              `${reason.rule} of ${JSON.stringify(filters)}`,
            ).toBe(false)
          }
        }
      }
    }
    // The draw is worth something only where it holds both, and every filter kept somebody off.
    expect(on).toBeGreaterThan(20)
    expect(off).toBeGreaterThan(100)
    expect(seen.size).toBeGreaterThan(12)
  }, 180_000)
})
