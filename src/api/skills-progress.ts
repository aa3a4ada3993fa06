import { askedFor, minutesToGo, missingFrom } from '#domain/self-assessment.ts'
import type { SkillsProgress } from '#domain/task-list.ts'
import type { Content } from './deps.ts'
import type { Db } from './repository/database.ts'
import { frameworkAt } from './repository/frameworks.ts'
import { assessmentsOf } from './repository/self-assessments.ts'

/** How far somebody is in rating their skills. */
export async function skillsProgress(db: Db, content: Content, personId: string): Promise<SkillsProgress> {
  const assessments = await assessmentsOf(db, personId)
  const open = assessments.find(({ state }) => state === 'in-progress')
  const handedIn = assessments.some(({ state }) => state === 'submitted')
  if (!open) return { handedIn, underWay: null }
  const asked = askedFor(await frameworkAt(db, content, open.frameworkVersion), open.roles)
  const missing = missingFrom(asked, open.answers).length
  return { handedIn, underWay: { rated: asked.length - missing, of: asked.length, minutesLeft: minutesToGo({ asked, answers: open.answers }) } }
}
