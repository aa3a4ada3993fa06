import { expect, test } from 'vitest'
import { writeCsv } from './csv.ts'

test('a cell that a spreadsheet would take for a formula is inert', () => {
  for (const text of ['=1+1', '+1', '-1', '@sum', '\tx', '＝1']) expect(writeCsv([[text, 'b']]).includes(`'${text}`)).toBe(true)
})

test('commas, quotation marks and line breaks stay inside their cell', () => {
  expect(writeCsv([['a, b', 'say "no"', 'x']])).toBe('\uFEFF"a, b","say ""no""",x\r\n')
})
