import { expect, test } from 'vitest'
import { aFramework } from '#testing/framework.ts'
import { askedFor, minutesToGo, missingFrom, nextSkill, selfAssessmentMoves, type SkillAnswer } from './self-assessment.ts'

const asked = askedFor(aFramework(), ['author'])
const answer = (skill: string, level: number | null): SkillAnswer => ({
  skill,
  level,
  confidence: null,
  reflection: '',
  version: 1,
  warnings: [],
  updatedAt: null,
})

test('it asks about the skills tagged for the role alone, core ones first, and says how long each takes', () => {
  expect(asked.map(({ skill }) => skill)).toEqual(['1.1', '5.1', '3.3'])
  expect(asked.every(({ seconds }) => seconds > 30)).toBe(true)
})

test('a skill without a level is missing, whatever was written about it; "not yet" is a level', () => {
  const answers = [answer('1.1', 0), { ...answer('5.1', null), reflection: 'Much to say' }]
  expect(missingFrom(asked, answers)).toEqual(['5.1', '3.3'])
  expect(nextSkill({ asked, answers })).toBe('5.1')
})

test('minutes to go are those of the skills that are missing, and none once all are there', () => {
  const whole = minutesToGo({ asked, answers: [] })
  expect(minutesToGo({ asked, answers: [answer('1.1', 2)] })).toBeLessThan(whole)
  expect(minutesToGo({ asked, answers: asked.map(({ skill }) => answer(skill, 2)) })).toBe(0)
})

test('what was handed in or put aside has no further moves', () => {
  expect(selfAssessmentMoves).toEqual({ 'in-progress': ['submitted', 'withdrawn'], submitted: [], withdrawn: [] })
})
