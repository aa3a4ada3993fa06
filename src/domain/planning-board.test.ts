import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysLater } from './calendar.ts'
import { firstDayOf, lastDayOf, monthOf, monthsAfter } from './month.ts'
import { type BoardFacts, boardMonths, boardOf } from './planning-board.ts'

const on = '2026-11-30'
const day = fc.integer({ min: -500, max: 800 }).map((days) => daysLater(on, days))
const facts: fc.Arbitrary<BoardFacts> = fc.record({
  offer: fc.record({ daysAMonth: fc.constantFrom(null, 0, 4), mostReviews: fc.constantFrom(null, 0, 2), months: fc.constant([]) }),
  availability: fc.constant([]),
  commitments: fc.array(
    fc.record({ from: day, long: fc.option(fc.integer({ min: 0, max: 300 })) }).map(({ from, long }) => ({
      reference: `R-${from}`,
      role: 'chair' as const,
      from,
      to: long === null ? null : daysLater(from, long),
      days: 2,
    })),
    { maxLength: 4 },
  ),
  checks: fc.array(fc.record({ kind: fc.constantFrom('dbs' as const, 'insurance' as const), on: day }), { maxLength: 4 }),
})

test('every check that falls due until the last month stands in one month, and none that falls due later in any', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(3, 6, 12), (given, many) => {
      const first = monthOf(on)
      const months = boardOf(given, first, many, on)
      const last = lastDayOf(monthsAfter(first, many - 1))
      const shown = months.flatMap(({ checks }) => checks.map((check) => `${check.kind} ${check.on}`))
      expect(shown.toSorted()).toEqual(given.checks.flatMap((check) => (check.on <= last ? [`${check.kind} ${check.on}`] : [])).toSorted())
      for (const { month, checks } of months)
        for (const check of checks) expect(monthOf(check.on) === month || (month === first && check.on < firstDayOf(first))).toBe(true)
    }),
  )
})

test('the reviews of a month are those whose days are taken from it', () => {
  fc.assert(
    fc.property(facts, (given) => {
      for (const { reviews, taken } of boardOf(given, monthOf(on), 6, on)) expect(taken.days).toBe(reviews.length * 2)
    }),
  )
})

test('a later first month changes nothing in the months that both boards show, but for checks that are overdue by then', () => {
  fc.assert(
    fc.property(facts, fc.integer({ min: 1, max: 5 }), (given, later) => {
      const first = monthOf(on)
      const [early, late] = [boardOf(given, first, 12, on), boardOf(given, monthsAfter(first, later), 6, on)]
      const plain = ({ checks: _checks, ...month }: (typeof early)[number]) => month
      expect(late.map(plain)).toEqual(early.slice(later, later + 6).map(plain))
      expect(late.slice(1).map(({ checks }) => checks)).toEqual(early.slice(later + 1, later + 6).map(({ checks }) => checks))
    }),
  )
})

test('a month that is free, or of which some is left, has days and reviews left; one of somebody who has not said is unknown', () => {
  fc.assert(
    fc.property(facts, (given) => {
      for (const { look, left, offered } of boardOf(given, monthOf(on), 6, on)) {
        expect(look === 'unknown').toBe(offered === null)
        if (look === 'free' || look === 'some') expect(Math.min(left.days, left.reviews)).toBeGreaterThan(0)
      }
    }),
  )
})

test('a check of before the board is said to be overdue in its first month', () => {
  const given: BoardFacts = {
    offer: { daysAMonth: 4, mostReviews: 1, months: [] },
    availability: [],
    commitments: [],
    checks: [
      { kind: 'dbs', on: '2026-09-01' },
      { kind: 'insurance', on: '2027-01-15' },
    ],
  }
  expect(boardMonths('2026-12', 3)).toEqual(['2026-12', '2027-01', '2027-02'])
  expect(boardOf(given, '2026-12', 3, on).map(({ checks }) => checks)).toEqual([
    [{ kind: 'dbs', on: '2026-09-01', overdue: true }],
    [{ kind: 'insurance', on: '2027-01-15', overdue: false }],
    [],
  ])
})
