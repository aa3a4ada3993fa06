import { moved, versionOf } from '#domain/framework-migration.ts'
import { needsOfAll, type Framework } from '#domain/framework.ts'
import type { PoolRole } from '#domain/person.ts'
import { type SkillStanding, standingsFor } from '#domain/skill-gaps.ts'
import type { Content } from './deps.ts'
import { notFound } from './problem.ts'
import type { Db } from './repository/database.ts'
import { agreementsOf } from './repository/framework-reviews.ts'
import { currentFramework, frameworksByVersion } from './repository/frameworks.ts'
import { findPerson } from './repository/people.ts'
import { assessmentsOf, ratingsOf } from './repository/self-assessments.ts'
import { skillsUnderWay } from './repository/verification-content.ts'
import { verifiedLevelsOf } from './repository/verified-levels.ts'

export interface OwnSkills {
  framework: Framework
  roles: PoolRole[]
  standings: SkillStanding[]
  underWay: string | null
  /** The version in use, when it is newer than the one that this person is on. */
  newerFramework: number | null
}

/**
 * Somebody's skills against the framework that they are on, which a publication alone never changes, for the roles they last rated themself for, or those of their details when they never did.
 * @throws Problem 404 when there is no such person.
 */
export async function ownSkills(db: Db, content: Content, personId: string): Promise<OwnSkills> {
  const person = await findPerson(db, personId)
  if (!person) throw notFound()
  const assessments = await assessmentsOf(db, personId)
  const roles = assessments.find(({ state }) => state === 'submitted')?.roles ?? person.roles
  const inUse = await currentFramework(db, content)
  const ratings = await ratingsOf(db, personId)
  const rated = ratings.map(({ frameworkVersion }) => frameworkVersion)
  const versions = await frameworksByVersion(db, content)
  const framework = versions.get(versionOf(rated, await agreementsOf(db, personId), inUse.version)) ?? inUse
  const at = (version: number) => versions.get(version) ?? framework
  return {
    framework,
    roles,
    standings: standingsFor(
      needsOfAll(framework, roles),
      moved(ratings, at, framework).carried,
      moved(await verifiedLevelsOf(db, personId), at, framework).carried,
      new Set((await skillsUnderWay(db, personId)).map(({ skill }) => skill)),
    ),
    underWay: assessments.find(({ state }) => state === 'in-progress')?.id ?? null,
    newerFramework: inUse.version > framework.version ? inUse.version : null,
  }
}

/** The newest of each skill, of what comes oldest first. */
export const newestPerSkill = <T extends { skill: string }>(given: readonly T[]): T[] => [...new Map(given.map((one) => [one.skill, one])).values()]
