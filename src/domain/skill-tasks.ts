import type { GapKind } from './skill-gaps.ts'
import type { Task, TaskWhy } from './training.ts'

/** What somebody has done about their skills, as far as it says what to do next. */
export interface SkillWork {
  /** The gap of each skill that their roles ask, where there is one. Empty before they first hand in. */
  gaps: readonly GapKind[]
  /** The steps of their plan that they took up, and how many of these are done. */
  plan: { done: number; of: number }
  /** Evidence that can be sent, and evidence that is begun. */
  evidence: { ready: number; begun: number }
  /** A request that no assessor answered in time, or whose lower level can still be answered. */
  lapsed: boolean
  answerable: boolean
}

const nothing = { lesson: null, read: 0, of: 0, until: null }

function task(kind: 'plan' | 'evidence' | 'verification', state: Task['state'], why: TaskWhy, read = 0, of = 0): Task {
  return {
    key: kind,
    kind,
    moduleId: null,
    path: null,
    title: '',
    state,
    why: { ...nothing, kind: why, read, of },
    minutesLeft: 0,
    newer: false,
    next: false,
  }
}

/**
 * What follows from rating one's skills: a plan for the gaps, evidence of what one can do, and an assessor who verifies it. Each says what it waits for
 * until it can begin.
 */
export function skillTasks(rated: boolean, work: SkillWork): Task[] {
  if (rated && work.gaps.length === 0)
    return [task('plan', 'done', 'no-gaps'), task('evidence', 'done', 'no-gaps'), task('verification', 'done', 'no-gaps')]
  return [planTask(rated, work), evidenceTask(rated, work), verificationTask(rated, work)]
}

function planTask(rated: boolean, { plan: { done, of } }: SkillWork): Task {
  if (!rated) return task('plan', 'cannot-start-yet', 'after-rating')
  if (of === 0) return task('plan', 'not-started', 'plan-to-choose')
  return task('plan', done === of ? 'done' : 'in-progress', 'plan-chosen', done, of)
}

function evidenceTask(rated: boolean, { evidence: { ready, begun } }: SkillWork): Task {
  if (ready > 0) return task('evidence', 'done', 'evidence-ready', ready)
  if (begun > 0) return task('evidence', 'in-progress', 'evidence-begun', begun)
  return rated ? task('evidence', 'not-started', 'evidence-none') : task('evidence', 'cannot-start-yet', 'after-rating')
}

function verificationTask(rated: boolean, { gaps, evidence, lapsed, answerable }: SkillWork): Task {
  const count = (kind: GapKind) => gaps.filter((gap) => gap === kind).length
  if (lapsed) return task('verification', 'not-started', 'verification-lapsed')
  if (answerable && count('found-lower') > 0) return task('verification', 'not-started', 'verification-lower', count('found-lower'))
  if (count('under-way') > 0) return task('verification', 'waiting', 'verification-waiting', count('under-way'))
  if (!rated) return task('verification', 'cannot-start-yet', 'after-rating')
  if (count('not-verified') === 0) return task('verification', 'cannot-start-yet', 'verification-below')
  if (evidence.ready === 0) return task('verification', 'cannot-start-yet', 'after-evidence', count('not-verified'))
  return task('verification', 'not-started', 'verification-ask', count('not-verified'))
}
