import type { z } from 'zod'
import { type Framework, needsOf } from './framework.ts'
import type * as schema from './framework-outline.schema.ts'
import type { PoolRole } from './person.ts'

export type FrameworkOutline = z.infer<typeof schema.FrameworkOutline>

const roles: readonly PoolRole[] = ['chair', 'author', 'adviser']

/** The framework's domains and skills by name, each with the level that every role asks of it; in the framework's own order. */
export function outlineOf(framework: Framework): FrameworkOutline {
  const needs = roles.flatMap((role) => needsOf(framework, role).map(({ skill, weight, level }) => ({ skill: skill.id, role, weight, level })))
  return {
    version: framework.version,
    levels: framework.levels.map(({ level, name }) => ({ level, name })),
    domains: framework.domains.map(({ id, name, skills }) => ({
      id,
      name,
      skills: skills.map((skill) => ({
        id: skill.id,
        name: skill.name,
        asked: needs.flatMap(({ skill: of, ...asked }) => (of === skill.id ? [asked] : [])),
      })),
    })),
  }
}
