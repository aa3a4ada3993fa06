import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Dossier } from '#domain/dossier.schema.ts'
import { type Framework, skillsIn } from '#domain/framework.ts'
import { parsed, readYaml, type YamlFile } from './read-yaml.ts'
import type { Report } from './report.ts'

type Dossier = z.infer<typeof Dossier>

const About = z.strictObject({ version: z.number().int().min(1), framework: z.number().int().min(1) })

/** Compiles one version of the anchor dossiers from its folder. Every fault goes to the report, with its file and line. */
export async function compileDossiers(folder: string, frameworks: readonly Framework[], report: Report): Promise<Dossier[]> {
  const about = await readYaml(join(folder, 'dossiers.yaml'), report)
  const set = parsed(About, about, report)
  if (!set) return []
  const framework = frameworks.find(({ version }) => version === set.framework)
  // A framework with faults of its own is not among them, and has been reported.
  if (!framework && frameworks.length > 0)
    report.add(about.file, about.lineOf(['framework']), `There is no version ${set.framework} of the framework`)
  const names = (await readdir(folder)).filter((name) => /^a\d+\.yaml$/.test(name)).toSorted()
  const files = await Promise.all(names.map((name) => readYaml(join(folder, name), report)))
  return files.flatMap((file) => {
    const dossier = parsed(Dossier, { ...file, value: { ...(file.value as object), version: set.version, frameworkVersion: set.framework } }, report)
    if (dossier && framework) checkDossier(file, dossier, framework, report)
    return dossier ?? []
  })
}

/** What no schema sees: that a dossier is kept under its own id, and asks about skills of the framework that its role is asked for, each once. */
function checkDossier({ file, lineOf }: YamlFile, dossier: Dossier, framework: Framework, report: Report): void {
  if (!file.endsWith(`${dossier.id}.yaml`)) report.add(file, lineOf(['id']), `Dossier ${dossier.id} belongs in the file ${dossier.id}.yaml`)
  const known = new Map(skillsIn(framework).map((skill) => [skill.id, skill]))
  for (const [index, { skill }] of dossier.skills.entries()) {
    const line = lineOf(['skills', index, 'skill'])
    const found = known.get(skill)
    if (!found) report.add(file, line, `There is no skill ${skill} in version ${framework.version} of the framework`)
    else if (!found.roles.some(({ role }) => role === dossier.role))
      report.add(file, line, `Skill ${skill} is not asked of the ${dossier.role}, so nobody would send it to an assessor for that role`)
    if (dossier.skills.findIndex((other) => other.skill === skill) !== index) report.add(file, line, `Skill ${skill} is asked about twice`)
  }
}
