import type { z } from 'zod'
import type { CheckRules, Module } from './module.ts'
import type { TrainingState } from './person.ts'
import type * as schema from './training.schema.ts'

export type Place = z.infer<typeof schema.Place>
export type Enrolment = z.infer<typeof schema.Enrolment>
export type NextTry = z.infer<typeof schema.NextTry>
export type AttemptSummary = z.infer<typeof schema.AttemptSummary>
export type ModuleProgress = z.infer<typeof schema.ModuleProgress>
export type TrainingRecord = z.infer<typeof schema.TrainingRecord>
export type Attempt = z.infer<typeof schema.Attempt>
export type OpenAttempt = Extract<Attempt, { state: 'open' }>
export type SubmittedAttempt = Extract<Attempt, { state: 'submitted' }>
export type Task = z.infer<typeof schema.Task>

const hour = 3_600_000

/**
 * What may be done next about a module's knowledge check. A pass is never undone and an open attempt is always gone on with. After each full
 * round of failed tries a wait begins, counted from the last one's submission; then a new round starts.
 * `attempts` are one person's at one module, in any order; `now` is a UTC moment.
 * Source: the assessment rules of the syllabus (ten items, 80%, three tries, 24 hours), kept with the module's version.
 */
export function nextTry(attempts: readonly AttemptSummary[], rules: CheckRules, now: string): NextTry {
  const inOrder = attempts.toSorted((a, b) => a.number - b.number)
  const passed = inOrder.find((attempt) => attempt.passed)
  if (passed?.submittedAt) return { kind: 'passed', attempt: passed.id, at: passed.submittedAt }
  const open = inOrder.find((attempt) => !attempt.submittedAt)
  if (open) return { kind: 'under-way', attempt: open.id, number: open.number }
  const failed = inOrder.length
  const last = inOrder.at(-1)
  if (last?.submittedAt && failed % rules.tries === 0) {
    const until = new Date(Date.parse(last.submittedAt) + rules.waitHours * hour).toISOString()
    if (now < until) return { kind: 'wait', until }
  }
  return { kind: 'ready', number: failed + 1, triesLeft: rules.tries - (failed % rules.tries) }
}

/** Over every module of the core path: completed when each was passed, in any version. */
export function trainingState(core: readonly Module[], begun: ReadonlySet<string>, passed: ReadonlySet<string>): TrainingState {
  if (core.length > 0 && core.every(({ id }) => passed.has(id))) return 'completed'
  return begun.size > 0 ? 'in-progress' : 'not-started'
}

/** Minutes a learner still has before them in a module: the lessons not yet read, and the check unless it is passed. */
export function minutesLeft({ module, enrolment, nextTry: next }: ModuleProgress): number {
  const read = new Set(enrolment?.lessonsRead)
  const lessons = module.lessons.filter(({ id }) => !read.has(id)).reduce((sum, { minutes }) => sum + minutes, 0)
  return next?.kind === 'passed' ? 0 : lessons + module.check.minutes
}
