import type { z } from 'zod'
import type { PoolRole, TrainingState } from './person.ts'
import type * as schema from './training-path.schema.ts'

export type TrainingPath = z.infer<typeof schema.TrainingPath>

/** A path as somebody takes it: the ids of the modules asked of their roles, in order. */
export interface OwnPath {
  id: string
  title: string
  modules: string[]
}

/**
 * The paths of somebody who prepares for these roles, each with what is asked of any of them. Who has not stated a role yet takes the whole common core,
 * and nothing beyond it. Source: the syllabus, column "For".
 */
export function pathsFor(paths: readonly TrainingPath[], roles: readonly PoolRole[]): OwnPath[] {
  const asked = roles.length > 0 ? paths : paths.slice(0, 1)
  return asked
    .map(({ id, title, modules }) => ({
      id,
      title,
      modules: modules.filter((module) => roles.length === 0 || module.for.some((role) => roles.includes(role))).map((module) => module.id),
    }))
    .filter(({ modules }) => modules.length > 0)
}

/** The ids of the common core's modules that are asked of these roles, in order. */
export const coreFor = (paths: readonly TrainingPath[], roles: readonly PoolRole[]): string[] =>
  pathsFor(paths.slice(0, 1), roles).flatMap(({ modules }) => modules)

/** Whether every module was passed, in any version. A path without modules is never completed. Nothing but a pass completes a module. */
export const isCompleted = (modules: readonly string[], passed: ReadonlySet<string>): boolean =>
  modules.length > 0 && modules.every((id) => passed.has(id))

/** Over the modules of the common core: completed when each was passed; in progress once any module was begun. */
export function trainingState(core: readonly string[], begun: ReadonlySet<string>, passed: ReadonlySet<string>): TrainingState {
  if (isCompleted(core, passed)) return 'completed'
  return begun.size > 0 ? 'in-progress' : 'not-started'
}
