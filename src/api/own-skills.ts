import { countsIn, moved, versionOf } from '#domain/framework-migration.ts'
import { needsOfAll, type Framework } from '#domain/framework.ts'
import type { PoolRole } from '#domain/person.ts'
import type { Rating } from '#domain/self-assessment.ts'
import { type PastSkill, pastSkills, type SkillStanding, standingsFor, type VerifiedLevel } from '#domain/skill-gaps.ts'
import type { Content } from './deps.ts'
import { notFound } from './problem.ts'
import type { Db } from './repository/database.ts'
import { agreementsOf } from './repository/framework-reviews.ts'
import { publishedFrameworks } from './repository/frameworks.ts'
import { findPerson } from './repository/people.ts'
import { assessmentsOf, ratingsOf, type StoredAssessment } from './repository/self-assessments.ts'
import { skillsUnderWay } from './repository/verification-content.ts'
import { verifiedLevelsOf } from './repository/verified-levels.ts'

export interface OwnSkills {
  framework: Framework
  roles: PoolRole[]
  standings: SkillStanding[]
  past: PastSkill[]
  underWay: string | null
  /** The version in use, when it is newer than the one that this person is on. */
  newerFramework: number | null
  frameworkRetired: boolean
}

/** The version that somebody is on, and which of their levels count in it. */
export interface OwnFramework {
  framework: Framework
  inUse: Framework
  /** Nobody starts to rate themself against a retired version. */
  retired: boolean
  /** Everything that they handed in and that assessors found, oldest first. */
  ratings: Rating[]
  verified: VerifiedLevel[]
  /** Whether a level counts in the version that they are on, or in another that they would move to. */
  counts: (one: Rating | VerifiedLevel, to?: Framework) => boolean
  /** The newest of each skill, of those that count in the version that they are on. */
  counted: { ratings: Rating[]; verified: VerifiedLevel[] }
  /** The framework of a version; of one that is not there, their own. */
  at: (version: number) => Framework
}

export async function ownFramework(db: Db, content: Content, personId: string): Promise<OwnFramework> {
  const { inUse, byVersion: versions, retired } = await publishedFrameworks(db, content)
  const ratings = await ratingsOf(db, personId)
  const verified = await verifiedLevelsOf(db, personId)
  const rated = ratings.map(({ frameworkVersion }) => frameworkVersion)
  const agreed = await agreementsOf(db, personId)
  const framework = versions.get(versionOf(rated, agreed, inUse.version)) ?? inUse
  const at = (version: number) => versions.get(version) ?? framework
  const stations = [...new Set([...rated, ...agreed])].filter((version) => versions.has(version))
  const counts: OwnFramework['counts'] = (one, to = framework) => countsIn(to, at, stations)(one)
  const counted = {
    ratings: moved(ratings, (one) => counts(one)).carried,
    verified: moved(verified, (one) => counts(one)).carried,
  }
  return { framework, inUse, retired: retired.has(framework.version), ratings, verified, counts, counted, at }
}

const rolesRated = (assessments: readonly StoredAssessment[]) => assessments.find(({ state }) => state === 'submitted')?.roles

/** The roles that somebody last rated themself for, or those of their details when they never did. @throws Problem 404 when there is no such person. */
export async function ownRoles(db: Db, personId: string): Promise<PoolRole[]> {
  const person = await findPerson(db, personId)
  if (!person) throw notFound()
  return rolesRated(await assessmentsOf(db, personId)) ?? person.roles
}

/**
 * Somebody's skills against the framework that they are on, which a publication alone never changes, for the roles they last rated themself for, or those of their details when they never did.
 * @throws Problem 404 when there is no such person.
 */
export async function ownSkills(db: Db, content: Content, personId: string): Promise<OwnSkills> {
  const person = await findPerson(db, personId)
  if (!person) throw notFound()
  const assessments = await assessmentsOf(db, personId)
  const roles = rolesRated(assessments) ?? person.roles
  const { framework, inUse, retired, ratings, verified, counts, at } = await ownFramework(db, content, personId)
  const needs = needsOfAll(framework, roles)
  return {
    framework,
    roles,
    standings: standingsFor(needs, ratings, verified, new Set((await skillsUnderWay(db, personId)).map(({ skill }) => skill)), (one) => counts(one)),
    past: pastSkills(needs, ratings, verified, at),
    underWay: assessments.find(({ state }) => state === 'in-progress')?.id ?? null,
    newerFramework: inUse.version > framework.version ? inUse.version : null,
    frameworkRetired: retired,
  }
}
