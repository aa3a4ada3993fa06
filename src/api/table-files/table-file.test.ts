import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anArchive, aWorkbook, gathered, textRows } from '#testing/workbook.ts'
import { RefusedTable } from './refused-table.ts'
import { mostRows, readTableFile } from './table-file.ts'
import { xlsxOf } from './xlsx-writer.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const cells = async (bytes: Uint8Array) => (await readTableFile(bytes)).rows.map((row) => row.cells)
const refusal = (bytes: Uint8Array): Promise<string> =>
  readTableFile(bytes).then(
    () => 'was read',
    (error: unknown) => {
      if (error instanceof RefusedTable) return error.message
      throw error
    },
  )

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), little)
  return bytes
}

describe('a list in text', () => {
  const list = 'Name;E-mail\r\nZoë Ångström;zoe@example.org\r\n"Amara; Okafor";amara@example.org\r\n'
  test.each([
    ['UTF-8', utf8(list)],
    ['UTF-8 with its mark', utf8(`\uFEFF${list}`)],
    ['UTF-16 little-endian', utf16(`\uFEFF${list}`, true)],
    ['UTF-16 big-endian', utf16(`\uFEFF${list}`, false)],
    ['UTF-16 little-endian without a mark', utf16(list, true)],
    ['UTF-16 big-endian without a mark', utf16(list, false)],
    ['tabs between the cells', utf8(list.replaceAll(';', '\t'))],
    ['commas between the cells', utf8(list.replaceAll(';', ','))],
    ['a first line that says what stands between the cells', utf8(`sep=;\n${list}`)],
  ])('is read in %s', async (_, bytes) => {
    const read = await readTableFile(bytes)
    expect(read).toMatchObject({ kind: 'csv', headings: ['Name', 'E-mail'], notes: [] })
    expect(read.rows[0]?.cells).toEqual(['Zoë Ångström', 'zoe@example.org'])
    expect(read.rows[1]?.cells[0]).toMatch(/^Amara. Okafor$/)
  })

  test('from an old Windows program is read with a warning to look at the accents', async () => {
    const read = await readTableFile(Uint8Array.from([...utf8('Name\nZo'), 0xeb]))
    expect(read.rows[0]?.cells).toEqual(['Zoë'])
    expect(read.notes).toEqual([expect.stringContaining('accents')])
  })

  test('with quotation marks broken in row 7,000 is refused with that line', async () => {
    const rows = Array.from({ length: 8000 }, (_, index) => (index === 6998 ? '"Broken,broken@example.org' : `Person ${index},p${index}@example.org`))
    expect(await refusal(utf8(['Name,E-mail', ...rows].join('\n')))).toBe(
      'Line 7000, cell 1: The quotation mark that opens this cell is never closed. Mend the file and send it again',
    )
  })

  test('keeps the line of each row past empty lines and cells of several lines', async () => {
    const read = await readTableFile(utf8('Name,Note\n\n"A",b\n,\n"C\nc",d\nE,f\n'))
    expect(read.rows.map(({ line }) => line)).toEqual([3, 5, 7])
  })
})

describe('a workbook', () => {
  const heading = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>'
  const shared = '<si><t>Name</t></si><si><r><t>Re</t></r><r><t>gion</t></r><rPh><t>spoken</t></rPh></si><si><t>A &amp; B</t></si>'

  test('is read with shared, rich and inline texts, numbers, truth, and gaps between cells', async () => {
    const rows = `${heading}<row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4"><v>1.5</v></c><c r="D4" t="b"><v>1</v></c><c r="E4" t="inlineStr"><is><t>in</t></is></c></row>`
    const read = await readTableFile(await aWorkbook({ rows, shared }))
    expect(read).toEqual({
      kind: 'xlsx',
      headings: ['Name', '', 'Region', '', ''],
      rows: [{ line: 4, cells: ['A & B', '1.5', '', 'TRUE', 'in'] }],
      notes: [],
    })
  })

  test('with formulas gives what they showed, and says so; one without a stored result is empty', async () => {
    const rows = `${heading}<row r="2"><c r="A2" t="str"><f>"A"&amp;"B"</f><v>AB</v></c><c r="B2"><f>1+1</f></c></row>`
    const read = await readTableFile(await aWorkbook({ rows, shared }))
    expect(read.rows[0]?.cells).toEqual(['AB'])
    expect(read.notes).toEqual([expect.stringContaining('Cell A2 holds a formula'), expect.stringContaining('B2 has no stored result')])
  })

  test('with merged cells gives the first of each, and says where', async () => {
    const rows = `${heading}<row r="2"><c r="A2" t="inlineStr"><is><t>Amara</t></is></c><c r="B2"/></row>`
    const read = await readTableFile(await aWorkbook({ rows, shared, afterRows: '<mergeCells><mergeCell ref="A2:B2"/></mergeCells>' }))
    expect(read.rows[0]?.cells).toEqual(['Amara'])
    expect(read.notes).toEqual([expect.stringContaining('Merged cells (A2:B2)')])
  })

  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="[&gt;1]dd/mm/yy;&quot;day&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="2"/></cellXfs>'
  const dates = `${heading}<row r="2"><c r="A2" s="1"><v>45000</v></c><c r="B2" s="2"><v>45000.75</v></c><c r="C2" s="3"><v>45000</v></c><c r="D2" t="inlineStr"><is><t>15/03/2023</t></is></c><c r="E2" s="1"><v>1</v></c></row>`
  test('gives days that are stored as numbers as days, and days typed as text as they were typed', async () => {
    expect(await cells(await aWorkbook({ rows: dates, shared, styles }))).toEqual([['2023-03-15', '2023-03-15', '45000', '15/03/2023', '1900-01-01']])
  })

  test('that counts days from 1904 gives the days that it showed', async () => {
    const workbook = '<workbook><workbookPr date1904="1"/><sheets><sheet name="P" r:id="rId7"/></sheets></workbook>'
    expect((await cells(await aWorkbook({ rows: dates, shared, styles, workbook })))[0]?.[0]).toBe('2027-03-16')
  })

  test('with a macro is read, the macro is not run, and it says so', async () => {
    const read = await readTableFile(await aWorkbook({ rows: textRows(['Name'], ['Amara']), others: { 'xl/vbaProject.bin': 'macro' } }))
    expect(read.rows[0]?.cells).toEqual(['Amara'])
    expect(read.notes).toEqual([expect.stringContaining('macros')])
  })

  test('gives its first sheet that can be seen, and says that there are others', async () => {
    const workbook =
      '<workbook><sheets><sheet name="Lists" state="hidden" r:id="rId1"/><sheet name="Pool" r:id="rId7"/><sheet name="Old" r:id="rId9"/></sheets></workbook>'
    const read = await readTableFile(await aWorkbook({ rows: textRows(['Name'], ['Amara']), workbook }))
    expect(read.rows[0]?.cells).toEqual(['Amara'])
    expect(read.notes).toEqual(['Only the first sheet, “Pool”, was read; the workbook has one other'])
  })

  test('of 200 columns is read; one of 201 is refused', async () => {
    const row = (columns: number) => Array.from({ length: columns }, (_, at) => `c${at}`)
    expect((await readTableFile(await aWorkbook({ rows: textRows(row(200), row(200)) }))).headings).toHaveLength(200)
    expect(await refusal(await aWorkbook({ rows: textRows(row(201), row(201)) }))).toContain('Row 1 has 201 columns')
  })

  test('with errors in cells counts them as empty and says where', async () => {
    const read = await readTableFile(
      await aWorkbook({ rows: `${heading}<row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="B2"><v>7</v></c></row>`, shared }),
    )
    expect(read.rows[0]?.cells).toEqual(['', '7'])
    expect(read.notes).toEqual([expect.stringContaining('Cell A2 shows an error')])
  })

  test('that unpacks to far more than it weighs is refused before it fills the memory', async () => {
    const bomb = await aWorkbook({ rows: textRows(['Name'], ['Amara']), others: { 'xl/sharedStrings.xml': ' '.repeat(33 * 1_048_576) } })
    expect(bomb.length).toBeLessThan(1_048_576)
    expect(await refusal(bomb)).toContain('far larger inside')
  })

  test('cut off or scrambled anywhere is refused or read, and never anything else', async () => {
    const whole = await aWorkbook({ rows: textRows(['Name', 'Region'], ['Amara', 'London']), shared })
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const broken = cut ? whole.slice(0, at) : Uint8Array.from(whole)
        if (!cut) broken[at] = byte
        await refusal(broken)
      }),
      { numRuns: 80 },
    )
  })
})

test.each([
  ['an empty file', utf8(''), 'is empty'],
  ['headings alone', utf8('Name,E-mail\n'), 'nothing to import'],
  ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'XLS'],
  ['a PDF', utf8('%PDF-1.7'), 'PDF'],
  ['a web page named .xls', utf8('<html><table><tr><td>Name'), 'web page'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'neither a workbook'],
])('%s is refused by what is in it', async (_, bytes, words) => {
  expect(await refusal(bytes)).toContain(words)
})

test('an archive that is no workbook is refused by what is in it', async () => {
  expect(await refusal(await anArchive({ 'word/document.xml': '<a/>' }))).toContain('not a workbook')
  expect(await refusal(await anArchive({ mimetype: 'application/vnd.oasis', 'content.xml': '<a/>' }))).toContain('OpenDocument')
  expect(await refusal(await anArchive({ 'xl/workbook.bin': '' }))).toContain('XLSB')
})

test('more rows than we take are refused with what to do', async () => {
  const rows = Array.from({ length: mostRows + 1 }, (_, index) => `Person ${index}`)
  expect(await refusal(utf8(['Name', ...rows].join('\n')))).toContain('more than 10,000 rows')
})

test('what is written as a workbook is read again as it was, and no cell of it is a formula', async () => {
  const aCell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: fc.constantFrom('_', 'x', '0', '1', 'A', '<', '&', '"', '=', '\r', '\n'), maxLength: 12 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(aCell, aCell), { minLength: 1, maxLength: 5 }), async (rows) => {
      const book = await gathered(
        xlsxOf(
          'People',
          (async function* () {
            yield [['first', 'second']]
            yield rows.map(([one, other]) => [`.${one}.`, `.${other}.`])
          })(),
        ),
      )
      const read = await readTableFile(book).catch((error: Error) => error.message)
      const nul = rows.flat().some((text) => text.includes('\0'))
      if (nul) expect(read).toContain('cannot be kept')
      else
        expect(read).toMatchObject({
          headings: ['first', 'second'],
          rows: rows.map(([one, other]) => ({ cells: [`.${one}.`, `.${other}.`] })),
          notes: [],
        })
    }),
    { numRuns: 60 },
  )
})
