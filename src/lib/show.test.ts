import { expect, test } from 'vitest'
import { showDate, showMinutes } from './show.ts'

test('a length is told as precisely as anybody can know it: to the minute while it is short, then by fives', () => {
  expect([0, 1, 11, 38, 48, 61, 71, 120].map(showMinutes)).toEqual([
    'less than a minute',
    '1 minute',
    '11 minutes',
    '40 minutes',
    '50 minutes',
    '1 hour',
    '1 hour 10 minutes',
    '2 hours',
  ])
})

test('a day is shown in full, or short where a column is narrow', () => {
  expect(showDate('2026-11-25')).toBe('25 November 2026')
  expect(showDate('2026-11-25', 'short')).toBe('25 Nov 2026')
})
