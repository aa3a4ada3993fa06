import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figuresForFile } from './progress-file.ts'
import { isFew } from './suppression.ts'

/** A region, and how many of its people came to each step and no further. */
const region = fc.record({
  region: fc.constantFrom('north', 'south', 'east', 'west'),
  ends: fc.tuple(...Array.from({ length: 5 }, () => fc.nat({ max: 12 }))),
})
const regions = fc.uniqueArray(region, { selector: (one) => one.region, minLength: 1, maxLength: 4 })
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

function moduleOf(all: { region: string; ends: number[] }[]) {
  const from = (step: number) => sum(all.map(({ ends }) => sum(ends.slice(step))))
  return {
    funnel: {
      moduleId: 'm1',
      title: 'A module',
      enrolled: from(0),
      started: from(1),
      halfWay: from(2),
      attempted: from(3),
      passed: from(4),
      medianDays: 9,
    },
    regions: all.map(({ region: name, ends }) => ({ region: name, enrolled: sum(ends), passed: ends[4] ?? 0 })),
    lessons: [{ title: 'First', read: from(1) }],
  }
}

test('no two figures of a file differ by a group under five, and none is one', () => {
  fc.assert(
    fc.property(regions, (all) => {
      const { steps, lessons } = figuresForFile(moduleOf(all))
      const shown = [...Object.values(steps), ...lessons.map(({ read }) => read)].filter((figure) => figure !== null)
      for (const one of shown) for (const other of [0, ...shown]) expect(isFew(Math.abs(one - other))).toBe(false)
    }),
  )
})

test('what is withheld of the regions is together nobody or five and more, passed or not, wherever the total is shown', () => {
  fc.assert(
    fc.property(regions, (all) => {
      const file = figuresForFile(moduleOf(all))
      if (file.steps.enrolled === null || file.steps.passed === null) return
      const [enrolled, passed] = [sum(file.regions.map((one) => one.enrolled ?? 0)), sum(file.regions.map((one) => one.passed ?? 0))]
      const hiddenPassed = file.steps.passed - passed
      expect(isFew(hiddenPassed)).toBe(false)
      expect(isFew(file.steps.enrolled - enrolled - hiddenPassed)).toBe(false)
      for (const one of file.regions) expect(isFew(one.passed ?? 0) || isFew((one.enrolled ?? 0) - (one.passed ?? 0))).toBe(false)
    }),
  )
})

test('by hand: a region where two have passed goes, with the next smallest; the step that three stopped at goes too', () => {
  const ends = [
    { region: 'north', ends: [5, 0, 0, 0, 2] },
    { region: 'south', ends: [6, 0, 3, 0, 9] },
    { region: 'east', ends: [20, 0, 0, 0, 30] },
  ]
  const file = figuresForFile(moduleOf(ends))
  expect(file.regions.map((one) => one.passed)).toEqual([null, null, 30])
  expect(file.steps).toEqual({ enrolled: 75, started: null, halfWay: null, attempted: 41, passed: 41 })
})

test('the median of people who may not be counted is not told either', () => {
  const few = [{ region: 'north', ends: [9, 0, 0, 0, 3] }]
  expect(figuresForFile(moduleOf(few)).medianDays).toBeNull()
})
