import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aPath } from '#testing/module.ts'
import type { PoolRole } from './person.ts'
import { coreFor, isCompleted, pathsFor, trainingState } from './training-path.ts'

const core = aPath(['m1', 'm2', 'm3'], ['m3'])
const ofChairs = { id: 'chair', title: 'Chair path', modules: [{ id: 'm7', for: ['chair' as const] }] }
const paths = [core, ofChairs]

test('chairs and authors take the whole core, advisers a part of it, and who prepares for two roles what either asks', () => {
  expect(coreFor(paths, ['chair'])).toEqual(['m1', 'm2', 'm3'])
  expect(coreFor(paths, ['adviser'])).toEqual(['m1', 'm2'])
  expect(coreFor(paths, ['adviser', 'author'])).toEqual(['m1', 'm2', 'm3'])
})

test('who has not stated a role takes the whole core and nothing beyond it', () => {
  expect(pathsFor(paths, []).map(({ id, modules }) => [id, modules])).toEqual([['core', ['m1', 'm2', 'm3']]])
})

test('a further path is asked of its roles alone, and plays no part in whether core training is completed', () => {
  expect(pathsFor(paths, ['chair']).map(({ id }) => id)).toEqual(['core', 'chair'])
  expect(pathsFor(paths, ['author']).map(({ id }) => id)).toEqual(['core'])
  expect(coreFor(paths, ['chair'])).not.toContain('m7')
})

test('core training is completed exactly when every module asked was passed, and without modules never', () => {
  expect(trainingState(coreFor(paths, ['adviser']), new Set(['m1', 'm2']), new Set(['m1', 'm2']))).toBe('completed')
  expect(trainingState(coreFor(paths, ['chair']), new Set(['m1', 'm2']), new Set(['m1', 'm2']))).toBe('in-progress')
  expect(trainingState(coreFor(paths, ['chair']), new Set(), new Set())).toBe('not-started')
  expect(isCompleted([], new Set(['m1']))).toBe(false)
})

test('completion is monotone: another pass never takes it away, and one role asks no more than that role with another', () => {
  const ids = fc.subarray(['m1', 'm2', 'm3', 'm7'])
  const roles = fc.subarray<PoolRole>(['chair', 'author', 'adviser'], { minLength: 1 })
  fc.assert(
    fc.property(roles, roles, ids, ids, (some, others, passed, later) => {
      const asked = coreFor(paths, some)
      if (isCompleted(asked, new Set(passed))) expect(isCompleted(asked, new Set([...passed, ...later]))).toBe(true)
      const together = coreFor(paths, [...some, ...others])
      expect(asked.every((id) => together.includes(id))).toBe(true)
      if (isCompleted(together, new Set(passed))) expect(isCompleted(asked, new Set(passed))).toBe(true)
    }),
  )
})
