import { type CsvFault, csvRows } from '#domain/csv.ts'
import { csvSeparator, csvText } from './csv-text.ts'
import { RefusedTable } from './refused-table.ts'
import type { ReadRow } from './read-row.ts'
import { openXlsx, type SheetFindings } from './xlsx-reader.ts'

/** A list that somebody sent: its headings, its rows, and what they should know of how it was read. */
export interface TableFile {
  kind: 'csv' | 'xlsx'
  headings: string[]
  rows: ReadRow[]
  notes: string[]
}

export const mostRows = 10_000
const mostColumns = 200
const mostCellLength = 2000
/** After so many rows whatever else the program has to do gets its turn. */
const rowsAtOnce = 400

/**
 * Reads a list from a file, by what is in it and whatever its name says. Rows are read a few hundred at a time, so that nobody else waits for long.
 * @throws RefusedTable in words for whoever sent it.
 */
export async function readTableFile(bytes: Uint8Array): Promise<TableFile> {
  if (bytes.length === 0) throw new RefusedTable('That file is empty. Choose one with a row of headings and a row for each person')
  const kind = kindOf(bytes)
  return kind === 'xlsx' ? readXlsx(bytes) : readText(bytes)
}

const begins = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte)

function kindOf(bytes: Uint8Array): 'xlsx' | 'csv' {
  if (begins(bytes, [0x50, 0x4b])) return 'xlsx'
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new RefusedTable(
      'This is a workbook of the old kind (XLS), or one with a password. Save it as XLSX without a password, or as CSV, and send that',
    )
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) throw new RefusedTable('This is a PDF. Send the list itself, saved as XLSX or CSV')
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 200))))
    throw new RefusedTable(
      'This is a web page or XML, whatever its name says. Open it in a spreadsheet program, save it as XLSX or CSV, and send that',
    )
  return 'csv'
}

async function readText(bytes: Uint8Array): Promise<TableFile> {
  const { text, note } = csvText(bytes)
  const { separator, begins: at } = csvSeparator(text)
  const faults: CsvFault[] = []
  const skipped = at === 0 ? 0 : 1
  const rows = await gathered(rowsUntilFault(text.slice(at), separator, skipped, faults))
  const [fault] = faults
  if (fault) throw new RefusedTable(`Line ${fault.line + skipped}, cell ${fault.column}: ${fault.detail}. Mend the file and send it again`)
  return asTable('csv', rows, note ? [note] : [])
}

/** After a quotation mark that is out of place nobody knows where a row ends. */
function* rowsUntilFault(text: string, separator: string, skipped: number, faults: CsvFault[]): Generator<ReadRow> {
  for (const cells of csvRows(text, separator, faults)) {
    if (faults.length > 0) return
    yield { line: (cells[0]?.line ?? 1) + skipped, cells: cells.map((cell) => cell.text) }
  }
}

async function readXlsx(bytes: Uint8Array): Promise<TableFile> {
  const { rows, findings } = await openXlsx(bytes)
  return asTable('xlsx', await gathered(rows), notesOn(findings))
}

/** @throws RefusedTable as soon as there are more rows or columns than we take. */
async function gathered(rows: Generator<ReadRow>): Promise<ReadRow[]> {
  const kept: ReadRow[] = []
  let read = 0
  for (const { line, cells } of rows) {
    read += 1
    if (read % rowsAtOnce === 0) await new Promise((resolve) => setTimeout(resolve))
    const trimmed = cells.map((cell) => cell.trim())
    while (trimmed.at(-1) === '') trimmed.pop()
    if (trimmed.length === 0) continue
    if (trimmed.length > mostColumns)
      throw new RefusedTable(
        `Row ${line} has ${trimmed.length} columns, and we take ${mostColumns}. Delete the columns that say nothing of people, and send the file again`,
      )
    const long = trimmed.findIndex(({ length }) => length > mostCellLength)
    if (long !== -1)
      throw new RefusedTable(
        `Row ${line}, cell ${long + 1}: this holds more than ${mostCellLength} characters. Make it shorter and send the file again`,
      )
    if (trimmed.some((cell) => cell.includes('\0'))) throw new RefusedTable(`Row ${line} holds a character that cannot be kept. Type that row again`)
    kept.push({ line, cells: trimmed })
    if (kept.length > mostRows + 1)
      throw new RefusedTable('This list has more than 10,000 rows. Split it into several files and import one after the other')
  }
  return kept
}

function asTable(kind: TableFile['kind'], [first, ...rows]: ReadRow[], notes: string[]): TableFile {
  if (!first || rows.length === 0)
    throw new RefusedTable('There is nothing to import in that file: it needs a row of headings and below it a row for each person')
  const width = Math.max(...[first, ...rows].map(({ cells }) => cells.length))
  const headings = Array.from({ length: width }, (_, at) => first.cells[at] ?? '')
  return { kind, headings, rows, notes }
}

/** What is true of one cell, or of several. */
const ofCells = (count: number, one: string, several: (count: string) => string): string | false =>
  count > 0 && (count === 1 ? one : several(count.toLocaleString('en-GB')))

function notesOn({ sheet, otherSheets, macros, formulas, formulasWithoutValue, errors, merged }: SheetFindings): string[] {
  const places = merged.slice(0, 3).join(', ') + (merged.length > 3 ? ` and ${merged.length - 3} more` : '')
  return [
    ofCells(
      otherSheets,
      `Only the first sheet, “${sheet}”, was read; the workbook has one other`,
      (count) => `Only the first sheet, “${sheet}”, was read; the workbook has ${count} others`,
    ),
    macros && 'The workbook holds macros. They were not run and are not kept',
    ofCells(
      formulas.count,
      `Cell ${formulas.first} holds a formula. What it showed when the workbook was saved was taken`,
      (count) => `${count} cells hold formulas, the first in ${formulas.first}. What they showed when the workbook was saved was taken`,
    ),
    ofCells(
      formulasWithoutValue.count,
      `The formula in ${formulasWithoutValue.first} has no stored result and counts as empty. Open and save the workbook in a spreadsheet program to store it`,
      (count) =>
        `${count} formulas, the first in ${formulasWithoutValue.first}, have no stored result and count as empty. Open and save the workbook in a spreadsheet program to store them`,
    ),
    ofCells(
      errors.count,
      `Cell ${errors.first} shows an error such as #REF! and counts as empty`,
      (count) => `${count} cells, the first in ${errors.first}, show an error such as #REF! and count as empty`,
    ),
    merged.length > 0 && `Merged cells (${places}) count as their first cell; the others of each are empty`,
  ].filter((note) => note !== false)
}
