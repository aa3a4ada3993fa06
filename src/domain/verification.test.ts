import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Rating } from './self-assessment.ts'
import { isReopened } from './skill-gaps.ts'
import {
  answerable,
  askable,
  lapsesAt,
  movesOf,
  passedOnUntil,
  replay,
  sentProgress,
  step,
  type VerificationEventKind,
  verificationMoves,
  type VerificationProgress,
  type VerificationState,
  type VerificationStep,
} from './verification.ts'

const kinds: VerificationEventKind[] = [
  'send',
  'offer',
  'accept',
  'decline',
  'object',
  'lapse',
  'resend',
  'pass-on',
  'decide',
  'answer',
  'drop-answer',
  'withdraw',
]
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString()
const wished = fc.array(
  fc.record({
    event: fc.constantFrom(...kinds),
    assessorId: fc.constantFrom('a', 'b', 'c'),
    why: fc.constantFrom<'conflict' | 'capacity'>('conflict', 'capacity'),
  }),
  { maxLength: 40 },
)

/** Tries everything that is wished for, in order; what cannot happen is left out. */
function happened(wishes: readonly Omit<VerificationStep, 'at'>[]) {
  const steps: VerificationStep[] = [{ event: 'send', at: at(0), assessorId: null }]
  const seen: VerificationProgress[] = [sentProgress(at(0))]
  for (const [index, wish] of wishes.entries()) {
    const next = { ...wish, at: at(index + 1) }
    const after = step(seen.at(-1)!, next)
    if (!after) continue
    steps.push(next)
    seen.push(after)
  }
  return { steps, seen, last: seen.at(-1)! }
}

test('the events of a request replayed in order give the state that they made, at every point', () => {
  fc.assert(
    fc.property(wished, (wishes) => {
      const { steps, seen } = happened(wishes)
      for (const [index] of steps.entries()) expect(replay(steps.slice(0, index + 1))).toEqual(seen[index])
    }),
  )
})

test('a history that cannot have happened is refused', () => {
  expect(() => replay([{ event: 'accept', at: at(1), assessorId: 'a' }])).toThrow(/begins by being sent/)
  expect(() =>
    replay([
      { event: 'send', at: at(0), assessorId: null },
      { event: 'decide', at: at(1), assessorId: 'a' },
    ]),
  ).toThrow(/requested cannot decide/)
})

test('whatever happens, a request is objected to and answered once at most, and withdrawn is the end', () => {
  fc.assert(
    fc.property(wished, (wishes) => {
      const { steps, last } = happened(wishes)
      const times = (event: VerificationEventKind) => steps.filter((one) => one.event === event).length
      expect(times('object')).toBeLessThanOrEqual(1)
      expect(times('answer')).toBeLessThanOrEqual(1)
      expect(times('decide')).toBeLessThanOrEqual(2)
      expect(steps.slice(0, -1).map(({ event }) => event)).not.toContain('withdraw')
      expect(last.assessorId !== null).toBe(last.state === 'offered' || last.state === 'in-review')
    }),
  )
})

test('a request that was withdrawn cannot be decided, nor anything else', () => {
  const { last } = happened([
    { event: 'offer', assessorId: 'a' },
    { event: 'accept', assessorId: 'a' },
    { event: 'withdraw', assessorId: null },
  ])
  expect(last.state).toBe('withdrawn')
  expect(movesOf(last)).toEqual([])
  expect(step(last, { event: 'decide', at: at(9), assessorId: 'a' })).toBeNull()
})

test('every move leads to a state that the table knows', () => {
  const states = Object.keys(verificationMoves) as VerificationState[]
  for (const moves of Object.values(verificationMoves)) for (const state of Object.values(moves)) expect(states).toContain(state)
})

test('whoever had a request and has it no longer is remembered with the reason', () => {
  const { last } = happened([
    { event: 'offer', assessorId: 'a' },
    { event: 'decline', assessorId: 'a', why: 'conflict' },
    { event: 'offer', assessorId: 'b' },
    { event: 'object', assessorId: null },
    { event: 'offer', assessorId: 'c' },
    { event: 'lapse', assessorId: null },
  ])
  expect(last.passed).toEqual([
    { assessorId: 'a', why: 'conflict' },
    { assessorId: 'b', why: 'objected' },
    { assessorId: 'c', why: 'lapsed' },
  ])
})

test('a request that is passed on is open to be offered again in the round that it was in, and who had it is remembered', () => {
  const { last } = happened([
    { event: 'offer', assessorId: 'a' },
    { event: 'pass-on', assessorId: 'a' },
    { event: 'offer', assessorId: 'b' },
    { event: 'accept', assessorId: 'b' },
    { event: 'pass-on', assessorId: 'b' },
  ])
  expect(last).toMatchObject({
    state: 'requested',
    round: 1,
    acceptedAt: null,
    passed: [
      { assessorId: 'a', why: 'passed-on' },
      { assessorId: 'b', why: 'passed-on' },
    ],
  })
  expect(movesOf(last)).toEqual(['offer', 'withdraw'])
})

test('an answer that is dropped leaves the first decision as it is, and there is no second answer', () => {
  const { last } = happened([
    { event: 'offer', assessorId: 'a' },
    { event: 'accept', assessorId: 'a' },
    { event: 'decide', assessorId: 'a' },
    { event: 'answer', assessorId: null },
    { event: 'drop-answer', assessorId: null },
  ])
  expect([last.state, last.decidedAt]).toEqual(['decided', at(3)])
  expect(movesOf(last)).toEqual([])
})

test('only the levels that were found lower can be answered, in the first round', () => {
  const findings = [
    { skill: '1.1', outcome: 'lower' as const, round: 1 },
    { skill: '3.3', outcome: 'agree' as const, round: 1 },
    { skill: '5.1', outcome: 'not-enough' as const, round: 1 },
  ]
  expect(answerable({ state: 'decided', round: 1, objected: true }, findings)).toEqual(['1.1'])
  expect(answerable({ state: 'decided', round: 2, objected: true }, findings)).toEqual([])
  expect(answerable({ state: 'in-review', round: 1, objected: true }, findings)).toEqual([])
})

test('a request is passed on when the days to decide have gone by twice', () => {
  expect(passedOnUntil(new Date('2026-11-23T09:00:00.000Z'), 28)).toBe('2026-09-28T09:00:00.000Z')
})

test('an offer lapses after its days, and nothing else does', () => {
  expect(lapsesAt({ state: 'offered', offeredAt: '2026-11-01T09:00:00.000Z' }, 14)).toBe('2026-11-15T09:00:00.000Z')
  expect(lapsesAt({ state: 'in-review', offeredAt: '2026-11-01T09:00:00.000Z' }, 14)).toBeNull()
})

const rating = (skill: string, level: number, minute: number): Rating => ({
  id: `${skill}-${minute}`,
  skill,
  level,
  frameworkVersion: 1,
  confidence: null,
  reflection: '',
  at: at(minute),
})

test('a new rating after verification reopens that skill and no other', () => {
  fc.assert(
    fc.property(fc.nat(2), fc.array(fc.nat(2), { maxLength: 3 }), (again, verifiedSkills) => {
      const skills = ['1.1', '3.3', '5.1']
      const verified = verifiedSkills.map((index) => ({ skill: skills[index]!, level: 2, frameworkVersion: 1, at: at(10) }))
      const before = skills.map((skill) => rating(skill, 3, 1))
      const open = (ratings: Rating[]) => askable(ratings, verified, new Set()).map(({ skill }) => skill)
      expect(new Set(open([...before, rating(skills[again]!, 4, 20)]))).toEqual(new Set([...open(before), skills[again]]))
    }),
  )
  expect(isReopened(rating('1.1', 3, 5), { at: at(10) })).toBe(false)
  expect(isReopened(rating('1.1', 3, 15), { at: at(10) })).toBe(true)
  expect(isReopened(rating('1.1', 3, 15), null)).toBe(false)
})

test('"not yet" and what is being looked at cannot be sent; the newest rating counts', () => {
  const ratings = [rating('1.1', 3, 1), rating('1.1', 0, 2), rating('3.3', 2, 1), rating('5.1', 1, 1), rating('5.1', 3, 2)]
  expect(askable(ratings, [], new Set(['3.3'])).map(({ skill, level }) => [skill, level])).toEqual([['5.1', 3]])
})
