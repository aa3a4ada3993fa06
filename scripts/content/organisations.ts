import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Organisation } from '#domain/organisation.schema.ts'
import { organisationIdOf, type Succession, wouldRing } from '#domain/organisation.ts'
import { readYaml } from './read-yaml.ts'
import type { Report } from './report.ts'

interface Given {
  name?: string
  region?: string | null
  area?: string
  code?: string
  otherNames?: string[]
  areas?: string[]
  becamePartOf?: string | string[]
  on?: string
}

interface GivenFile {
  kind?: string
  asOf?: string
  sources?: string[]
  organisations?: Given[]
}

type Register = ReturnType<(typeof Organisation)['parse']>[]

const known = ['name', 'region', 'area', 'code', 'otherNames', 'areas', 'becamePartOf', 'on']

/**
 * Reads the register of organisations, a file for each kind. Each file says as of when it is and what it rests on. Ids are unique, areas are those of
 * local authorities, and mergers lead to somebody and never in a ring.
 */
export async function compileOrganisations(folder: string, report: Report): Promise<Register> {
  const files = []
  for (const name of (await readdir(folder)).toSorted()) files.push(await readYaml(join(folder, name), report))
  const areaIds = new Map<string, string>()
  for (const { value } of files) {
    for (const { name = '', area } of (value as GivenFile | null)?.organisations ?? []) if (area) areaIds.set(area, organisationIdOf(name))
  }

  const register: Register = []
  const places: { file: string; line: number; organisation: Register[number] }[] = []
  for (const { file, value, lineOf } of files) {
    const { kind, asOf, sources = [], organisations = [] } = (value ?? {}) as GivenFile
    if (!/^\d{4}-\d{2}$/.test(asOf ?? '')) report.add(file, 1, "Say as of which month the list is, as in asOf: '2025-07'")
    if (sources.length === 0) report.add(file, 1, 'Say under sources what the list rests on')
    for (const [index, given] of organisations.entries()) {
      const line = lineOf(['organisations', index])
      const { name: called = '', region = null, area = null, code = null, otherNames = [], areas = [], becamePartOf = [], on = null } = given
      const say = (what: string) => report.add(file, line, `${called}: ${what}`)
      for (const key of Object.keys(given).filter((one) => !known.includes(one))) say(`there is no "${key}" for an organisation`)
      for (const one of areas.filter((each) => !areaIds.has(each))) say(`no local authority has the area "${one}"`)
      if (on !== null && becamePartOf.length === 0) say('a day is given, and not what it became part of')
      if (area !== null && areaIds.get(area) !== organisationIdOf(called)) say(`another authority has the area "${area}" too`)
      if (area !== null && kind !== 'local-authority') say('only a local authority is an area')
      const parsed = Organisation.safeParse({
        id: organisationIdOf(called),
        name: called,
        otherNames,
        kind,
        region,
        area,
        code,
        areas: areas.flatMap((one) => areaIds.get(one) ?? []).toSorted(),
        successors: [becamePartOf].flat().map((one) => ({ id: organisationIdOf(one), from: on })),
      })
      if (parsed.success) {
        register.push(parsed.data)
        places.push({ file, line, organisation: parsed.data })
      } else for (const { path, message } of parsed.error.issues) say(`${path.map(String).join('.')}: ${message}`)
    }
  }

  const byId = new Map(register.map((one) => [one.id, one]))
  const succession: Succession = register.flatMap(({ id, successors }) => successors.map((one) => ({ id, successorId: one.id })))
  for (const { file, line, organisation } of places) {
    const { id, name, successors } = organisation
    if (byId.get(id) !== organisation) report.add(file, line, `${name} is in the register twice`)
    for (const successor of successors) {
      if (!byId.has(successor.id)) report.add(file, line, `${name} became part of a body that is not in the register: ${successor.id}`)
      else if (wouldRing(id, successor.id, succession)) report.add(file, line, `${name} and its successor became part of each other`)
    }
  }
  return register.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
