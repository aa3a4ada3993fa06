import fc from 'fast-check'
import { expect, test } from 'vitest'
import { putOffFault, putOffOn, rankToday, type TodayItem, todayKinds } from './today.ts'

const on = '2026-11-30'
const day = fc.constantFrom('2026-10-01', '2026-11-15', '2026-12-05', null)
const item: fc.Arbitrary<TodayItem> = fc.record({
  key: fc.uuid(),
  kind: fc.constantFrom(...todayKinds),
  personId: fc.constant(null),
  name: fc.constant('Amara Okafor'),
  region: fc.constant(null),
  what: fc.constant(null),
  day,
  figure: fc.option(fc.integer({ min: 0, max: 200 }), { nil: null }),
  version: fc.constant(0),
  takenBy: fc.constant(null),
  putOff: fc.option(fc.record({ until: fc.constantFrom('2026-11-29', on, '2026-12-01'), reason: fc.constant('It can wait') }), { nil: null }),
})
const items = fc.uniqueArray(item, { maxLength: 12, selector: ({ key }) => key })

test('the order of what is shown does not depend on the order in which it was found', () => {
  fc.assert(
    fc.property(items, fc.func(fc.integer()), (given, shuffle) => {
      const shuffled = given.toSorted((a, b) => shuffle(a.key) - shuffle(b.key))
      expect(rankToday(shuffled, on)).toEqual(rankToday(given, on))
    }),
  )
})

test('what was put off comes back by itself on its day, and nothing is lost: it is shown or it is put off', () => {
  fc.assert(
    fc.property(items, (given) => {
      const [shown, off] = [rankToday(given, on), putOffOn(given, on)]
      expect([...shown, ...off].map(({ key }) => key).toSorted()).toEqual(given.map(({ key }) => key).toSorted())
      expect(shown.every(({ putOff }) => putOff === null || putOff.until <= on)).toBe(true)
    }),
  )
})

test('a check that falls due during a review comes before everything else', () => {
  const [first] = fc.sample(items, 1)
  const check: TodayItem = { ...fc.sample(item, 1)[0]!, key: 'check', kind: 'check-due-in-work', day: '2026-12-31', putOff: null } // one was sampled
  const others = (first ?? []).filter(({ kind }) => kind !== 'check-due-in-work')
  expect(rankToday([...others, check], on)[0]?.key).toBe('check')
})

test('an item is put off to a later day, for ninety days at most, with a reason', () => {
  expect(putOffFault(on, 'She is abroad', on)?.pointer).toBe('/until')
  expect(putOffFault('2027-03-01', 'She is abroad', on)?.pointer).toBe('/until')
  expect(putOffFault('2026-12-14', '', on)?.pointer).toBe('/reason')
  expect(putOffFault('2027-02-28', 'She is abroad', on)).toBeNull()
})
