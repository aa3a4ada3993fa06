import { expect, test } from 'vitest'
import { headingOf } from './bookmark.ts'
import type { Block } from './module.ts'

const heading = (id: string, text: string): Block => ({ kind: 'heading', id, level: 2, text })
const paragraph = (id: string): Block => ({ kind: 'paragraph', id, text: [] })
const lesson = { blocks: [paragraph('b1'), heading('b2', 'First'), paragraph('b3'), heading('b4', 'Second')] }

test('a marked block is named after the heading that it stands under', () => {
  expect(headingOf(lesson, 'b3')).toBe('First')
  expect(headingOf(lesson, 'b4')).toBe('Second')
})

test('what stands before the first heading has none, and neither has a whole lesson or a block that is gone', () => {
  for (const block of ['b1', 'lesson', 'b9']) expect(headingOf(lesson, block)).toBeNull()
})
