/** One cell, as it stands in its file: its text, and the line and column (both from 1) where it begins among the rows and cells. */
export interface CsvCell {
  text: string
  line: number
  column: number
}

export interface CsvFault {
  line: number
  column: number
  detail: string
}

/** A spreadsheet takes a cell that begins so for a formula. Source: OWASP, CSV injection; with the full-width forms that some programs accept. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/

/**
 * Rows of cells as a file of comma-separated values (RFC 4180), with the mark that makes a spreadsheet read it as UTF-8. A cell that a spreadsheet
 * would take for a formula is led by an apostrophe, which `readCsv` takes off again.
 */
export const writeCsv = (rows: readonly (readonly string[])[]): string => `\uFEFF${csvLines(rows)}`

/** Some of the rows of such a file, for one that is written part by part. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((text) => cell(text, row.length)).join(',')}\r\n`).join('')

function cell(text: string, inRow: number): string {
  const inert = formula.test(text) ? `'${text}` : text
  // A row of one empty cell would look like a blank line.
  return /[",\r\n]/.test(inert) || (inert === '' && inRow === 1) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** The rows of a file, blank lines left out, and what is wrong with its quotation marks. */
export function readCsv(file: string, separator = ','): { rows: CsvCell[][]; faults: CsvFault[] } {
  const faults: CsvFault[] = []
  return { rows: [...csvRows(file, separator, faults)], faults }
}

/** The same row by row, for whoever has to let others have their turn between them. What is wrong is added to `faults`. */
export function* csvRows(file: string, separator: string, faults: CsvFault[]): Generator<CsvCell[]> {
  let row: CsvCell[] = []
  let line = 1
  let at = file.startsWith('\uFEFF') ? 1 : 0
  while (at < file.length) {
    const found = file.charAt(at) === '"' ? quoted(file, at, separator) : bare(file, at, separator)
    const begins = { line, column: row.length + 1 }
    if (found.fault) faults.push({ ...begins, detail: found.fault })
    row.push({ text: formula.test(found.text.slice(1)) && found.text.startsWith("'") ? found.text.slice(1) : found.text, ...begins })
    line += breaksIn(file.slice(at, found.end))
    at = found.end
    const ended = lineBreakAt(file, at)
    if (file.charAt(at) === separator) {
      at += 1
      if (at === file.length) row.push({ text: '', line, column: row.length + 1 })
    } else {
      if (row.length > 1 || found.end > found.began) yield row
      row = []
      line += 1
      at += ended
    }
  }
  if (row.length > 0) yield row
}

interface Found {
  text: string
  began: number
  end: number
  fault?: string
}

const endsCell = (char: string, separator: string): boolean => char === separator || char === '\r' || char === '\n'

function bare(file: string, began: number, separator: string): Found {
  let end = began
  while (end < file.length && !endsCell(file.charAt(end), separator)) end += 1
  const text = file.slice(began, end)
  return { text, began, end, ...(text.includes('"') ? { fault: 'Put the whole cell in quotation marks, and write each mark inside it twice' } : {}) }
}

function quoted(file: string, began: number, separator: string): Found {
  let text = ''
  let at = began + 1
  for (;;) {
    const mark = file.indexOf('"', at)
    if (mark === -1) return { text: text + file.slice(at), began, end: file.length, fault: 'The quotation mark that opens this cell is never closed' }
    text += file.slice(at, mark)
    if (file.charAt(mark + 1) !== '"') return afterQuote(file, { text, began, end: mark + 1 }, separator)
    text += '"'
    at = mark + 2
  }
}

/** Only a separator, a line break or the end may follow a closing quotation mark. */
function afterQuote(file: string, found: Found, separator: string): Found {
  if (found.end === file.length || endsCell(file.charAt(found.end), separator)) return found
  const rest = bare(file, found.end, separator)
  return { ...found, text: found.text + rest.text, end: rest.end, fault: 'Something follows the closing quotation mark of this cell' }
}

const lineBreakAt = (file: string, at: number): number => (file.startsWith('\r\n', at) ? 2 : 1)
const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0
