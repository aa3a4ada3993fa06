import { join } from 'node:path'
import { z } from '@hono/zod-openapi'
import type { Framework } from '#domain/framework.ts'
import { skillsIn } from '#domain/framework.ts'
import { TrainingPath as Schema } from '#domain/training-path.schema.ts'
import type { TrainingPath } from '#domain/training-path.ts'
import type { ReadModule } from './module-links.ts'
import { parsed, readYaml } from './read-yaml.ts'
import type { Report } from './report.ts'

/**
 * Reads the paths of the training and checks that they hold against the modules: each exists and stands once, is asked only of roles it was written for,
 * and comes after those that it is best done after.
 */
export async function compilePaths(root: string, modules: readonly ReadModule[], report: Report): Promise<TrainingPath[]> {
  const yaml = await readYaml(join(root, 'paths.yaml'), report)
  const paths = parsed(z.array(Schema).min(1), yaml, report) ?? []
  const steps = paths.flatMap((path, at) => path.modules.map((step, position) => ({ ...step, line: yaml.lineOf([at, 'modules', position]) })))
  for (const [position, { id, for: roles, line }] of steps.entries()) {
    const add = (what: string) => report.add(yaml.file, line, what)
    const versions = modules.filter((one) => one.id === id)
    if (versions.length === 0) add(`There is no module "${id}"`)
    if (steps.slice(0, position).some((earlier) => earlier.id === id)) add(`The module "${id}" stands in the paths twice`)
    const later = new Set(steps.slice(position + 1).map((step) => step.id))
    for (const { audience, after } of versions) {
      for (const role of roles) if (!audience.includes(role)) add(`The module "${id}" is not written for the role "${role}"`)
      for (const other of after) if (later.has(other)) add(`The module "${id}" is best done after "${other}", which comes later`)
    }
  }
  return paths
}

/** Checks that every skill that a module says it serves is one of the framework. */
export function checkSkills(modules: readonly ReadModule[], framework: Framework | undefined, report: Report): void {
  if (!framework) return
  const known = new Set(skillsIn(framework).map(({ id }) => id))
  for (const { skills, file, skillsLine } of modules)
    for (const skill of skills) if (!known.has(skill)) report.add(file, skillsLine, `The framework has no skill "${skill}"`)
}
