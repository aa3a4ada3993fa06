import { needsOfAll, type Framework } from '#domain/framework.ts'
import type { PoolRole } from '#domain/person.ts'
import { type SkillStanding, standingsFor } from '#domain/skill-gaps.ts'
import type { Content } from './deps.ts'
import { notFound } from './problem.ts'
import type { Db } from './repository/database.ts'
import { currentFramework } from './repository/frameworks.ts'
import { findPerson } from './repository/people.ts'
import { assessmentsOf, ratingsOf } from './repository/self-assessments.ts'
import { verifiedLevelsOf } from './repository/verified-levels.ts'

export interface OwnSkills {
  framework: Framework
  roles: PoolRole[]
  standings: SkillStanding[]
  underWay: string | null
}

/**
 * Somebody's skills against the framework of today, for the roles they last rated themself for, or those of their details when they never did.
 * @throws Problem 404 when there is no such person.
 */
export async function ownSkills(db: Db, content: Content, personId: string): Promise<OwnSkills> {
  const person = await findPerson(db, personId)
  if (!person) throw notFound()
  const assessments = await assessmentsOf(db, personId)
  const roles = assessments.find(({ state }) => state === 'submitted')?.roles ?? person.roles
  const framework = await currentFramework(db, content)
  return {
    framework,
    roles,
    standings: standingsFor(needsOfAll(framework, roles), await ratingsOf(db, personId), await verifiedLevelsOf(db, personId)),
    underWay: assessments.find(({ state }) => state === 'in-progress')?.id ?? null,
  }
}
