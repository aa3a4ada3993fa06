import fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '#api/migrations/migrate.ts'
import type { Organisation } from '#domain/organisation.ts'
import { tieStateOf } from '#domain/ties.ts'
import { homes } from '#testing/databases.ts'
import type { Db } from './database.ts'
import { keepRegister } from './organisations.ts'
import { personHasNoTie, personHasTie, personTieNotKnown, tieQuestion, tieVerdicts } from './ties.ts'

const body = (id: string, changed: Partial<Organisation> = {}): Organisation => ({
  id,
  name: id,
  otherNames: [],
  kind: 'other',
  region: 'north-west',
  area: null,
  code: null,
  areas: [],
  successors: [],
  ...changed,
})
const after = (...ids: string[]) => ids.map((id) => ({ id, from: '2023-04-01' }))
const register = [
  body('county', { kind: 'local-authority', successors: after('north', 'south') }),
  body('north', { area: 'North' }),
  body('south', { area: 'South' }),
  body('older-trust', { successors: after('old-trust') }),
  body('old-trust', { successors: after('trust'), areas: ['north'] }),
  body('trust'),
  body('force', { areas: ['north', 'south'] }),
  body('elsewhere', { region: 'london' }),
]
const ids = register.map(({ id }) => id)

const day = fc.integer({ min: 2012, max: 2027 }).map((year) => `${year}-06-15`)
const someone = fc.record({
  declared: fc.boolean(),
  affiliations: fc.array(
    fc.record({
      organisation: fc.option(fc.constantFrom(...ids), { nil: null, freq: 5 }),
      from: day,
      to: fc.option(day, { nil: null }),
    }),
    { maxLength: 4 },
  ),
})
const question = fc.record({
  asked: fc.subarray([...ids, 'area:north', 'area:county', 'region:london'], { minLength: 1, maxLength: 4 }),
  on: fc.constantFrom('2020-01-01', '2026-11-30'),
})

describe.each(homes)('ties over $name', (home) => {
  let db: Db
  const people: string[] = []
  beforeAll(async () => {
    db = await home.open()
    await migrate(db)
    await keepRegister(db, register)
    const at = '2026-03-03T09:00:00.000Z'
    const drawn = fc.sample(someone, { numRuns: 250, seed: 5 })
    for (const [number, { declared, affiliations }] of drawn.entries()) {
      const id = newId()
      people.push(id)
      await db
        .insertInto('person')
        .values({
          id,
          name: `Person ${number}`,
          name_key: `person ${number}`,
          standing: 'active',
          training: 'completed',
          roles: '',
          joined_on: '2026-01-01',
          created_at: at,
        })
        .execute()
      if (declared) await db.insertInto('affiliation_declaration').values({ person_id: id, declared_at: at }).execute()
      for (const { organisation, from, to } of affiliations)
        await db
          .insertInto('affiliation')
          .values({
            id: newId(),
            person_id: id,
            organisation_id: organisation,
            free_name: organisation ? null : 'A body',
            kind: 'employer',
            from_day: from,
            to_day: to,
            declared_at: at,
          })
          .execute()
    }
  })
  afterAll(() => db.destroy())

  test('SQL finds the same people with a tie, with none on record, and not known, as the rule does one by one', async () => {
    for (const { asked, on } of fc.sample(question, { numRuns: 40, seed: 7 })) {
      const sought = await tieQuestion(db, asked, on)
      const verdicts = await tieVerdicts(db, people, sought)
      const byRule = (state: string) => people.filter((id) => tieStateOf(verdicts.get(id) ?? []) === state).toSorted()
      for (const [state, holds] of [
        ['tie', personHasTie],
        ['none', personHasNoTie],
        ['not-known', personTieNotKnown],
      ] as const) {
        const rows = await db
          .selectFrom('person')
          .select('id')
          .where((eb) => holds(eb, sought))
          .orderBy('id')
          .execute()
        expect([state, asked, rows.map(({ id }) => id)]).toEqual([state, asked, byRule(state)])
      }
    }
  })
})
