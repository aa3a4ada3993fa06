import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aModule } from '#testing/module.ts'
import { drawItems } from './check.ts'
import { diagnosticRules, diagnosticStanding } from './diagnostic.ts'
import type { AttemptSummary } from './training.ts'

const { module, questions } = aModule()
const set = { passPercent: 90, tries: 1, lengthPercent: 150 }
const anAttempt = (changed: Partial<AttemptSummary> = {}): AttemptSummary => ({
  id: 'an-attempt',
  kind: 'diagnostic',
  number: 1,
  moduleId: 'm1',
  moduleVersion: 1,
  startedAt: '2026-11-23T10:00:00.000Z',
  submittedAt: '2026-11-23T11:00:00.000Z',
  right: 5,
  items: 15,
  passed: false,
  ...changed,
})

describe('the rules of a diagnostic', () => {
  test('it is longer than the check, takes longer, and asks more', () =>
    expect(diagnosticRules(module.check, 3, 24, set)).toEqual({ items: 15, passPercent: 90, minutes: 15, tries: 1 }))

  test('it never asks less than the check, whatever is set', () =>
    expect(diagnosticRules(module.check, 3, 24, { ...set, passPercent: 60 }).passPercent).toBe(80))

  test('it asks of each outcome twice, and for no more than the bank has', () => {
    expect(diagnosticRules(module.check, 9, 24, set).items).toBe(18)
    expect(diagnosticRules(module.check, 3, 12, set).items).toBe(12)
  })

  test('every draw covers each outcome at least twice', () => {
    const rules = diagnosticRules(module.check, module.outcomes.length, questions.length, set)
    const outcomeOf = new Map(questions.map(({ id, outcome }) => [id, outcome]))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 0x7fffffff }), (seed) => {
        const drawn = drawItems(questions, rules, seed).map(({ question }) => outcomeOf.get(question))
        for (const { id } of module.outcomes) expect(drawn.filter((outcome) => outcome === id).length).toBeGreaterThanOrEqual(2)
      }),
    )
  })
})

describe('whether somebody may test out', () => {
  test('there is one try, which is gone on with while it is open and then used', () => {
    expect(diagnosticStanding([], 1)).toEqual({ kind: 'ready', triesLeft: 1 })
    expect(diagnosticStanding([anAttempt({ submittedAt: null, passed: null })], 1)).toEqual({ kind: 'under-way', attempt: 'an-attempt' })
    expect(diagnosticStanding([anAttempt()], 1)).toEqual({ kind: 'used', attempt: 'an-attempt' })
    expect(diagnosticStanding([anAttempt()], 2)).toEqual({ kind: 'ready', triesLeft: 1 })
  })

  test('it is closed once the check was begun, so that nobody gets round its wait, and once the module is passed', () => {
    expect(diagnosticStanding([anAttempt({ kind: 'check' })], 1)).toEqual({ kind: 'closed', why: 'check-begun' })
    expect(diagnosticStanding([anAttempt(), anAttempt({ kind: 'check' })], 3)).toEqual({ kind: 'closed', why: 'check-begun' })
    expect(diagnosticStanding([anAttempt({ passed: true })], 3)).toEqual({ kind: 'closed', why: 'passed' })
  })

  test('with no tries set, nobody is offered one', () => expect(diagnosticStanding([], 0)).toEqual({ kind: 'closed', why: 'not-offered' }))
})
