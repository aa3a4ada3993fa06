import { dateFormats, serialAsText } from './xlsx-dates.ts'
import { RefusedTable } from './refused-table.ts'
import type { ReadRow } from './read-row.ts'
import { attribute, type XmlTag, xmlTags } from './xml-tags.ts'
import { type Allowance, unzip, zipEntries, type ZipEntry } from './zip-reader.ts'

/** All that one workbook may come to when unpacked. */
const mostUnpacked = 32 * 1_048_576

/** What a sheet holds beside plain values, each with the first place where it does. */
export interface SheetFindings {
  sheet: string
  otherSheets: number
  macros: boolean
  formulas: { count: number; first: string }
  formulasWithoutValue: { count: number; first: string }
  errors: { count: number; first: string }
  merged: string[]
}

/** A workbook opened: its rows come one by one, and what was found beside values is complete once they have. */
interface OpenSheet {
  rows: Generator<ReadRow>
  findings: SheetFindings
}

/**
 * Opens the first sheet of a workbook that can be seen. Values are read as they were stored when it was last saved: nothing in it is calculated or run.
 * @throws RefusedTable when it is no workbook we can read.
 */
export async function openXlsx(bytes: Uint8Array): Promise<OpenSheet> {
  const entries = zipEntries(bytes)
  const allowance = { bytes: mostUnpacked }
  mustBeWorkbook(entries)
  const workbook = await part(bytes, entries, 'xl/workbook.xml', allowance)
  const { sheets, from1904 } = readWorkbook(workbook)
  const seen = sheets.filter(({ hidden }) => !hidden)
  const [sheet = sheets[0]] = seen
  if (!sheet) throw new RefusedTable('This workbook has no sheet with a table. Save the sheet with your list as a workbook of its own')
  const target = targetsIn(await part(bytes, entries, 'xl/_rels/workbook.xml.rels', allowance)).get(sheet.relation)
  const shared = sharedStrings(await part(bytes, entries, 'xl/sharedStrings.xml', allowance))
  const dates = dateFormats(await part(bytes, entries, 'xl/styles.xml', allowance))
  const path = target?.startsWith('/') ? target.slice(1) : `xl/${target ?? 'worksheets/sheet1.xml'}`
  if (!entries.has(path)) throw new RefusedTable('This workbook has no sheet with a table. Save the sheet with your list as a workbook of its own')
  const findings: SheetFindings = {
    sheet: sheet.name,
    otherSheets: seen.length - (sheet.hidden ? 0 : 1),
    macros: entries.has('xl/vbaProject.bin'),
    formulas: { count: 0, first: '' },
    formulasWithoutValue: { count: 0, first: '' },
    errors: { count: 0, first: '' },
    merged: [],
  }
  const xml = await part(bytes, entries, path, allowance)
  return { rows: sheetRows(xml, { shared, dates, from1904 }, findings), findings }
}

function mustBeWorkbook(entries: Map<string, ZipEntry>): void {
  if (entries.has('xl/workbook.xml')) return
  if (entries.has('xl/workbook.bin')) throw new RefusedTable('This is a binary workbook (XLSB). Save it as XLSX or CSV and send that')
  if (entries.has('content.xml') && entries.has('mimetype'))
    throw new RefusedTable('This is an OpenDocument file. Save it as XLSX or CSV and send that')
  throw new RefusedTable('This is not a workbook, whatever its name says. Send a list saved as XLSX or CSV')
}

async function part(bytes: Uint8Array, entries: Map<string, ZipEntry>, name: string, allowance: Allowance): Promise<string> {
  const entry = entries.get(name)
  return entry ? new TextDecoder().decode(await unzip(bytes, entry, allowance)) : ''
}

function readWorkbook(xml: string) {
  const sheets: { name: string; relation: string; hidden: boolean }[] = []
  let from1904 = false
  for (const tag of xmlTags(xml)) {
    if (tag.name === 'workbookPr') from1904 = /^(1|true|on)$/.test(attribute(tag, 'date1904') ?? '')
    if (tag.name === 'sheet' && tag.kind !== 'closes')
      sheets.push({
        name: attribute(tag, 'name') ?? '',
        relation: attribute(tag, 'id') ?? '',
        hidden: ['hidden', 'veryHidden'].includes(attribute(tag, 'state') ?? ''),
      })
  }
  return { sheets, from1904 }
}

function targetsIn(xml: string): Map<string, string> {
  const targets = new Map<string, string>()
  for (const tag of xmlTags(xml)) if (tag.name === 'Relationship') targets.set(attribute(tag, 'Id') ?? '', attribute(tag, 'Target') ?? '')
  return targets
}

/** Texts that cells point to by number. How a word is spoken (`rPh`) stands beside some of them and is not part of the text. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  let text = ''
  let spoken = false
  for (const tag of xmlTags(xml)) {
    if (tag.name === 'rPh') spoken = tag.kind === 'opens'
    else if (tag.name === 't' && tag.kind === 'closes' && !spoken) text += tag.text
    else if (tag.name === 'si' && tag.kind !== 'opens') {
      strings.push(unescaped(text))
      text = ''
    }
  }
  return strings
}

/** Characters that XML cannot hold are written as `_x000D_`. */
const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text

interface Lookups {
  shared: readonly string[]
  dates: ReadonlySet<number>
  from1904: boolean
}

interface OpenCell {
  tag: XmlTag
  column: number
  value: string | null
  inline: string
  formula: boolean
}

function* sheetRows(xml: string, lookups: Lookups, findings: SheetFindings): Generator<ReadRow> {
  let line = 0
  let cells: string[] = []
  let cell: OpenCell | null = null
  const finish = ({ tag, column, value, inline, formula }: OpenCell) => {
    const place = `${columnName(column)}${line}`
    if (formula) note(value === null && inline === '' ? findings.formulasWithoutValue : findings.formulas, place)
    const type = attribute(tag, 't') ?? 'n'
    if (type === 'e') note(findings.errors, place)
    while (cells.length < column - 1) cells.push('')
    cells[column - 1] = textOf(type, value, inline, Number(attribute(tag, 's') ?? -1), lookups)
  }
  for (const tag of xmlTags(xml)) {
    switch (tag.name) {
      case 'row':
        if (tag.kind !== 'closes') {
          line = Number(attribute(tag, 'r') ?? line + 1)
          cells = []
        }
        if (tag.kind === 'closes') yield { line, cells }
        break
      case 'c':
        if (tag.kind === 'opens') cell = { tag, column: columnOf(attribute(tag, 'r')) ?? cells.length + 1, value: null, inline: '', formula: false }
        if (tag.kind === 'closes' && cell) {
          finish(cell)
          cell = null
        }
        break
      case 'f':
        if (cell) cell.formula = true
        break
      case 'v':
        if (cell && tag.kind === 'closes') cell.value = tag.text
        break
      case 't':
        if (cell && tag.kind === 'closes') cell.inline += tag.text
        break
      case 'mergeCell':
        if (tag.kind !== 'closes') findings.merged.push(attribute(tag, 'ref') ?? '')
        break
    }
  }
}

function note(found: { count: number; first: string }, place: string): void {
  if (found.count === 0) found.first = place
  found.count += 1
}

function textOf(type: string, value: string | null, inline: string, style: number, { shared, dates, from1904 }: Lookups): string {
  if (type === 'inlineStr') return unescaped(inline)
  if (value === null || type === 'e') return ''
  if (type === 's') return shared[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'str') return unescaped(value)
  if (type === 'd') return value.slice(0, 10)
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value
  return dates.has(style) ? serialAsText(number, from1904) : String(number)
}

/** The number of a column from the place of a cell: 28 for AB7. */
function columnOf(place: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place ?? '')?.[0]
  return letters ? letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) : null
}

/** The letters of a column: AB for 28. */
const columnName = (column: number): string =>
  column <= 26 ? String.fromCharCode(64 + column) : columnName(Math.floor((column - 1) / 26)) + columnName(((column - 1) % 26) + 1)
