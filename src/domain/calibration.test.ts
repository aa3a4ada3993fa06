import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayTakeRequests } from './calibration.ts'

test('an assessor may take requests exactly when as many dossiers are rated as are needed, and is told how many are left', () => {
  expect(mayTakeRequests(8, 8)).toEqual([])
  expect(mayTakeRequests(5, 8)).toEqual([{ kind: 'anchors-to-rate', left: 3 }])
  const many = fc.nat({ max: 8 })
  fc.assert(
    fc.property(many, many, (rated, needed) => {
      const [reason] = mayTakeRequests(rated, needed)
      if (reason) expect(mayTakeRequests(rated + reason.left, needed)).toEqual([])
      else expect(rated).toBeGreaterThanOrEqual(needed)
    }),
  )
})
