import { expect, test } from 'vitest'
import { compileBlocks } from './blocks.ts'
import { gradeOf, syllables } from './reading-age.ts'
import { Report } from './report.ts'

test.each([
  ['child', 1],
  ['named', 1],
  ['wanted', 2],
  ['notices', 3],
  ['people', 2],
  ['review', 2],
  ['yellow', 2],
  ['agency', 3],
  ['safeguarding', 4],
  ['responsibility', 6],
])('%s has about %i syllables', (word, count) => {
  expect(syllables(word)).toBeGreaterThanOrEqual(count - 1)
  expect(syllables(word)).toBeLessThanOrEqual(count + 1)
})

test('plain sentences are for fewer years at school than heavy ones, and headings and lists do not count', () => {
  const grade = (markdown: string) => gradeOf(compileBlocks(markdown, 'a.md', 0, new Map(), new Report()).blocks)
  const plain = 'The nurse saw the child. She wrote it down. Nobody read it.'
  const heavy =
    'Notwithstanding organisational responsibilities, multidisciplinary collaboration necessitates comprehensive documentation of institutional accountability.'
  expect(grade(plain)).toBeLessThan(3)
  expect(grade(heavy)).toBeGreaterThan(20)
  expect(grade(`## Multidisciplinary accountability\n\n${plain}\n\n- ${heavy}`)).toBe(grade(plain))
})
