import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFramework } from '#testing/framework.ts'
import { faultsIn, stepMoves, suggestionsFor, type StepDecision } from './development-plan.ts'
import { needsOf } from './framework.ts'
import { gapsInOrder, standingsFor } from './skill-gaps.ts'

const needs = needsOf(aFramework(), 'author')
const rating = (skill: string, level: number) => ({ id: skill, skill, frameworkVersion: 1, level, confidence: null, reflection: '', at: '' })
const verified = (skill: string, level: number) => ({ skill, frameworkVersion: 1, level, at: '' })
const module = (passed = false) => ({ id: 'm1', title: 'What reviews are for', minutes: 60, skills: ['1.1', '3.3'], passed })

test('skills that are not rated ask, together, to be rated', () => {
  const [only, ...others] = suggestionsFor(standingsFor(needs, [], []), [module()], new Set())
  expect(only).toMatchObject({ key: 'rate', skills: ['1.1', '5.1', '3.3'] })
  expect(others).toEqual([])
})

test('a module is suggested once for all the skills it serves, and practice where no module does', () => {
  const low = ['1.1', '5.1', '3.3'].map((skill) => rating(skill, 1))
  const suggestions = suggestionsFor(standingsFor(needs, low, []), [module()], new Set())
  expect(suggestions.map(({ key, skills }) => [key, skills])).toEqual([
    ['module:m1', ['1.1', '3.3']],
    ['practice:5.1', ['5.1']],
  ])
  expect(suggestions[0]).toMatchObject({ why: { skill: '1.1', needs: 3, self: 1, verified: null, core: true }, instead: ['practice:1.1'] })
})

test('a module that was passed is not suggested again', () => {
  const suggestions = suggestionsFor(standingsFor(needs, [rating('1.1', 1)], []), [module(true)], new Set())
  expect(suggestions.map(({ key }) => key)).toContain('practice:1.1')
  expect(suggestions.map(({ key }) => key)).not.toContain('module:m1')
})

test('who rates themself at what is asked is pointed to verification, with evidence to swap it for', () => {
  const suggestions = suggestionsFor(standingsFor(needs, [rating('1.1', 3)], []), [], new Set())
  expect(suggestions.find(({ kind }) => kind === 'verification')).toMatchObject({ skills: ['1.1'], instead: ['evidence:1.1'] })
})

test('what was decided on is not suggested again, and nothing is suggested without a gap', () => {
  expect(suggestionsFor(standingsFor(needs, [], []), [], new Set(['rate']))).toEqual([])
  const met = ['1.1', '5.1', '3.3'].map((skill) => verified(skill, 4))
  expect(suggestionsFor(standingsFor(needs, [], met), [module()], new Set())).toEqual([])
})

test('every gap is served by some suggestion, and the first suggestion serves the first gap', () => {
  const level = fc.integer({ min: 0, max: 4 })
  fc.assert(
    fc.property(
      fc.array(level, { minLength: 3, maxLength: 3 }),
      fc.array(level, { minLength: 3, maxLength: 3 }),
      fc.boolean(),
      (self, found, passed) => {
        const skills = ['1.1', '5.1', '3.3']
        const standings = standingsFor(
          needs,
          skills.map((skill, index) => rating(skill, self[index] ?? 0)),
          skills.map((skill, index) => verified(skill, found[index] ?? 0)),
        )
        const suggestions = suggestionsFor(standings, [module(passed)], new Set())
        const gaps = gapsInOrder(standings).map(({ skill }) => skill)
        expect(suggestions.flatMap((one) => one.skills).toSorted()).toEqual(gaps.toSorted())
        expect(suggestions[0]?.skills[0]).toBe(gaps[0])
      },
    ),
  )
})

const decision = (changed: Partial<StepDecision>): StepDecision => ({ state: 'accepted', dueOn: null, reason: null, insteadOf: null, ...changed })

test('a dismissal needs a reason, and a date lies ahead', () => {
  expect(faultsIn(decision({ state: 'dismissed', reason: '' }), '2026-11-23').map(({ pointer }) => pointer)).toEqual(['/reason'])
  expect(faultsIn(decision({ dueOn: '2026-11-22' }), '2026-11-23').map(({ pointer }) => pointer)).toEqual(['/dueOn'])
  expect(faultsIn(decision({ dueOn: '2026-11-23' }), '2026-11-23')).toEqual([])
})

test('a step that was dismissed or done can be taken up again', () => {
  expect(stepMoves.dismissed).toEqual(['accepted'])
  expect(stepMoves.done).toEqual(['accepted'])
})
