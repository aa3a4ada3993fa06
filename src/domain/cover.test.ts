import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { busyBy, demandOf, type Demand, freeCover, peopleNeeded, reviewsAtOnce, spendOnce, stateOf, type SupplyGroup, wholeCover } from './cover.ts'

const practice = { mostAtOnce: 2, daysAYear: 60, availableShare: 0.6, conflictShare: 0.15, busyBy: 1.28 }

/** The worked examples of the supply and demand model, as they are printed there. */
const printed = [
  { case: 'England 2009/10, six-month reviews', reviewsAYear: 136, months: 6, inHand: 68, busy: 75, people: 74 },
  { case: 'England 2009/10, observed length', reviewsAYear: 136, months: 10.7, inHand: 121, busy: 134, people: 132 },
  { case: 'England at the rate of 2010/11, six-month reviews', reviewsAYear: 70, months: 6, inHand: 35, busy: 40, people: 40 },
  { case: 'England at the rate of 2010/11, observed length', reviewsAYear: 70, months: 10.7, inHand: 62, busy: 72, people: 71 },
  { case: 'The long-run mean, six-month reviews', reviewsAYear: 95, months: 6, inHand: 48, busy: 54, people: 53 },
]

describe('people needed', () => {
  test.each(printed)('$case: $people people by load', ({ reviewsAYear, months, inHand, busy, people }) => {
    const demand = demandOf({ reviewsAYear, perReview: 1, months, days: 20 }, practice)
    expect(Math.round(demand.inHand)).toBe(inHand)
    expect(Math.abs(demand.busyInHand - busy)).toBeLessThan(1)
    expect(Math.ceil(peopleNeeded(demand, practice).byLoad)).toBe(people)
  })

  test('the days bind where a review takes more of them than people give, and the load where it lasts long', () => {
    const work = { reviewsAYear: 136, perReview: 1, months: 6, days: 30 }
    expect(peopleNeeded(demandOf(work, practice), practice)).toMatchObject({ binds: 'days', people: 148 })
    expect(peopleNeeded(demandOf({ ...work, months: 18, days: 10 }, practice), practice).binds).toBe('load')
  })

  test('a busy year is 1.28 standard deviations above the mean when nine years of ten are to be covered', () => {
    expect(busyBy(0.9)).toBeCloseTo(1.2816, 3)
    expect(busyBy(0.5)).toBe(0)
    expect(busyBy(0.95)).toBeCloseTo(1.6449, 3)
  })
})

const group = fc.record<SupplyGroup>({
  seats: fc.constantFrom('chair', 'author', 'both'),
  people: fc.integer({ min: 0, max: 6 }),
  mostAtOnce: fc.integer({ min: 0, max: 4 }),
  load: fc.integer({ min: 0, max: 4 }),
  daysAYear: fc.integer({ min: 0, max: 120 }),
})
const groups = fc.array(group, { maxLength: 5 })
const work = fc.record({ chair: fc.integer({ min: 0, max: 40 }), author: fc.integer({ min: 0, max: 40 }) })
const demand = ({ chair, author }: { chair: number; author: number }): Record<'chair' | 'author', Demand> => {
  const of = (seats: number) => ({ busyYear: seats, inHand: seats, busyInHand: seats, seats, days: seats * 25 })
  return { chair: of(chair), author: of(author) }
}

describe('cover', () => {
  test('what people bring is spent once: the two roles together never have more of it than there is, and neither more than those who may serve in it bring', () => {
    fc.assert(
      fc.property(groups, work, (given, asked) => {
        const spent = spendOnce(given, ({ mostAtOnce }) => mostAtOnce, asked)
        const sum = (kinds: string[]) => given.filter(({ seats }) => kinds.includes(seats)).reduce((all, one) => all + one.people * one.mostAtOnce, 0)
        expect(spent.chair + spent.author).toBeCloseTo(sum(['chair', 'author', 'both']), 6)
        expect(spent.chair).toBeLessThanOrEqual(sum(['chair', 'both']) + 1e-9)
        expect(spent.author).toBeLessThanOrEqual(sum(['author', 'both']) + 1e-9)
      }),
    )
  })

  test('nobody who joins makes the worse covered role worse', () => {
    fc.assert(
      fc.property(groups, group, work, (given, newcomer, asked) => {
        const worst = (some: SupplyGroup[]) => Math.min(...Object.values(wholeCover(some, demand(asked))).map(({ cover }) => cover ?? Infinity))
        const [before, after] = [worst(given), worst([...given, newcomer])]
        expect(after === before || after >= before - 1e-9).toBe(true)
      }),
    )
  })

  test('people who serve in both roles go where cover is lower', () => {
    const given: SupplyGroup[] = [
      { seats: 'chair', people: 3, mostAtOnce: 2, load: 0, daysAYear: 900 },
      { seats: 'both', people: 2, mostAtOnce: 2, load: 0, daysAYear: 900 },
    ]
    expect(wholeCover(given, demand({ chair: 5, author: 5 }))).toMatchObject({
      chair: { capacity: 6, cover: 1.2 },
      author: { capacity: 4, cover: 0.8 },
    })
  })

  test('free capacity is compared with the work that is still to come, not with all of it', () => {
    const given: SupplyGroup[] = [
      { seats: 'chair', people: 2, mostAtOnce: 2, load: 1, daysAYear: 60 },
      { seats: 'author', people: 2, mostAtOnce: 2, load: 2, daysAYear: 60 },
    ]
    const free = freeCover(given, demand({ chair: 4, author: 5 }), { chair: 2, author: 4 })
    expect(free).toMatchObject({ chair: { capacity: 2, work: 2, cover: 1 }, author: { capacity: 0, work: 1, cover: 0 } })
  })

  test('a role without work is not called covered', () => {
    expect(stateOf(wholeCover([], demand({ chair: 0, author: 3 })).chair, 1.25)).toBe('no-work')
    expect(stateOf(wholeCover([], demand({ chair: 0, author: 3 })).author, 1.25)).toBe('short')
    expect(stateOf({ cover: 1.1 }, 1.25)).toBe('thin')
    expect(stateOf({ cover: 1.25 }, 1.25)).toBe('met')
  })
})

describe('reviews at once', () => {
  test('one person in both roles staffs no review, however many they could run', () => {
    expect(reviewsAtOnce([{ seats: 'both', people: 1, mostAtOnce: 4, load: 0, daysAYear: 60 }])).toBe(0)
    expect(reviewsAtOnce([{ seats: 'both', people: 2, mostAtOnce: 2, load: 0, daysAYear: 60 }])).toBe(2)
  })

  test('as many as an exhaustive search can seat, with a chair and an author who are two people on each', () => {
    const few = fc.array(
      fc.record({ seats: fc.constantFrom('chair' as const, 'author' as const, 'both' as const), most: fc.integer({ min: 0, max: 3 }) }),
      {
        maxLength: 4,
      },
    )
    fc.assert(
      fc.property(few, (people) => {
        const given = people.map(({ seats, most }) => ({ seats, people: 1, mostAtOnce: most, load: 0, daysAYear: 60 }))
        expect(reviewsAtOnce(given)).toBe(searched(people.map(({ seats, most }) => ({ seats, left: most }))))
      }),
      { numRuns: 60 },
    )
  })
})

/** Tries every pair for one review after the other. */
function searched(people: { seats: SupplyGroup['seats']; left: number }[]): number {
  let best = 0
  for (const [i, chair] of people.entries()) {
    if (chair.left === 0 || chair.seats === 'author') continue
    for (const [j, author] of people.entries()) {
      if (i === j || author.left === 0 || author.seats === 'chair') continue
      const rest = people.map((one, at) => (at === i || at === j ? { ...one, left: one.left - 1 } : one))
      best = Math.max(best, 1 + searched(rest))
    }
  }
  return best
}
