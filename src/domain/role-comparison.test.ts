import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFramework } from '#testing/any-framework.ts'
import { aFramework } from '#testing/framework.ts'
import { compareRoles } from './role-comparison.ts'

const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0)
const aRole = fc.constantFrom('chair' as const, 'author' as const, 'adviser' as const)

test('the chair and the author are told apart by level, by weight and by what only one needs', () => {
  const compared = compareRoles(aFramework(), 'chair', 'author')
  expect(compared).toMatchObject({
    total: 3,
    same: 1,
    leftHigher: [{ domain: 'Leading', count: 1 }],
    rightHigher: [],
    leftOnly: 0,
    rightOnly: 1,
  })
  expect(compared.domains[1]?.skills[0]).toMatchObject({ left: { level: 3, weight: 'core' }, right: { level: 2, weight: 'useful' } })
})

test('every skill that is asked for is counted once, and the other way round gives the same picture turned round', () => {
  fc.assert(
    fc.property(anyFramework, aRole, aRole, (framework, left, right) => {
      const one = compareRoles(framework, left, right)
      const rows = one.domains.flatMap(({ skills }) => skills)
      expect(one.same + sum(one.leftHigher) + sum(one.rightHigher) + one.leftOnly + one.rightOnly).toBe(rows.length)
      expect(rows.length).toBeLessThanOrEqual(one.total)
      const other = compareRoles(framework, right, left)
      expect([other.same, other.leftHigher, other.rightHigher, other.leftOnly, other.rightOnly]).toEqual([
        one.same,
        one.rightHigher,
        one.leftHigher,
        one.rightOnly,
        one.leftOnly,
      ])
    }),
  )
})
