import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFew, type Line, nothingWithheld, withhold, type Withheld, withholdSteps } from './suppression.ts'

/** A group in each of some regions, and how many of them are verified. */
const line = (columns: number, most: number) =>
  fc
    .array(fc.nat({ max: most }), { minLength: columns, maxLength: columns })
    .chain((people) => fc.tuple(...people.map((all) => fc.nat({ max: all }))).map((counted) => ({ people, counted })))
const tableOf = (columns: number, most: number) => fc.integer({ min: 1, max: columns }).chain((many) => fc.tuple(line(many, most), line(many, most)))
const table = tableOf(5, 20)

const countOf = (lines: readonly { people: number[] }[]): Line[] => lines.map(({ people }) => ({ counted: people, people: people.map(() => null) }))
const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0)

/** What of each line is withheld when the people are counted too: first the people, then those who are verified. */
function hide(lines: readonly { people: number[]; counted: number[] }[]) {
  const people = withhold(countOf(lines))
  return { people, counted: withhold(lines, people) }
}

/** Every way to share a total out over some columns, each between nobody and its most. */
function* shares(total: number | null, most: readonly number[]): Generator<number[]> {
  const [first, ...rest] = most
  if (first === undefined) {
    if (total === null || total === 0) yield []
    return
  }
  for (let here = 0; here <= (total === null ? first : Math.min(first, total)); here++)
    for (const others of shares(total === null ? null : total - here, rest)) yield [here, ...others]
}

/**
 * Everything that a line may be for somebody who sees what is not withheld of it and knows how much is withheld together: the people of each column, and
 * how many of them are verified. Where no total is shown, a withheld column is taken to hold seven people at most.
 */
function* guesses({ people, counted }: { people: number[]; counted: number[] }, withheld: { people: Withheld; counted: Withheld }) {
  const at = (set: ReadonlySet<number>) => [...people.keys()].filter((column) => set.has(column))
  const [unknown, hidden] = [at(withheld.people.columns), at(withheld.counted.columns)]
  const most = withheld.people.total ? 7 : sum(unknown.map((column) => people[column]!))
  const totalOf = (all: number[], columns: number[], total: boolean) => (total ? null : sum(columns.map((column) => all[column]!)))
  const fill = (all: number[], columns: number[], given: number[]) => all.map((figure, column) => given[columns.indexOf(column)] ?? figure)
  for (const some of shares(
    totalOf(people, unknown, withheld.people.total),
    unknown.map(() => most),
  )) {
    const guessed = fill(people, unknown, some)
    for (const verified of shares(
      totalOf(counted, hidden, withheld.counted.total),
      hidden.map((column) => guessed[column]!),
    ))
      yield { people: guessed, counted: fill(counted, hidden, verified) }
  }
}

describe('a table with two lines, such as those who are active and the others', () => {
  test('no group under five is shown in either line, nor in both together', () => {
    fc.assert(
      fc.property(table, (lines) => {
        const withheld = hide(lines)
        const both = {
          people: lines[0].people.map((n, at) => n + lines[1].people[at]!),
          counted: lines[0].counted.map((n, at) => n + lines[1].counted[at]!),
        }
        for (const { people, counted } of [...lines, both]) {
          for (const column of people.keys()) {
            if (!withheld.people.columns.has(column)) expect(isFew(people[column]!)).toBe(false)
            if (withheld.counted.columns.has(column)) continue
            expect(isFew(counted[column]!)).toBe(false)
            expect(isFew(people[column]! - counted[column]!)).toBe(false)
          }
          if (!withheld.people.total) expect(isFew(sum(people))).toBe(false)
          if (!withheld.counted.total) expect(isFew(sum(counted)) || isFew(sum(people) - sum(counted))).toBe(false)
        }
      }),
    )
  })

  test('whoever tries every figure that fits what is shown never gets to know a group under five', () => {
    fc.assert(
      fc.property(tableOf(3, 7), (lines) => {
        const withheld = hide(lines)
        for (const one of lines) {
          const possible = one.people.map(() => ({ people: new Set<number>(), counted: new Set<number>(), others: new Set<number>() }))
          for (const guess of guesses(one, withheld))
            for (const [column, seen] of possible.entries()) {
              seen.people.add(guess.people[column]!)
              seen.counted.add(guess.counted[column]!)
              seen.others.add(guess.people[column]! - guess.counted[column]!)
            }
          for (const [column, seen] of possible.entries()) {
            const [people, counted] = [one.people[column]!, one.counted[column]!]
            if (isFew(people)) expect(seen.people.size).toBeGreaterThanOrEqual(5)
            if (isFew(counted)) expect(seen.counted.size).toBeGreaterThanOrEqual(5)
            if (isFew(people - counted)) expect(seen.others.size).toBeGreaterThanOrEqual(5)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  test('what is withheld of a line is together nobody, or five and more on both sides, unless its total is withheld too', () => {
    fc.assert(
      fc.property(table, (lines) => {
        const { columns, total } = hide(lines).counted
        if (total) return
        for (const { people, counted } of lines) {
          const yes = sum([...columns].map((column) => counted[column]!))
          expect(isFew(yes)).toBe(false)
          expect(isFew(sum([...columns].map((column) => people[column]!)) - yes)).toBe(false)
        }
        expect(columns.size).not.toBe(1)
      }),
    )
  })

  test('withholding what was withheld changes nothing', () => {
    fc.assert(
      fc.property(table, (lines) => {
        const once = hide(lines).counted
        expect(withhold(lines, once)).toEqual(once)
      }),
    )
  })

  test('a column that the reader knows is never withheld from them and hides nothing: the rest is safe as if it were not there', () => {
    fc.assert(
      fc.property(table, (lines) => {
        const [known, without] = [new Set([0]), lines.map(({ people, counted }) => ({ people: people.slice(1), counted: counted.slice(1) }))]
        const seen = withhold(lines, nothingWithheld, known)
        const alone = withhold(without)
        expect([...seen.columns].map((column) => column - 1).toSorted()).toEqual([...alone.columns].toSorted())
        expect(seen.total).toBe(alone.total)
      }),
    )
  })
})

test('a small group takes the next smallest column with it, so that the total does not tell it', () => {
  const people = [20, 30, 12, 40]
  expect(withhold([{ counted: [2, 15, 6, 20], people }])).toEqual({ columns: new Set([0, 2]), total: false })
})

test('the few who are not verified are protected like the few who are', () => {
  expect(withhold([{ counted: [18, 15], people: [20, 30] }])).toEqual({ columns: new Set([0, 1]), total: false })
})

test('where no other column can hide a small group, the total is withheld', () => {
  expect(withhold([{ counted: [2, 0], people: [20, 0] }])).toEqual({ columns: new Set([0]), total: true })
})

test('nothing is withheld where every group is nobody or five and more', () => {
  expect(withhold([{ counted: [0, 5, 12], people: [9, 10, 12] }])).toEqual(nothingWithheld)
})

test('of counts that lie within each other those are shown that no small group lies between, the first before the others', () => {
  expect(withholdSteps([40, 12, 38, 20, 16])).toEqual([40, 12, null, 20, null])
  expect(withholdSteps([12, 12, 3, 0])).toEqual([12, 12, null, 0])
})
