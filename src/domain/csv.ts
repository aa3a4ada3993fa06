/** A spreadsheet takes a cell that begins so for a formula. Source: OWASP, CSV injection; with the full-width forms that some programs accept. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/

/**
 * Rows of cells as a file of comma-separated values (RFC 4180), with the mark that makes a spreadsheet read it as UTF-8. A cell that a spreadsheet
 * would take for a formula is led by an apostrophe.
 */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map((text) => cell(text, row.length)).join(',')}\r\n`).join('')}`

function cell(text: string, inRow: number): string {
  const inert = formula.test(text) ? `'${text}` : text
  // A row of one empty cell would look like a blank line.
  return /[",\r\n]/.test(inert) || (inert === '' && inRow === 1) ? `"${inert.replaceAll('"', '""')}"` : inert
}
