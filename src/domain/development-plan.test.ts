import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFramework } from '#testing/framework.ts'
import { type DecidedStep, faultsIn, stepMoves, stepsFor, suggestionsFor, type StepDecision } from './development-plan.ts'
import { needsOf } from './framework.ts'
import { gapsInOrder, standingsFor } from './skill-gaps.ts'

const needs = needsOf(aFramework(), 'author')
const rating = (skill: string, level: number, at = '') => ({ id: skill, skill, frameworkVersion: 1, level, confidence: null, reflection: '', at })
const verified = (skill: string, level: number, at = '') => ({ skill, frameworkVersion: 1, level, at })
const everySkill = ['1.1', '5.1', '3.3']
const decided = (key: string, state: DecidedStep['state'], skills = everySkill, updatedAt = ''): DecidedStep => ({
  key,
  skills,
  state,
  version: 1,
  updatedAt,
})
const module = (passed = false) => ({ id: 'm1', title: 'What reviews are for', minutes: 60, skills: ['1.1', '3.3'], passed })

test('skills that are not rated ask, together, to be rated', () => {
  const [only, ...others] = suggestionsFor(standingsFor(needs, [], []), [module()], [])
  expect(only).toMatchObject({ key: 'rate', skills: ['1.1', '5.1', '3.3'] })
  expect(others).toEqual([])
})

test('a module is suggested once for all the skills it serves, and practice where no module does', () => {
  const low = ['1.1', '5.1', '3.3'].map((skill) => rating(skill, 1))
  const suggestions = suggestionsFor(standingsFor(needs, low, []), [module()], [])
  expect(suggestions.map(({ key, skills }) => [key, skills])).toEqual([
    ['module:m1', ['1.1', '3.3']],
    ['practice:5.1', ['5.1']],
  ])
  expect(suggestions[0]).toMatchObject({ why: { skill: '1.1', needs: 3, self: 1, verified: null, core: true }, instead: ['practice:1.1'] })
})

test('a module that was passed is not suggested again', () => {
  const suggestions = suggestionsFor(standingsFor(needs, [rating('1.1', 1)], []), [module(true)], [])
  expect(suggestions.map(({ key }) => key)).toContain('practice:1.1')
  expect(suggestions.map(({ key }) => key)).not.toContain('module:m1')
})

test('who rates themself at what is asked is pointed to verification, with evidence to swap it for', () => {
  const suggestions = suggestionsFor(standingsFor(needs, [rating('1.1', 3)], []), [], [])
  expect(suggestions.find(({ kind }) => kind === 'verification')).toMatchObject({ skills: ['1.1'], instead: ['evidence:1.1'] })
})

test('what was decided on is not suggested again, and nothing is suggested without a gap', () => {
  expect(suggestionsFor(standingsFor(needs, [], []), [], [decided('rate', 'accepted')])).toEqual([])
  const met = ['1.1', '5.1', '3.3'].map((skill) => verified(skill, 4))
  expect(suggestionsFor(standingsFor(needs, [], met), [module()], [])).toEqual([])
})

test('a rating that an assessor has answered with a lower level since is suggested to be made again, with evidence to swap it for, and not to be sent', () => {
  const standings = (ratedAt: string) => standingsFor(needs.slice(0, 1), [rating('1.1', 3, ratedAt)], [verified('1.1', 2, '2')])
  expect(suggestionsFor(standings('1'), [module()], [])).toMatchObject([
    { key: 'rate-again', skills: ['1.1'], instead: ['evidence:1.1'], why: { needs: 3, self: 3, verified: 2 } },
  ])
  expect(suggestionsFor(standings('3'), [module()], [])).toMatchObject([{ key: 'verification', skills: ['1.1'] }])
})

test('nothing is suggested for a skill while its verification is under way', () => {
  expect(suggestionsFor(standingsFor(needs.slice(0, 1), [rating('1.1', 3)], [], new Set(['1.1'])), [], [])).toEqual([])
})

test('the skills of a module that is left out or swapped are suggested their next best step each, less what it was swapped for', () => {
  const standings = standingsFor(needs, [rating('1.1', 1), rating('3.3', 1), rating('5.1', 3)], [verified('5.1', 3)])
  const keys = (...steps: DecidedStep[]) => suggestionsFor(standings, [module()], steps).map(({ key, skills }) => [key, skills])
  expect(keys()).toEqual([['module:m1', ['1.1', '3.3']]])
  const leftOut = decided('module:m1', 'dismissed', ['1.1', '3.3'])
  expect(keys(leftOut)).toEqual([
    ['practice:1.1', ['1.1']],
    ['practice:3.3', ['3.3']],
  ])
  expect(keys(leftOut, decided('practice:1.1', 'accepted', ['1.1']))).toEqual([['practice:3.3', ['3.3']]])
})

test('a step that was done is suggested again for the skills that were rated or verified anew since, and for those it was not done for', () => {
  const suggested = (ratedAt: string, doneFor = ['1.1', '3.3']) =>
    suggestionsFor(
      standingsFor(needs, [rating('1.1', 3, ratedAt), rating('3.3', 2, '1')], [verified('5.1', 3)]),
      [],
      [decided('verification', 'done', doneFor, '2')],
    ).map(({ key, version, skills }) => [key, version, skills])
  expect(suggested('1')).toEqual([])
  expect(suggested('3')).toEqual([['verification', 1, ['1.1']]])
  expect(suggested('1', ['1.1'])).toEqual([['verification', 1, ['3.3']]])
})

test('whatever was decided, no skill is suggested a step that was left out, and none is without a step while one is left that nobody decided on', () => {
  const level = fc.integer({ min: 0, max: 4 })
  const keys = ['rate', 'verification', 'rate-again', 'module:m1', ...everySkill.flatMap((skill) => [`practice:${skill}`, `evidence:${skill}`])]
  const states = fc.dictionary(fc.constantFrom(...keys), fc.constantFrom<DecidedStep['state']>('accepted', 'done', 'dismissed'))
  fc.assert(
    fc.property(fc.array(level, { minLength: 3, maxLength: 3 }), states, (self, chosen) => {
      const standings = standingsFor(
        needs,
        everySkill.map((skill, index) => rating(skill, self[index] ?? 0)),
        [],
      )
      const steps = Object.entries(chosen).map(([key, state]) => decided(key, state))
      const suggestions = suggestionsFor(standings, [module()], steps)
      for (const { key } of suggestions) expect(chosen[key]).not.toBe('dismissed')
      for (const standing of gapsInOrder(standings)) {
        const [best] = stepsFor(standing, [module()]).filter(({ key }) => chosen[key] !== 'dismissed')
        const isServed = best === undefined || chosen[best.key] !== undefined
        expect(suggestions.filter(({ skills }) => skills.includes(standing.skill)).map(({ key }) => key)).toEqual(isServed ? [] : [best.key])
      }
    }),
  )
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
        const suggestions = suggestionsFor(standings, [module(passed)], [])
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
  expect(stepMoves.done).toContain('accepted')
})
