import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMember } from './membership.ts'
import type { Standing } from './person.ts'
import { type Need, needKinds, needsOf } from './person-needs.ts'
import { todayKinds } from './today.ts'

const need: fc.Arbitrary<Need> = fc.record({
  key: fc.uuid(),
  kind: fc.constantFrom(...needKinds.filter((kind) => kind !== 'not-declared' && kind !== 'not-matched')),
  what: fc.constant(null),
  moduleId: fc.constant(null),
  day: fc.constantFrom('2026-10-01', '2026-11-15', '2026-12-05', null),
  figure: fc.constant(null),
})
const needs = fc.uniqueArray(need, { maxLength: 8, selector: ({ key }) => key })
const standing = fc.constantFrom<Standing | null>(null, 'enquirer', 'applicant', 'in-checks', 'active', 'paused', 'suspended', 'retired', 'removed')
const declared = fc.record({ declaredOn: fc.constantFrom(null, '2026-03-03'), unmatched: fc.integer({ min: 0, max: 4 }) })

test('nothing that was found is lost, and nothing is said twice, in whatever order it was found', () => {
  fc.assert(
    fc.property(needs, standing, declared, fc.func(fc.integer()), (found, of, ties, shuffle) => {
      const all = needsOf(found, of, ties)
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
      for (const one of found) expect(all).toContainEqual(one)
      expect(
        needsOf(
          found.toSorted((a, b) => shuffle(a.key) - shuffle(b.key)),
          of,
          ties,
        ),
      ).toEqual(all)
    }),
  )
})

test('declaring, and matching what was declared, takes away those needs and no other', () => {
  fc.assert(
    fc.property(needs, standing, declared, (found, of, ties) => {
      const after = needsOf(found, of, { declaredOn: '2026-11-30', unmatched: 0 })
      expect(after).toEqual(needsOf(found, of, ties).filter(({ kind }) => kind !== 'not-declared' && kind !== 'not-matched'))
    }),
  )
})

test('only members who have not left are asked to declare', () => {
  const never = { declaredOn: null, unmatched: 2 }
  expect(needsOf([], 'active', never).map(({ kind, figure }) => [kind, figure])).toEqual([
    ['not-declared', null],
    ['not-matched', 2],
  ])
  for (const of of [null, 'applicant', 'retired', 'removed', 'expired'] as const) expect(needsOf([], of, never)).toEqual([])
  expect(isMember('active')).toBe(true)
})

test('the order is that of Today, with every kind of it that is about a person', () => {
  expect(needKinds.filter((kind) => kind !== 'not-declared' && kind !== 'not-matched')).toEqual(todayKinds.filter((kind) => kind !== 'region-under'))
})
