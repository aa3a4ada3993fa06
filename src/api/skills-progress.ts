import { canBeSent } from '#domain/evidence.ts'
import { askedFor, minutesToGo, missingFrom } from '#domain/self-assessment.ts'
import type { SkillWork } from '#domain/skill-tasks.ts'
import type { SkillsProgress } from '#domain/task-list.ts'
import { answerable, movesOf } from '#domain/verification.ts'
import type { Content } from './deps.ts'
import { ownSkills } from './own-skills.ts'
import type { Db } from './repository/database.ts'
import { evidenceStates } from './repository/evidence.ts'
import { frameworkAt } from './repository/frameworks.ts'
import { planStepsOf } from './repository/plan-steps.ts'
import { assessmentsOf } from './repository/self-assessments.ts'
import { findingsOfAll } from './repository/verification-findings.ts'
import { requestsOf } from './repository/verification-requests.ts'

/** How far somebody is in rating their skills, and in what follows from it. */
export async function skillsProgress(db: Db, content: Content, personId: string): Promise<SkillsProgress> {
  const assessments = await assessmentsOf(db, personId)
  const open = assessments.find(({ state }) => state === 'in-progress')
  const progress = { handedIn: assessments.some(({ state }) => state === 'submitted'), work: await workOf(db, content, personId) }
  if (!open) return { ...progress, underWay: null }
  const asked = askedFor(await frameworkAt(db, content, open.frameworkVersion), open.roles)
  const missing = missingFrom(asked, open.answers).length
  return { ...progress, underWay: { rated: asked.length - missing, of: asked.length, minutesLeft: minutesToGo({ asked, answers: open.answers }) } }
}

async function workOf(db: Db, content: Content, personId: string): Promise<SkillWork> {
  const { standings } = await ownSkills(db, content, personId)
  const steps = (await planStepsOf(db, personId)).filter(({ state }) => state !== 'dismissed')
  const evidence = await evidenceStates(db, personId)
  const requests = await requestsOf(db, personId)
  const open = requests.filter(({ progress }) => movesOf(progress).includes('answer'))
  const findings = await findingsOfAll(
    db,
    open.map(({ id }) => id),
  )
  return {
    gaps: standings.flatMap(({ gap }) => (gap ? [gap.kind] : [])),
    plan: { done: steps.filter(({ state }) => state === 'done').length, of: steps.length },
    evidence: { ready: evidence.filter(canBeSent).length, begun: evidence.filter((state) => begun.has(state)).length },
    lapsed: requests.some(({ progress }) => progress.state === 'lapsed'),
    answerable: open.some(({ id, progress }) => answerable(progress, findings.get(id) ?? []).length > 0),
  }
}

/** Evidence that somebody works on, or that waits for a witness or the scanner. */
const begun: ReadonlySet<string> = new Set(['draft', 'scanning', 'rejected', 'asked', 'lapsed'])
