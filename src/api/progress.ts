import type { CompiledModule } from '#domain/module.ts'
import type { PathProgress } from '#domain/task-list.ts'
import { pathsFor } from '#domain/training-path.ts'
import type { PoolRole } from '#domain/person.ts'
import { nextTry, type Enrolment, type ModuleProgress } from '#domain/training.ts'
import type { Content } from './deps.ts'
import { notFound } from './problem.ts'
import { attemptsOf } from './repository/attempts.ts'
import type { Db } from './repository/database.ts'
import { enrolmentsOf, findEnrolment } from './repository/enrolments.ts'
import { passCounts } from './pass-counts.ts'
import { extraTriesOf } from './repository/extra-tries.ts'

/** A module as it is offered to somebody who starts today: its newest version. @throws Problem 404 when there is none. */
export function newestVersion({ modules }: Pick<Content, 'modules'>, id: string): CompiledModule {
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

/** Someone else's enrolment is answered like one that is not there. */
export async function ownEnrolment(db: Db, id: string, personId: string): Promise<Enrolment> {
  const enrolment = await findEnrolment(db, id)
  if (enrolment?.personId !== personId) throw notFound()
  return enrolment
}

/** Every module there is, those of the paths first and in their order. */
export function moduleIds({ modules, paths }: Content): string[] {
  const known = new Set(modules.map(({ module }) => module.id))
  const placed = paths.flatMap((path) => path.modules.map(({ id }) => id)).filter((id) => known.has(id))
  return [...new Set([...placed, ...known])]
}

/** Every module as one person stands in it, each in the version they are on, in the order of the paths. */
export async function progressOf(db: Db, content: Content, personId: string, now: Date): Promise<ModuleProgress[]> {
  const countsUntil = await passCounts(db)
  const [enrolments, attempts, extra] = [await enrolmentsOf(db, personId), await attemptsOf(db, personId), await extraTriesOf(db, personId)]
  return moduleIds(content).map((id) => {
    const enrolment = enrolments.find(({ moduleId }) => moduleId === id)
    const { module } = versionFor(content, id, enrolment)
    const own = attempts.filter(({ moduleId }) => moduleId === id)
    const extraTries = extra.filter(({ moduleId }) => moduleId === id)
    const given = extraTries.reduce((sum, { tries }) => sum + tries, 0)
    const next = enrolment ? nextTry(own, module.check, now.toISOString(), given, countsUntil) : null
    return { module, newest: newestVersion(content, id).module.version, enrolment: enrolment ?? null, nextTry: next, attempts: own, extraTries }
  })
}

/** The paths of somebody who prepares for these roles, with each module as they stand in it. */
export const pathProgress = ({ paths }: Content, roles: readonly PoolRole[], progress: readonly ModuleProgress[]): PathProgress[] =>
  pathsFor(paths, roles)
    .map(({ id, title, modules }) => ({
      id,
      title,
      modules: modules.flatMap((moduleId) => progress.filter(({ module }) => module.id === moduleId)),
    }))
    .filter(({ modules }) => modules.length > 0)
