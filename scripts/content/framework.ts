import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { Framework } from '#domain/framework.schema.ts'
import type { Source } from '#domain/module.ts'
import { readYaml, type YamlFile } from './read-yaml.ts'
import type { Report } from './report.ts'

interface GivenSkill {
  id: string
  why: string
  sources: string[]
  roles: Record<string, { weight: string; why: string }>
  levels: { level: number }[]
}
interface GivenDomain {
  id: string
  skills: GivenSkill[]
}

/** "[S19]" or "[S19, S29]". */
const citation = /\[(S\d+(?:,\s*S\d+)*)\]/g

/** Compiles one version of the key-skills framework from its folder; undefined when something in it is wrong. */
export async function compileFramework(folder: string, sources: readonly Source[], report: Report): Promise<z.infer<typeof Framework> | undefined> {
  const about = await readYaml(join(folder, 'framework.yaml'), report)
  const files = (await readdir(folder)).filter((name) => /^d\d+\.yaml$/.test(name)).toSorted()
  const domains = await Promise.all(files.map((name) => readYaml(join(folder, name), report)))
  const known = new Set(sources.map(({ id }) => id))
  for (const file of domains) checkDomain(file, known, report)
  if (report.faults.length > 0) return undefined
  const given = domains.map(({ value }) => value as GivenDomain)
  const cited = new Set(given.flatMap(({ skills }) => skills.flatMap((skill) => skill.sources)))
  const parsed = Framework.safeParse({
    ...(about.value as object),
    domains: given.map((domain) => ({
      ...domain,
      skills: domain.skills.map((skill) => ({ ...skill, roles: Object.entries(skill.roles).map(([role, tag]) => ({ role, ...tag })) })),
    })),
    sources: sources.filter(({ id }) => cited.has(id)),
  })
  if (parsed.success) return parsed.data
  for (const { path, message } of parsed.error.issues) report.add(folder, 1, `${path.map(String).join('.')}: ${message}`)
  return undefined
}

/** What no schema sees: levels in order and complete, and sources that exist and are listed where they are cited. */
function checkDomain({ file, value, lineOf }: YamlFile, known: ReadonlySet<string>, report: Report): void {
  const { skills } = value as GivenDomain
  for (const [index, skill] of skills.entries()) {
    const at = (...path: string[]) => lineOf(['skills', index, ...path])
    const levels = skill.levels.map(({ level }) => level)
    if (levels.join() !== '1,2,3,4')
      report.add(file, at('levels'), `Skill ${skill.id} describes the levels ${levels.join(', ')}; it needs 1, 2, 3 and 4`)
    if (Object.keys(skill.roles).length === 0) report.add(file, at('roles'), `No role asks for skill ${skill.id}`)
    if (skill.sources.length === 0) report.add(file, at('sources'), `Skill ${skill.id} rests on no source`)
    for (const source of skill.sources) if (!known.has(source)) report.add(file, at('sources'), `There is no source ${source} in sources.yaml`)
    for (const source of [...skill.why.matchAll(citation)].flatMap(([, cited = '']) => cited.split(/,\s*/)))
      if (!skill.sources.includes(source)) report.add(file, at('why'), `Skill ${skill.id} cites ${source}, which is not among its sources`)
  }
}
