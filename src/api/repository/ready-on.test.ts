import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readinessOf } from '#domain/readiness.ts'
import { aMember, core, layMember } from '#testing/any-member.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aModule, aPath } from '#testing/module.ts'
import { keepBars } from './bars.ts'
import { currentFramework } from './frameworks.ts'
import { findPerson } from './people.ts'
import { readinessFacts, readinessRules } from './readiness.ts'
import { countReady, readyOn } from './ready-on.ts'

const today = '2026-11-23'
/** Today, soon, and far enough ahead that everything has run out. */
const days = [today, '2027-02-28', '2027-11-30', '2029-02-28', '2033-01-01']

describe.each(homes)('who is ready, in SQL over $name', (home) => {
  let api: StartedApi
  const people: string[] = []
  beforeAll(async () => {
    api = await startApi(home)
    api.deps.content = { ...api.deps.content, modules: core.map((id) => aModule(1, id)), paths: [aPath(core)] }
    for (const one of fc.sample(aMember, { numRuns: 60, seed: 23 })) people.push(await layMember(api, one))
  })
  afterAll(() => api.stop())

  test.each([false, true])('is whom the rule finds ready, today and on days to come, where skills count: %s', async (skillsCount) => {
    const framework = await currentFramework(api.db, api.deps.content)
    await keepBars(api.db, framework)
    const { checks } = await readinessRules(api.db, api.deps.content, [])
    const known = await Promise.all(
      people.map(async (id) => {
        const person = (await findPerson(api.db, id))! // laid above
        const rules = { ...(await readinessRules(api.db, api.deps.content, person.roles)), skillsCount }
        return { id, rules, facts: await readinessFacts(api.db, person) }
      }),
    )
    const found = { ready: 0, not: 0 }
    for (const on of days) {
      for (const role of ['chair', 'author', 'adviser'] as const) {
        const isReady = ({ facts, rules }: (typeof known)[number]) =>
          readinessOf(facts, on, rules).some((one) => one.role === role && one.reasons.length === 0)
        const rule = known.filter(isReady).map(({ id }) => id)
        const rows = await api.db
          .selectFrom('person')
          .innerJoin('person_role', 'person_role.person_id', 'person.id')
          .where('person_role.role', '=', role)
          .where(readyOn(sql.val(role), on, { checks, skillsCount }))
          .select('person.id')
          .execute()
        expect(rows.map(({ id }) => id).toSorted(), `${role} on ${on}`).toEqual(rule.toSorted())
        const counted = await countReady(api.db, on, { checks, skillsCount })
        expect(counted.filter((one) => one.role === role).reduce((sum, one) => sum + one.people, 0)).toBe(rule.length)
        found.ready += rule.length
        found.not += people.length - rule.length
      }
    }
    // The draw is worth something only where it holds both.
    expect(found.ready).toBeGreaterThan(skillsCount ? 3 : 8)
    expect(found.not).toBeGreaterThan(100)
  })
})
