import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Capacity, cautions, daysLeftIn, daysTakenIn, freeBetween, loadOn, offeredIn, reviewsLeftOn, stripOf, type InHand } from './capacity.ts'
import { firstDayOf, lastDayOf, monthOf, monthsAfter, monthsTouched } from './month.ts'
import { aCapacity, aWanted, someReviews } from '#testing/any-capacity.ts'

const review = (from: string, to: string | null, days = 3): InHand => ({ role: 'chair', from, to, days })
const usual: Capacity = { offer: { daysAMonth: 6, mostReviews: 2, months: [] }, commitments: [], availability: [] }
const spring = { from: '2027-03-10', to: '2027-05-20', role: null, days: 2 }

describe('free between two days', () => {
  test('somebody who has not said what they offer is not known to be free', () => {
    expect(freeBetween({ ...usual, offer: { daysAMonth: null, mostReviews: null, months: [] } }, spring)).toEqual([{ kind: 'not-said' }])
  })

  test('somebody with nothing in hand and nowhere to be is free', () => {
    expect(freeBetween(usual, spring)).toEqual([])
  })

  test('a day away rules out the whole time, and says which', () => {
    const availability = [{ from: '2027-05-20', to: '2027-06-10', state: 'unavailable' as const, roles: [] }]
    expect(freeBetween({ ...usual, availability }, spring)).toEqual([{ kind: 'away', from: '2027-05-20', to: '2027-06-10' }])
    expect(freeBetween({ ...usual, availability }, { ...spring, to: '2027-05-19' })).toEqual([])
  })

  test('being away as a chair leaves somebody free as an author, and being limited rules nobody out but is said', () => {
    const availability = [
      { from: '2027-04-01', to: '2027-04-30', state: 'unavailable' as const, roles: ['chair' as const] },
      { from: '2027-05-01', to: '2027-05-31', state: 'limited' as const, roles: [] },
    ]
    expect(freeBetween({ ...usual, availability }, { ...spring, role: 'author' })).toEqual([])
    expect(freeBetween({ ...usual, availability }, { ...spring, role: 'chair' })).toHaveLength(1)
    expect(cautions(availability, { ...spring, role: 'author' })).toEqual([availability[1]])
  })

  test('with as many reviews in hand as they run at once, each day on which that is so is named', () => {
    const commitments = [review('2027-01-01', '2027-04-15', 1), review('2027-03-20', null, 1)]
    const found = freeBetween({ ...usual, commitments }, spring)
    expect(found).toEqual([
      { kind: 'reviews', on: '2027-03-20', inHand: 2, most: 2 },
      { kind: 'reviews', on: '2027-04-01', inHand: 2, most: 2 },
    ])
  })

  test('a month with too few days left is named with how many there are', () => {
    const capacity = { ...usual, commitments: [review('2027-04-02', '2027-04-28', 5)] }
    expect(freeBetween(capacity, spring)).toEqual([{ kind: 'days', month: '2027-04', left: 1 }])
  })

  test('other figures for one month count in that month alone', () => {
    const offer = { ...usual.offer, months: [{ month: '2027-04', days: 0, mostReviews: null }] }
    expect(freeBetween({ ...usual, offer }, spring)).toEqual([{ kind: 'days', month: '2027-04', left: 0 }])
    expect(offeredIn(offer, '2027-04')).toEqual({ days: 0, reviews: 2 })
    expect(offeredIn(offer, '2027-05')).toEqual({ days: 6, reviews: 2 })
  })
})

describe('laws of capacity', () => {
  const month = fc.integer({ min: 0, max: 30 }).map((many) => monthsAfter('2026-11', many))

  test('what is left is never less than nothing, and never more than what is offered', () => {
    fc.assert(
      fc.property(aCapacity, month, ({ offer, commitments }, at) => {
        const [days, reviews] = [daysLeftIn(offer, commitments, at), reviewsLeftOn(offer, commitments, firstDayOf(at))]
        expect(Math.min(days, reviews)).toBeGreaterThanOrEqual(0)
        expect(days).toBeLessThanOrEqual(offeredIn(offer, at)?.days ?? 0)
        expect(reviews).toBeLessThanOrEqual(offeredIn(offer, at)?.reviews ?? 0)
      }),
    )
  })

  test('capacity is never spent twice: whatever is taken on while free, in whatever roles, stays within what was offered', () => {
    fc.assert(
      fc.property(aCapacity, fc.array(aWanted, { maxLength: 12 }), (start, asked) => {
        const taken: (InHand & { to: string })[] = []
        const capacity = { ...start, commitments: taken }
        for (const wanted of asked)
          if (freeBetween(capacity, wanted).length === 0)
            taken.push({ role: wanted.role ?? 'author', from: wanted.from, to: wanted.to, days: wanted.days })
        for (const { from, to } of taken)
          for (const at of monthsTouched(from, to)) {
            expect(daysTakenIn(taken, at)).toBeLessThanOrEqual(offeredIn(start.offer, at)?.days ?? 0)
            for (const day of [firstDayOf(at), lastDayOf(at), from, to])
              expect(loadOn(taken, day)).toBeLessThanOrEqual(offeredIn(start.offer, monthOf(day))?.reviews ?? 0)
          }
      }),
    )
  })

  test('the roles of reviews in hand change nothing of what is left: one person has one capacity', () => {
    fc.assert(
      fc.property(aCapacity, aWanted, (capacity, wanted) => {
        const asChair = { ...capacity, commitments: capacity.commitments.map((one) => ({ ...one, role: 'chair' as const })) }
        expect(freeBetween(asChair, wanted)).toEqual(freeBetween(capacity, wanted))
        expect(stripOf(asChair, '2026-11', 18)).toEqual(stripOf(capacity, '2026-11', 18))
      }),
    )
  })

  test('the order in which things are known changes nothing', () => {
    const turned = <T>(things: readonly T[]) => things.toReversed()
    fc.assert(
      fc.property(aCapacity, aWanted, ({ offer, commitments, availability }, wanted) => {
        const other = { offer: { ...offer, months: turned(offer.months) }, commitments: turned(commitments), availability: turned(availability) }
        expect(freeBetween(other, wanted)).toEqual(freeBetween({ offer, commitments, availability }, wanted))
      }),
    )
  })

  test('one review more never frees anybody, and one fewer never rules anybody out', () => {
    fc.assert(
      fc.property(aCapacity, someReviews, aWanted, (capacity, more, wanted) => {
        const fuller = { ...capacity, commitments: [...capacity.commitments, ...more] }
        if (freeBetween(fuller, wanted).length === 0) expect(freeBetween(capacity, wanted)).toEqual([])
      }),
    )
  })

  test('whoever is free for a time is free for each part of it', () => {
    fc.assert(
      fc.property(aCapacity, aWanted, (capacity, wanted) => {
        if (freeBetween(capacity, wanted).length > 0) return
        expect(freeBetween(capacity, { ...wanted, to: wanted.from })).toEqual([])
        expect(freeBetween(capacity, { ...wanted, from: wanted.to })).toEqual([])
      }),
    )
  })

  test('a strip says of each month what the rules say of it', () => {
    fc.assert(
      fc.property(aCapacity, (capacity) => {
        for (const { month: at, left, taken, away } of stripOf(capacity, '2026-11', 24)) {
          expect(left.days).toBe(daysLeftIn(capacity.offer, capacity.commitments, at))
          expect(taken.days).toBe(daysTakenIn(capacity.commitments, at))
          for (const { from, to } of away) expect([monthOf(from), monthOf(to)]).toEqual([at, at])
        }
      }),
    )
  })
})

test('months follow each other over the end of a year, and end on their last day', () => {
  expect(monthsTouched('2026-11-30', '2027-02-01')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
  expect(monthsTouched('2027-03-02', '2027-02-01')).toEqual([])
  expect(monthsAfter('2027-01', -1)).toBe('2026-12')
  expect([lastDayOf('2027-02'), lastDayOf('2028-02'), lastDayOf('2026-12')]).toEqual(['2027-02-28', '2028-02-29', '2026-12-31'])
})
