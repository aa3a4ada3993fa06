import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Question } from './module.ts'
import { type Answered, discriminationOf, facilityOf, statisticsOf } from './question-statistics.ts'

/** One person's answer, and how many of the check's other items they had right. */
interface Answer {
  chosen: string | null
  rest: number
}

const key = 'b'
const items = 10
const question: Question = {
  id: 'q1',
  version: 1,
  outcome: 'o1',
  lesson: 'first',
  stem: 'Which of these?',
  options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Answer ${id}`, correct: id === key, feedback: '', sources: ['S01'] })),
}

/** The sums that the database gives. */
function sums(answers: readonly Answer[], of = items): Answered[] {
  return [...Map.groupBy(answers, ({ chosen }) => chosen)].map(([chosen, group]) => {
    const rights = group.map(({ rest }) => rest + (chosen === key ? 1 : 0))
    return { chosen, items: of, answers: group.length, right: total(rights), rightSquared: total(rights.map((right) => right ** 2)) }
  })
}
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const repeat = (many: number, answer: Answer): Answer[] => Array.from({ length: many }, () => answer)

/** Pearson's correlation as a textbook writes it, one person after another. */
function pearson(xs: readonly number[], ys: readonly number[]): number {
  const [meanX, meanY] = [total(xs) / xs.length, total(ys) / ys.length]
  const over = total(xs.map((x, at) => (x - meanX) * ((ys[at] ?? 0) - meanY)))
  return over / Math.sqrt(total(xs.map((x) => (x - meanX) ** 2)) * total(ys.map((y) => (y - meanY) ** 2)))
}

const answer = fc.record({ chosen: fc.constantFrom('a', 'b', 'c', 'd', null), rest: fc.nat({ max: items - 1 }) })
const answers = fc.array(answer, { minLength: 1, maxLength: 60 })

describe('discrimination', () => {
  test('is Pearson’s correlation between a right answer and the rest of the check', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const r = discriminationOf(sums(given), key)
        const expected = pearson(
          given.map(({ chosen }) => Number(chosen === key)),
          given.map(({ rest }) => rest / (items - 1)),
        )
        if (r === null) expect(Number.isNaN(expected) || Math.abs(expected) < 1e-6).toBe(true)
        else expect(r).toBeCloseTo(expected, 6)
      }),
    )
  })

  test('lies between -1 and 1, and does not depend on the order or the length of the check', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const r = discriminationOf(sums(given), key)
        if (r === null) return
        expect(Math.abs(r)).toBeLessThanOrEqual(1)
        expect(discriminationOf(sums(given.toReversed()), key)).toBeCloseTo(r, 9)
        expect(discriminationOf(sums(given, 2 * items - 1), key)).toBeCloseTo(r, 6)
      }),
    )
  })

  test('turns its sign when those who were right are those who were wrong', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const turned = given.map(({ chosen, rest }) => ({ chosen: chosen === key ? 'a' : key, rest }))
        const [r, other] = [discriminationOf(sums(given), key), discriminationOf(sums(turned), key)]
        if (r === null) expect(other).toBeNull()
        else expect(other).toBeCloseTo(-r, 6)
      }),
    )
  })

  test('by hand: rests of 3, 2 (right), 1, 0 (wrong) of three items give 2 / 1.118 x 0.5 = 0.894', () => {
    const given = [3, 2].map((rest) => ({ chosen: key, rest })).concat([1, 0].map((rest) => ({ chosen: 'a', rest })))
    expect(discriminationOf(sums(given, 4), key)).toBeCloseTo(0.894, 3)
  })

  test('is not told where everybody answered alike, or the rests are all the same', () => {
    expect(discriminationOf(sums([1, 5, 9].map((rest) => ({ chosen: key, rest }))), key)).toBeNull()
    expect(discriminationOf(sums(['a', 'b', 'c'].map((chosen) => ({ chosen, rest: 6 }))), key)).toBeNull()
    expect(discriminationOf([], key)).toBeNull()
  })
})

test('facility is the share of right answers, one left blank being wrong', () => {
  expect(
    facilityOf(sums([...repeat(6, { chosen: key, rest: 5 }), ...repeat(1, { chosen: 'a', rest: 5 }), ...repeat(1, { chosen: null, rest: 0 })]), key),
  ).toBe(0.75)
  expect(facilityOf([], key)).toBeNull()
})

describe('what is shown of a question', () => {
  test('lets nobody find out an answer of one to four people, however figures are taken from each other', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const shown = statisticsOf(question, sums(given))
        const figures = [...shown.options.map(({ chosen }) => chosen), shown.blank]
        for (const figure of figures) expect(figure === null || figure === 0 || figure >= 5).toBe(true)
        if (shown.answers === null) {
          expect([shown.facility, shown.discrimination, ...figures].every((figure) => figure === null)).toBe(true)
          return
        }
        // What is withheld is together nobody, or five and more.
        const rest = shown.answers - total(figures.map((figure) => figure ?? 0))
        expect(rest === 0 || rest >= 5).toBe(true)
        // A bound leaves at least four numbers open.
        if (shown.facility && shown.facility.from !== shown.facility.to)
          expect(Math.round((shown.facility.to - shown.facility.from) * shown.answers)).toBe(3)
      }),
    )
  })

  test('is the whole of it where every answer was given by nobody or by five and more', () => {
    const given = [...repeat(20, { chosen: 'b', rest: 8 }), ...repeat(10, { chosen: 'a', rest: 4 }), ...repeat(6, { chosen: 'd', rest: 5 })]
    expect(statisticsOf(question, sums(given))).toMatchObject({
      answers: 36,
      facility: { from: 20 / 36, to: 20 / 36 },
      options: [{ chosen: 10 }, { chosen: 20 }, { chosen: 0 }, { chosen: 6 }],
      blank: 0,
      faults: ['unused-option'],
    })
  })

  test('is only within which bounds the facility lies where few are wrong', () => {
    const shown = statisticsOf(question, sums([...repeat(48, { chosen: 'b', rest: 8 }), ...repeat(2, { chosen: 'a', rest: 4 })]))
    expect(shown).toMatchObject({ answers: 50, facility: { from: 0.92, to: 0.98 }, discrimination: null, faults: [] })
    expect(shown.options.every(({ chosen }) => chosen === null)).toBe(true)
  })
})

describe('a question to look at', () => {
  /** So many right answers by people who do well, and wrong ones spread over the others, by people who do worse. */
  const spread = (right: number, [a, c, d]: [number, number, number], [well, worse] = [8, 4]): Answer[] => [
    ...Array.from({ length: right }, (_, at) => ({ chosen: 'b', rest: well - (at % 2) })),
    ...repeat(a, { chosen: 'a', rest: worse }),
    ...repeat(c, { chosen: 'c', rest: worse + 1 }),
    ...repeat(d, { chosen: 'd', rest: worse }),
  ]
  const faults = (given: Answer[]) => statisticsOf(question, sums(given)).faults

  test.each([
    ['does well', spread(40, [8, 7, 6]), []],
    ['is too hard', spread(10, [20, 15, 9]), ['too-hard']],
    ['is too easy', spread(100, [1, 1, 1]), ['too-easy']],
    ['is right for everybody', spread(40, [0, 0, 0]), ['too-easy']],
    ['is right for those who do worse', spread(30, [8, 8, 8], [4, 7]), ['misleads']],
    ['tells those who do well from others hardly', spread(30, [8, 8, 8], [6, 5]), ['tells-little']],
    ['has an answer that nobody chooses', spread(30, [12, 9, 0]), ['unused-option']],
  ] as const)('%s', (_what, given, expected) => expect(faults([...given])).toEqual(expected))

  test('is none before there are thirty answers, however they look', () => {
    expect(faults(spread(5, [10, 14, 0]))).toEqual([])
    expect(faults(spread(5, [11, 14, 0]))).toEqual(['too-hard', 'unused-option'])
  })
})
