import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Organisation } from '#domain/organisation.schema.ts'
import { nameKey } from '#domain/person.ts'
import { readYaml } from './read-yaml.ts'
import type { Report } from './report.ts'

interface Given {
  name?: string
  region?: string | null
  otherNames?: string[]
  becamePartOf?: string
}

type Register = ReturnType<(typeof Organisation)['parse']>[]

/** An id that stays while the name does: people's affiliations point at it. */
const idOf = (name: string) => nameKey(name).replaceAll(' ', '-')

/** Reads the register of organisations, a file for each kind, and checks that ids are unique and mergers lead to somebody. */
export async function compileOrganisations(folder: string, report: Report): Promise<Register> {
  const register: Register = []
  const places: { file: string; line: number; organisation: Register[number] }[] = []
  for (const name of (await readdir(folder)).toSorted()) {
    const { file, value, lineOf } = await readYaml(join(folder, name), report)
    const { kind, organisations = [] } = (value ?? {}) as { kind?: string; organisations?: Given[] }
    for (const [index, { name: called = '', region = null, otherNames = [], becamePartOf }] of organisations.entries()) {
      const line = lineOf(['organisations', index])
      const parsed = Organisation.safeParse({
        id: idOf(called),
        name: called,
        otherNames,
        kind,
        region,
        successorId: becamePartOf ? idOf(becamePartOf) : null,
      })
      if (parsed.success) {
        register.push(parsed.data)
        places.push({ file, line, organisation: parsed.data })
      } else for (const { path, message } of parsed.error.issues) report.add(file, line, `${called}: ${path.map(String).join('.')}: ${message}`)
    }
  }
  const known = new Map(register.map((one) => [one.id, one]))
  for (const { file, line, organisation } of places) {
    const { id, name, successorId } = organisation
    if (known.get(id) !== organisation) report.add(file, line, `${name} is in the register twice`)
    if (successorId && !known.has(successorId)) report.add(file, line, `${name} became part of a body that is not in the register: ${successorId}`)
    if (successorId && known.get(successorId)?.successorId === id) report.add(file, line, `${name} and its successor became part of each other`)
  }
  return register.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
