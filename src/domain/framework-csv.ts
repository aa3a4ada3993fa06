import { writeCsv } from './csv.ts'
import type { Framework, Skill } from './framework.ts'

/**
 * The columns of a framework as a table. The first says what a row holds, and each kind of row fills some of the others. A skill has one row for each of
 * its levels; what it says of itself is repeated on each, so that a spreadsheet can filter and sort them.
 */
export const csvColumns = [
  'record',
  'id',
  'domain',
  'name',
  'level',
  'indicator',
  'evidence',
  'summary',
  'why',
  'sources',
  'roles',
  'chair',
  'chair why',
  'author',
  'author why',
  'adviser',
  'adviser why',
  'core domains',
  'elsewhere',
  'version',
  'edition',
  'published on',
  'address',
] as const

export type CsvColumn = (typeof csvColumns)[number]

/** What each kind of row fills in; the rest of it is empty. */
export const csvRecords = {
  framework: ['id', 'name', 'summary', 'version', 'edition', 'published on'],
  level: ['level', 'name', 'summary', 'evidence'],
  bar: ['id', 'name', 'why', 'core domains', 'level', 'elsewhere'],
  domain: ['id', 'name', 'summary'],
  skill: [
    'id',
    'domain',
    'name',
    'level',
    'indicator',
    'evidence',
    'summary',
    'why',
    'sources',
    'roles',
    'chair',
    'chair why',
    'author',
    'author why',
    'adviser',
    'adviser why',
  ],
  source: ['id', 'name', 'address'],
} as const satisfies Record<string, readonly CsvColumn[]>

export type CsvRecord = keyof typeof csvRecords

type Cells = { [Column in CsvColumn]?: string | number | null }

/** A framework as comma-separated values. Give it one that has no inconsistencies: only such a one comes back unchanged. */
export function csvOf(framework: Framework): string {
  const { id, version, title, edition, publishedOn, summary, levels, bars, domains, sources } = framework
  const rows: (Cells & { record: CsvRecord })[] = [
    { record: 'framework', id, version, name: title, edition, 'published on': publishedOn, summary },
    ...levels.map(({ level, name, meaning, evidence }) => ({ record: 'level' as const, level, name, summary: meaning, evidence })),
    ...bars.map(({ role, name, why, core, elsewhere }) => ({
      record: 'bar' as const,
      id: role,
      name,
      why,
      'core domains': core.domains.join('; '),
      level: core.level,
      elsewhere,
    })),
    ...domains.map((domain) => ({ record: 'domain' as const, id: domain.id, name: domain.name, summary: domain.summary })),
    ...domains.flatMap((domain) => domain.skills.flatMap((skill) => skillRows(domain.id, skill))),
    ...sources.map((source) => ({ record: 'source' as const, id: source.id, name: source.title, address: source.address })),
  ]
  return writeCsv([csvColumns, ...rows.map((row) => csvColumns.map((column) => String(row[column] ?? '')))])
}

function skillRows(domain: string, { id, name, summary, why, sources, roles, levels }: Skill): (Cells & { record: 'skill' })[] {
  const tags = Object.fromEntries(
    roles.flatMap((tag) => [
      [tag.role, tag.weight],
      [`${tag.role} why`, tag.why],
    ]),
  ) as Cells
  const self: Cells & { record: 'skill' } = {
    ...tags,
    record: 'skill',
    id,
    domain,
    name,
    summary,
    why,
    sources: sources.join('; '),
    roles: roles.map(({ role }) => role).join('; '),
  }
  return levels.length === 0 ? [self] : levels.map((level) => ({ ...self, ...level }))
}
