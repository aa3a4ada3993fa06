import type { CompiledModule } from '#domain/module.ts'
import { nextTry, type Enrolment, type ModuleProgress } from '#domain/training.ts'
import type { Content } from './deps.ts'
import { notFound } from './problem.ts'
import { attemptsOf } from './repository/attempts.ts'
import type { Db } from './repository/database.ts'
import { enrolmentsOf } from './repository/enrolments.ts'

/** A module as it is offered to somebody who starts today: its newest version. @throws Problem 404 when there is none. */
export function newestVersion({ modules }: Content, id: string): CompiledModule {
  const versions = modules.filter(({ module }) => module.id === id).toSorted((a, b) => b.module.version - a.module.version)
  if (!versions[0]) throw notFound()
  return versions[0]
}

/** The version somebody is on. @throws when content that was published is gone, which must not happen. */
export function pinnedVersion({ modules }: Content, id: string, version: number): CompiledModule {
  const pinned = modules.find(({ module }) => module.id === id && module.version === version)
  if (!pinned) throw new Error(`Version ${version} of module ${id} was published and is no longer in the content`)
  return pinned
}

export const versionFor = (content: Content, id: string, enrolment: Enrolment | undefined): CompiledModule =>
  enrolment ? pinnedVersion(content, id, enrolment.moduleVersion) : newestVersion(content, id)

/** Every module of the core path as one person stands in it, each in the version they are on. */
export async function progressOf(db: Db, content: Content, personId: string, now: Date): Promise<ModuleProgress[]> {
  const [enrolments, attempts] = [await enrolmentsOf(db, personId), await attemptsOf(db, personId)]
  return [...new Set(content.modules.map(({ module }) => module.id))].map((id) => {
    const enrolment = enrolments.find(({ moduleId }) => moduleId === id)
    const { module } = versionFor(content, id, enrolment)
    const own = attempts.filter(({ moduleId }) => moduleId === id)
    return { module, enrolment: enrolment ?? null, nextTry: enrolment ? nextTry(own, module.check, now.toISOString()) : null, attempts: own }
  })
}
