import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whereJsonBreaks } from './json-break.ts'

const isJson = (text: string) => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('a text breaks somewhere exactly when it is not JSON', () => {
  const cut = fc
    .tuple(fc.json(), fc.nat(60), fc.nat(3), fc.constantFrom('', ',', ':', '"', '{', ']', '1', 'x', ' '))
    .map(([json, at, length, put]) => json.slice(0, at) + put + json.slice(at + length))
  const bits = fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', 'null', ' ', '\n'), { maxLength: 8 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(fc.json(), cut, bits, fc.string()), (text) => {
      expect(whereJsonBreaks(text) === null).toBe(isJson(text))
    }),
    { numRuns: 5000 },
  )
})

test('what comes before the break could still have become JSON', () => {
  expect(whereJsonBreaks('{"a": nothing}')).toBe(6)
  expect(whereJsonBreaks('{"a": [1, 2}')).toBe(11)
  expect(whereJsonBreaks('{"a": 1')).toBe(7)
  expect(whereJsonBreaks('[1,]')).toBe(3)
  expect(whereJsonBreaks('{"a": 1} more')).toBe(9)
  expect(whereJsonBreaks('')).toBe(0)
  expect(whereJsonBreaks('"a line\nbreak"')).toBe(0)
})
