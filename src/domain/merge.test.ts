import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changedFields,
  mergeFaults,
  mergeFields,
  mergedValues,
  mergeObstacles,
  mergeQuestions,
  mustStay,
  type MergeFacts,
  type MergeValues,
  valuesBack,
} from './merge.ts'

const some = <T>(...values: T[]) => fc.constantFrom(...values)
const someOf = <T>(...values: T[]) => fc.subarray(values)

const values: fc.Arbitrary<MergeValues> = fc.record({
  name: some('Amara Okafor', 'A. Okafor'),
  email: some(null, 'a@example.org', 'b@example.org'),
  phone: some(null, '0191 498 0123', '0191 498 0124'),
  region: some(null, 'london', 'north-east'),
  roles: someOf('chair', 'author', 'adviser'),
  standing: some('active', 'enquirer', 'paused'),
  joinedOn: some('2026-01-01', '2026-02-01'),
  regions: someOf('south-east', 'south-west'),
  sector: some(null, 'legal', 'academic'),
  specialisms: someOf('neglect', 'Own words'),
  languages: someOf('Welsh', 'BSL'),
  offer: some(null, { daysAMonth: 4, mostReviews: 1, months: [] }, { daysAMonth: 6, mostReviews: null, months: [] }),
})

const facts = (id: string): fc.Arbitrary<MergeFacts> =>
  fc.record({
    id: fc.constant(id),
    values,
    account: some('signs-in', 'not-confirmed', 'suspended', 'none'),
    lastSignedInAt: fc.constant(null),
    holds: fc.subarray([
      { what: 'tags', rows: 2 },
      { what: 'modules', rows: 1 },
      { what: 'levels', rows: 3 },
    ]),
    mergedAlready: fc.boolean(),
    learns: fc.boolean(),
    askOpen: fc.boolean(),
  })

const [a, b] = ['01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e', '01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8f']
const pair = fc.tuple(facts(a), facts(b))
const says = (value: unknown) => value !== null && !(Array.isArray(value) && value.length === 0)

describe('two records of one person', () => {
  test('are refused for the same reasons whichever is looked at first', () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const codes = (found: ReturnType<typeof mergeObstacles>) => found.map(({ code }) => code)
        expect(codes(mergeObstacles(one, other, 'asker'))).toEqual(codes(mergeObstacles(other, one, 'asker')))
        expect(mustStay(one, other)).toBe(mustStay(other, one))
        expect(mergeQuestions(one, other)).toEqual(mergeQuestions(other, one))
      }),
    )
  })

  test('lose nothing without a choice: what one alone says is kept, and where both speak somebody has to choose', () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const questions = mergeQuestions(one, other)
        for (const [kept, away] of [
          [one, other],
          [other, one],
        ] as const) {
          const merged = mergedValues(kept, away, questions, {})
          for (const field of mergeFields) {
            if (says(kept.values[field]) || says(away.values[field])) expect(says(merged[field]) || field === 'email').toBe(true)
            const asked = questions.find((question) => question.field === field)
            if (!asked) expect(changedFields(kept.values, away.values)).not.toContain(field)
            if (asked?.is === 'differ') expect(says(kept.values[field]) && says(away.values[field])).toBe(true)
          }
        }
      }),
    )
  })

  test('say what was chosen, and all of it where both lists were', () => {
    fc.assert(
      fc.property(pair, some('both', a, b), ([kept, away], choice) => {
        const questions = mergeQuestions(kept, away)
        const choices = Object.fromEntries(
          questions.flatMap(({ field, is, both }) => (is === 'differ' ? [[field, choice === 'both' && !both ? a : choice]] : [])),
        )
        const sides = [kept, away]
        const keep = mustStay(kept, away) ?? kept.id
        expect(
          mergeFaults({ questions, stays: mustStay(kept, away), sides }, { keep, away: away.id, seen: '', choices, reason: 'They said so' }),
        ).toEqual([])
        const merged = mergedValues(kept, away, questions, choices)
        for (const { field, is } of questions.filter((one) => one.is === 'differ')) {
          expect(is).toBe('differ')
          const chosen = choices[field]
          if (chosen === 'both') expect(merged[field]).toEqual(expect.arrayContaining([...(kept.values[field] as []), ...(away.values[field] as [])]))
          else expect(merged[field]).toEqual((chosen === a ? kept : away).values[field])
        }
      }),
    )
  })

  test('are as before when it is undone, but for what was changed since, which is left and named', () => {
    fc.assert(
      fc.property(values, values, values, (before, set, now) => {
        const { values: back, left } = valuesBack(before, set, now)
        const changed = changedFields(before, set)
        for (const field of mergeFields) {
          const touched = changedFields(set, now).includes(field)
          if (changed.includes(field) && !touched) expect(back[field]).toEqual(before[field])
          else expect(back[field]).toEqual(now[field])
          expect(left.includes(field)).toBe(changed.includes(field) && touched)
        }
        expect(valuesBack(before, set, set)).toEqual({ values: expect.objectContaining({}), left: [] })
        expect(changedFields(valuesBack(before, set, set).values, before)).toEqual([])
      }),
    )
  })
})
