import type { CsvCell } from './csv.ts'
import type { FileFault } from './file-places.ts'
import { type CsvColumn, csvColumns, type CsvRecord, csvRecords } from './framework-csv.ts'

/** A row by the names of its columns. */
export interface Row {
  record: CsvRecord
  text: (column: CsvColumn) => string
  place: (column: CsvColumn) => string
}

/** A skill: the row that describes it, and one for each of its levels. */
export interface SkillRows {
  first: Row
  levels: Row[]
}

/** The rows below the heads, each by its columns; adds to `faults` what cannot be read. */
export function rowsUnder(heads: readonly CsvCell[], lines: readonly (readonly CsvCell[])[], faults: FileFault[]): Row[] {
  const order = heads.map(({ text }) => text.trim())
  const unknown = heads.filter((_, index) => !csvColumns.some((column) => column === order[index]) || order.indexOf(order[index] ?? '') < index)
  faults.push(
    ...unknown.map(({ text, line, column }) => ({ at: `line ${line}, column ${column}`, detail: `No column is named ${text}, or two are` })),
  )
  const missing = csvColumns.filter((column) => !order.includes(column))
  if (missing.length > 0) faults.push({ at: 'line 1', detail: `The first row must also name the columns ${missing.join(', ')}, divided by commas` })
  return faults.length > 0 ? [] : lines.flatMap((cells) => rowOf(cells, order, faults))
}

function rowOf(cells: readonly CsvCell[], order: readonly string[], faults: FileFault[]): Row[] {
  const line = cells[0]?.line ?? 0
  const cell = (column: string) => cells[order.indexOf(column)]
  const place = (column: string) =>
    order.includes(column) ? `line ${cell(column)?.line ?? line}, column ${order.indexOf(column) + 1} (${column})` : `line ${line}`
  const record = cell('record')?.text.trim() ?? ''
  if (!isRecord(record)) {
    faults.push({ at: place('record'), detail: `A row is one of: ${Object.keys(csvRecords).join(', ')}` })
    return []
  }
  const own: readonly string[] = ['record', ...csvRecords[record]]
  for (const column of order)
    if (!own.includes(column) && cell(column)?.text) faults.push({ at: place(column), detail: `A ${record} has nothing here: empty this cell` })
  for (const extra of cells.slice(order.length))
    if (extra.text) faults.push({ at: `line ${extra.line}, column ${extra.column}`, detail: 'This cell is under no column' })
  return [{ record, text: (column) => cell(column)?.text ?? '', place }]
}

const isRecord = (text: string): text is CsvRecord => Object.hasOwn(csvRecords, text)

/** What a skill says of itself: the same on each of its rows, or left out after the first. */
const ofTheSkill = csvRecords.skill.filter((column) => !['id', 'level', 'indicator', 'evidence'].includes(column))
const roles = ['chair', 'author', 'adviser'] as const

/** Rows of one skill belong together wherever they stand; adds to `faults` where they contradict each other. */
export function skillsIn(rows: readonly Row[], faults: FileFault[]): SkillRows[] {
  const skills = new Map<string, SkillRows>()
  for (const row of rows) {
    const skill = skills.get(row.text('id')) ?? { first: row, levels: [] }
    skills.set(row.text('id'), skill)
    for (const column of ofTheSkill)
      if (row.text(column) && row.text(column) !== skill.first.text(column))
        faults.push({ at: row.place(column), detail: `This differs from ${skill.first.place(column)}: make them the same, or empty this cell` })
    if (row.text('level')) skill.levels.push(row)
    else if (row.text('indicator') || row.text('evidence')) faults.push({ at: row.place('level'), detail: 'Say which level this row describes' })
  }
  for (const { first } of skills.values()) {
    const listed = first.text('roles').split(';')
    for (const role of roles)
      if ((first.text(role) || first.text(`${role} why`)) && !listed.some((one) => one.trim() === role))
        faults.push({ at: first.place('roles'), detail: `Add ${role} to the roles, or empty the cells about it` })
  }
  return [...skills.values()]
}
