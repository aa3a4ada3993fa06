import fc from 'fast-check'
import type { Away, Capacity, InHand, Wanted } from '#domain/capacity.ts'
import { monthsAfter } from '#domain/month.ts'
import type { PoolRole } from '#domain/person.ts'

// Members and wishes at random, for the laws of capacity and for the same laws in SQL. All within some two years, so that they meet.

const day = fc.integer({ min: 0, max: 800 }).map((many) => new Date(Date.UTC(2026, 10, 1) + many * 86_400_000).toISOString().slice(0, 10))
const role = fc.constantFrom<PoolRole>('chair', 'author', 'adviser')
const roles = fc.uniqueArray(role, { maxLength: 2 })
const inOrder = (one: string, other: string) => (one <= other ? { from: one, to: other } : { from: other, to: one })

const review: fc.Arbitrary<InHand> = fc
  .record({ role, one: day, other: day, goesOn: fc.boolean(), days: fc.integer({ min: 1, max: 6 }) })
  .map(({ one, other, goesOn, ...rest }) => {
    const { from, to } = inOrder(one, other)
    return { ...rest, from, to: goesOn ? null : to }
  })
export const someReviews = fc.array(review, { maxLength: 3 })

const away: fc.Arbitrary<Away> = fc
  .record({ one: day, long: fc.integer({ min: 0, max: 60 }), state: fc.constantFrom('available', 'limited', 'unavailable', 'tentative'), roles })
  .map(({ one, long, ...rest }) => ({
    ...rest,
    from: one,
    to: new Date(Date.parse(`${one}T00:00:00Z`) + long * 86_400_000).toISOString().slice(0, 10),
  }))

const month = fc.integer({ min: 0, max: 27 }).map((many) => monthsAfter('2026-11', many))
const others = fc.uniqueArray(fc.record({ month, days: fc.integer({ min: 0, max: 8 }), mostReviews: fc.option(fc.integer({ min: 0, max: 3 })) }), {
  maxLength: 5,
  selector: (one) => one.month,
})
const said = fc.record({ daysAMonth: fc.integer({ min: 0, max: 12 }), mostReviews: fc.integer({ min: 0, max: 4 }), months: others })
const notSaid = fc.constant({ daysAMonth: null, mostReviews: null, months: [] })

export const aCapacity: fc.Arbitrary<Capacity> = fc.record({
  offer: fc.oneof({ weight: 8, arbitrary: said }, { weight: 1, arbitrary: notSaid }),
  commitments: fc.array(review, { maxLength: 4 }),
  availability: fc.array(away, { maxLength: 3 }),
})

export const aWanted: fc.Arbitrary<Wanted> = fc
  .record({ one: day, long: fc.integer({ min: 0, max: 250 }), role: fc.option(role), days: fc.integer({ min: 1, max: 5 }) })
  .map(({ one, long, ...rest }) => ({
    ...rest,
    from: one,
    to: new Date(Date.parse(`${one}T00:00:00Z`) + long * 86_400_000).toISOString().slice(0, 10),
  }))
