import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deepestDrop, halfOf, medianOf, type ModuleFunnel, standstillOf, stepOf, steps } from './training-progress.ts'

const progress = fc.record({
  lessons: fc.integer({ min: 1, max: 12 }),
  lessonsRead: fc.nat({ max: 12 }),
  tries: fc.nat({ max: 6 }),
  passed: fc.boolean(),
})
const at = (step: (typeof steps)[number]) => steps.indexOf(step)

describe('the step that somebody came to', () => {
  test('never falls back as lessons are read, tries are made, or the check is passed', () => {
    fc.assert(
      fc.property(progress, (before) => {
        for (const after of [
          { ...before, lessonsRead: before.lessonsRead + 1 },
          { ...before, tries: before.tries + 1 },
          { ...before, passed: true },
        ])
          expect(at(stepOf(after))).toBeGreaterThanOrEqual(at(stepOf(before)))
      }),
    )
  })

  test.each([
    [{ lessonsRead: 0, lessons: 5, tries: 0, passed: false }, 'enrolled'],
    [{ lessonsRead: 2, lessons: 5, tries: 0, passed: false }, 'started'],
    [{ lessonsRead: 3, lessons: 5, tries: 0, passed: false }, 'halfWay'],
    [{ lessonsRead: 1, lessons: 2, tries: 0, passed: false }, 'halfWay'],
    [{ lessonsRead: 0, lessons: 5, tries: 1, passed: false }, 'attempted'],
    [{ lessonsRead: 5, lessons: 5, tries: 2, passed: true }, 'passed'],
  ] as const)('of %o is %s', (somebody, step) => expect(stepOf(somebody)).toBe(step))

  test('is half-way from half of the lessons on, the middle one of an odd number among them', () =>
    expect([1, 2, 5, 6].map(halfOf)).toEqual([1, 1, 3, 3]))
})

const funnel = (moduleId: string, [enrolled, started, halfWay, attempted, passed]: [number, number, number, number, number]): ModuleFunnel => ({
  moduleId,
  title: moduleId,
  enrolled,
  started,
  halfWay,
  attempted,
  passed,
  medianDays: null,
})

describe('the deepest drop', () => {
  test('is the largest share lost from one step to the next, over all modules', () => {
    expect(deepestDrop([funnel('m1', [100, 90, 80, 40, 38]), funnel('m2', [40, 40, 12, 12, 11])])).toMatchObject({
      moduleId: 'm2',
      from: 'started',
      to: 'halfWay',
      lost: 28,
      of: 40,
    })
  })

  test('is not looked for where under five people came', () => expect(deepestDrop([funnel('m1', [4, 0, 0, 0, 0])])).toBeNull())
  test('is none where everybody goes on', () => expect(deepestDrop([funnel('m1', [9, 9, 9, 9, 9])])).toBeNull())
})

test.each([
  [{ lessonsRead: 0, lessons: 3, tries: 0 }, false, 'not-begun'],
  [{ lessonsRead: 2, lessons: 3, tries: 0 }, false, 'between-lessons'],
  [{ lessonsRead: 3, lessons: 3, tries: 0 }, false, 'before-check'],
  [{ lessonsRead: 3, lessons: 3, tries: 1 }, true, 'check-open'],
  [{ lessonsRead: 3, lessons: 3, tries: 2 }, false, 'between-tries'],
] as const)('somebody with %o, an open check: %s, stands still at %s', (somebody, open, where) => expect(standstillOf(somebody, open)).toBe(where))

test('the median is the value in the middle, or between the two in the middle', () => {
  expect([medianOf([]), medianOf([4]), medianOf([1, 2, 9]), medianOf([1, 2, 4, 9])]).toEqual([null, 4, 2, 3])
})
