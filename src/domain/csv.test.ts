import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv, writeCsv } from './csv.ts'

const texts = (file: string) => readCsv(file).rows.map((row) => row.map(({ text }) => text))
/** Cells that try what a file can trip over. */
const aCell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', "'", '=', '+', '@', '\t', 'a', '\uFEFF', '＝') }),
)

describe('comma-separated values', () => {
  test('what was written is read again as it was, whatever the cells hold', () => {
    fc.assert(
      fc.property(fc.array(fc.array(aCell, { minLength: 1, maxLength: 5 }), { maxLength: 6 }), (rows) => {
        const file = writeCsv(rows)
        expect(texts(file)).toEqual(rows)
        expect(readCsv(file).faults).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  test('no cell that is written can be taken for a formula', () => {
    fc.assert(
      fc.property(fc.array(aCell, { minLength: 2, maxLength: 4 }), (row) => {
        for (const cell of row) {
          const [, written = ''] = /^\uFEFFx,"?([^]*)$/.exec(writeCsv([['x', cell]])) ?? []
          expect(written).not.toMatch(/^[=+\-@\t＝＋－＠]/)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('files of other programs are read: line feeds alone, no mark at the start, blank lines, quotation marks where none are needed', () => {
    expect(texts('a,b\n\n"c","d ""e"""\nf,\n')).toEqual([
      ['a', 'b'],
      ['c', 'd "e"'],
      ['f', ''],
    ])
    expect(texts('a,b\r1,2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(texts('a,')).toEqual([['a', '']])
    expect(texts('')).toEqual([])
  })

  test('every cell knows the line and the column where it begins, past cells of several lines', () => {
    const { rows } = readCsv('a,"b\r\nb",c\r\nd,e,f\r\n')
    expect(rows.flat().map(({ line, column }) => [line, column])).toEqual([
      [1, 1],
      [1, 2],
      [2, 3],
      [3, 1],
      [3, 2],
      [3, 3],
    ])
  })

  test.each([
    ['a,"b', 1, 2, 'never closed'],
    ['a\n"b"c,d', 2, 1, 'follows the closing'],
    ['a\nb "c",d', 2, 1, 'in quotation marks'],
  ])('%j is refused with its place', (file, line, column, words) => {
    expect(readCsv(file).faults).toEqual([{ line, column, detail: expect.stringContaining(words) }])
  })
})
