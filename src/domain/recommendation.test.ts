import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recommendedFor } from './recommendation.ts'
import type { SkillStanding } from './skill-gaps.ts'

const module = (id: string, skills: string[], passed = false) => ({ id, title: `Module ${id}`, minutes: 60, skills, passed })
const path = [module('m1', ['1.1']), module('m2', ['1.2']), module('m3', ['2.1']), module('m4', ['4.1']), module('m5', ['3.1'])]
const gap = (skill: string, level: number, needs: number): SkillStanding => ({
  skill,
  weight: 'core',
  needs,
  self: {
    id: skill,
    skill,
    level,
    confidence: null,
    reflection: null,
    frameworkVersion: 1,
    at: '2026-11-23T09:00:00.000Z',
  } as unknown as SkillStanding['self'],
  earlier: [],
  verified: null,
  formerly: null,
  gap: { kind: 'below', levels: needs },
})

test('who rated nothing is led to the next module of the path alone', () => {
  expect(recommendedFor([], path, new Set())).toEqual([{ module: 'm1', gap: null, next: true }])
  expect(recommendedFor([], [module('m1', ['1.1'], true), ...path.slice(1)], new Set(['m1']))).toEqual([{ module: 'm2', gap: null, next: true }])
})

test('a gap recommends the module that serves it, and the next module says of both reasons', () => {
  expect(recommendedFor([gap('1.1', 1, 3), gap('3.1', 0, 3)], path, new Set())).toEqual([
    { module: 'm1', gap: { skill: '1.1', self: 1, needs: 3 }, next: true },
    { module: 'm5', gap: { skill: '3.1', self: 0, needs: 3 }, next: false },
  ])
})

test('a skill that only wants verifying recommends no module', () => {
  const rated: SkillStanding = { ...gap('3.1', 3, 3), gap: { kind: 'not-verified', levels: 3 } }
  expect(recommendedFor([rated], path, new Set()).map((one) => one.module)).toEqual(['m1'])
})

test('never more than three, never one twice, never one begun or passed, and always the next of the path while there is one', () => {
  const skills = ['1.1', '1.2', '2.1', '4.1', '3.1']
  const ids = fc.subarray(path.map(({ id }) => id))
  fc.assert(
    fc.property(fc.subarray(skills), ids, ids, (gaps, passed, begun) => {
      const modules = path.map((one) => ({ ...one, passed: passed.includes(one.id) }))
      const found = recommendedFor(
        gaps.map((skill) => gap(skill, 1, 3)),
        modules,
        new Set([...begun, ...passed]),
      )
      const names = found.map((one) => one.module)
      expect(names.length).toBeLessThanOrEqual(3)
      expect(new Set(names).size).toBe(names.length)
      expect(names.some((id) => begun.includes(id) || passed.includes(id))).toBe(false)
      const open = modules.filter(({ id }) => !passed.includes(id) && !begun.includes(id))
      expect(names[0]).toBe(open[0]?.id)
    }),
  )
})
