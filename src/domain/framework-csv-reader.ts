import { readCsv } from './csv.ts'
import { type FileFault, type Gathered, Places } from './file-places.ts'
import type { Path } from './framework-consistency.ts'
import type { CsvColumn, CsvRecord } from './framework-csv.ts'
import { type Row, rowsUnder, type SkillRows, skillsIn } from './framework-csv-rows.ts'

/** Finds a framework in comma-separated values, or says what stops it: cells that do not belong to their row, rows that do not belong together. */
export function gatherCsv(file: string): Gathered | { faults: FileFault[] } {
  const { rows: lines, faults: ofQuotes } = readCsv(file)
  const faults: FileFault[] = ofQuotes.map(({ line, column, detail }) => ({ at: `line ${line}, column ${column}`, detail }))
  if (faults.length > 0) return { faults }
  const [heads = [], ...cells] = lines
  const rows = rowsUnder(heads, cells, faults)
  if (faults.length > 0) return { faults }
  const of = (record: CsvRecord) => rows.filter((row) => row.record === record)
  const skills = skillsIn(of('skill'), faults)
  const [about, ...more] = of('framework')
  for (const row of more) faults.push({ at: row.place('record'), detail: `${about?.place('record')} is the framework already` })
  const domains = new Set(of('domain').map((row) => row.text('id')))
  for (const { first } of skills)
    if (!domains.has(first.text('domain')))
      faults.push({ at: first.place('domain'), detail: `There is no domain ${first.text('domain') || 'without an id'}` })
  if (!about) faults.push({ at: 'line 1', detail: 'One row must be the framework itself: its record is framework' })
  return faults.length > 0 || !about ? { faults } : assembled(about, of, skills)
}

function assembled(about: Row, of: (record: CsvRecord) => Row[], skills: readonly SkillRows[]): Gathered {
  const places = new Places()
  places.mark([], about.place('record'))
  /** A cell of a row as a part of the framework; where it stands is noted. */
  const take = (row: Row, column: CsvColumn, path: Path): string => {
    places.mark(path, row.place(column))
    return row.text(column)
  }

  const skill = ({ first, levels }: SkillRows, path: Path) => ({
    id: take(first, 'id', [...path, 'id']),
    name: take(first, 'name', [...path, 'name']),
    summary: take(first, 'summary', [...path, 'summary']),
    why: take(first, 'why', [...path, 'why']),
    sources: list(take(first, 'sources', [...path, 'sources'])),
    roles: list(take(first, 'roles', [...path, 'roles'])).map((role, index) => ({
      role,
      // A role that is not known has no columns; its name is refused with the rest of the framework.
      weight: take(first, role as 'chair', [...path, 'roles', index, 'weight']),
      why: take(first, `${role as 'chair'} why`, [...path, 'roles', index, 'why']),
    })),
    levels: levels.map((row, index) => ({
      level: number(take(row, 'level', [...path, 'levels', index, 'level'])),
      indicator: take(row, 'indicator', [...path, 'levels', index, 'indicator']),
      evidence: take(row, 'evidence', [...path, 'levels', index, 'evidence']),
    })),
  })

  const domains = of('domain')
  /** Of two domains with one id the first is given the skills; that there are two is refused with the rest of the framework. */
  const domainOf = ({ first }: SkillRows) => domains.findIndex((row) => row.text('id') === first.text('domain'))
  const document = {
    id: take(about, 'id', ['id']),
    version: number(take(about, 'version', ['version'])),
    title: take(about, 'name', ['title']),
    edition: take(about, 'edition', ['edition']),
    publishedOn: orNull(take(about, 'published on', ['publishedOn'])),
    summary: take(about, 'summary', ['summary']),
    levels: of('level').map((row, index) => ({
      level: number(take(row, 'level', ['levels', index, 'level'])),
      name: take(row, 'name', ['levels', index, 'name']),
      meaning: take(row, 'summary', ['levels', index, 'meaning']),
      evidence: take(row, 'evidence', ['levels', index, 'evidence']),
    })),
    bars: of('bar').map((row, index) => ({
      role: take(row, 'id', ['bars', index, 'role']),
      name: take(row, 'name', ['bars', index, 'name']),
      why: take(row, 'why', ['bars', index, 'why']),
      core: {
        domains: list(take(row, 'core domains', ['bars', index, 'core', 'domains'])),
        level: number(take(row, 'level', ['bars', index, 'core', 'level'])),
      },
      elsewhere: number(take(row, 'elsewhere', ['bars', index, 'elsewhere'])),
    })),
    domains: domains.map((row, domain) => ({
      id: take(row, 'id', ['domains', domain, 'id']),
      name: take(row, 'name', ['domains', domain, 'name']),
      summary: take(row, 'summary', ['domains', domain, 'summary']),
      skills: skills.filter((rows) => domainOf(rows) === domain).map((rows, index) => skill(rows, ['domains', domain, 'skills', index])),
    })),
    sources: of('source').map((row, index) => ({
      id: take(row, 'id', ['sources', index, 'id']),
      title: take(row, 'name', ['sources', index, 'title']),
      address: orNull(take(row, 'address', ['sources', index, 'address'])),
    })),
  }
  return { document, places }
}

const orNull = (text: string): string | null => text || null
const list = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
/** What is no number stays as it is, for the check to point at. */
const number = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text)
