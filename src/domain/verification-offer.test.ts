import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Connected, mayAssess, tiesBetween } from './independence.ts'
import type { VerificationProgress } from './verification.ts'
import { type Candidate, canBeNamed, nextAssessor, notReadyFor, standingOf } from './verification-offer.ts'

const anchors = { rated: 8, needed: 8 }
const ready = { declaredTies: true, anchors }
const people = ['a', 'b', 'c', 'd', 'e']
const rule = { today: '2026-11-23', countsForYears: 5 }
const connected = fc.record({
  declaredAt: fc.option(fc.constant('2026-01-05T09:00:00.000Z'), { nil: null }),
  affiliations: fc.array(
    fc.record({
      organisationId: fc.constantFrom('north', 'south', 'east', 'west'),
      freeName: fc.constant(null),
      from: fc.constant('2020-01-01'),
      to: fc.constant(null),
    }),
    { maxLength: 2 },
  ),
  knows: fc.subarray(people),
})
const passed = fc.array(
  fc.record({
    assessorId: fc.constantFrom(...people),
    why: fc.constantFrom<VerificationProgress['passed'][number]['why']>('conflict', 'capacity', 'objected', 'lapsed', 'passed-on', 'decided'),
  }),
  { maxLength: 4 },
)

test('a request is never offered to the person themself, to somebody tied to them or to somebody who had it before', () => {
  fc.assert(
    fc.property(fc.array(connected, { minLength: 5, maxLength: 5 }), fc.constantFrom(...people), passed, (given, learnerId, before) => {
      const all: Connected[] = given.map((one, index) => ({ ...one, personId: people[index]! }))
      const learner = all.find(({ personId }) => personId === learnerId)!
      const tiesOf = (assessor: Connected) => tiesBetween(learner, assessor, [], rule)
      const free = all.filter((assessor) => standingOf(assessor.personId, tiesOf(assessor), ready, before) === 'free')
      const chosen = nextAssessor(free.map(({ personId }) => ({ personId, open: 0, lastOfferedAt: null })))
      if (chosen === null) return
      expect(chosen).not.toBe(learnerId)
      expect(mayAssess(tiesOf(all.find(({ personId }) => personId === chosen)!))).toBe(true)
      expect(before.map(({ assessorId }) => assessorId)).not.toContain(chosen)
    }),
  )
})

test('a coordinator can name nobody who is tied, who declared a conflict, who was objected to or who looked before', () => {
  fc.assert(
    fc.property(passed, fc.boolean(), (before, tied) => {
      const standing = standingOf('a', tied ? [{ kind: 'knows' }] : [], ready, before)
      const why = before.filter(({ assessorId }) => assessorId === 'a').map((one) => one.why)
      const barred = tied || ['conflict', 'objected', 'decided'].some((one) => why.includes(one as 'conflict'))
      expect(canBeNamed(standing)).toBe(!barred)
    }),
  )
})

test('over many requests the assessors who are equally available get equally many, give or take one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 60 }), (many, requests) => {
      const assessors: Candidate[] = Array.from({ length: many }, (_, index) => ({ personId: `assessor-${index}`, open: 0, lastOfferedAt: null }))
      const given = new Map<string, number>()
      for (let minute = 0; minute < requests; minute++) {
        const chosen = assessors.find(({ personId }) => personId === nextAssessor(assessors))!
        chosen.lastOfferedAt = new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString()
        // Each decides before the next request comes, so that only who was asked when tells them apart.
        given.set(chosen.personId, (given.get(chosen.personId) ?? 0) + 1)
      }
      const counts = assessors.map(({ personId }) => given.get(personId) ?? 0)
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    }),
  )
})

test('whoever has the fewest requests is asked, then whoever was asked longest ago', () => {
  const [busy, recent, rested] = [
    { personId: 'a', open: 2, lastOfferedAt: null },
    { personId: 'b', open: 1, lastOfferedAt: '2026-11-20T09:00:00.000Z' },
    { personId: 'c', open: 1, lastOfferedAt: '2026-11-01T09:00:00.000Z' },
  ]
  expect(nextAssessor([busy, recent, rested])).toBe('c')
  expect(nextAssessor([busy, recent])).toBe('b')
  expect(nextAssessor([])).toBeNull()
})

test('an assessor takes requests once they declared their ties and rated the anchor dossiers that are asked', () => {
  expect(notReadyFor(ready)).toEqual([])
  expect(notReadyFor({ declaredTies: false, anchors: { rated: 7, needed: 8 } })).toEqual(['ties-not-declared', 'anchors-to-rate'])
  expect(notReadyFor({ declaredTies: true, anchors: { rated: 0, needed: 0 } })).toEqual([])
  expect(standingOf('a', [], { declaredTies: true, anchors: { rated: 7, needed: 8 } }, [])).toBe('not-ready')
})
