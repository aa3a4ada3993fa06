import type { z } from 'zod'
import type { CheckRules } from './module.ts'
import type * as schema from './training.schema.ts'

export type Place = z.infer<typeof schema.Place>
export type Enrolment = z.infer<typeof schema.Enrolment>
export type NextTry = z.infer<typeof schema.NextTry>
export type OpenTry = z.infer<typeof schema.OpenTry>
export type AttemptSummary = z.infer<typeof schema.AttemptSummary>
export type ModuleProgress = z.infer<typeof schema.ModuleProgress>
export type TrainingRecord = z.infer<typeof schema.TrainingRecord>
export type ExtraTries = z.infer<typeof schema.ExtraTries>
export type ModuleView = z.infer<typeof schema.ModuleView>
export type CatalogueEntry = z.infer<typeof schema.CatalogueEntry>
export type Catalogue = z.infer<typeof schema.Catalogue>
export type TaskList = z.infer<typeof schema.TaskList>
export type Attempt = z.infer<typeof schema.Attempt>
export type OpenAttempt = Extract<Attempt, { state: 'open' }>
export type SubmittedAttempt = Extract<Attempt, { state: 'submitted' }>
export type NewerVersion = NonNullable<ModuleView['newer']>
export type Diagnostic = z.infer<typeof schema.Diagnostic>
export type Task = z.infer<typeof schema.Task>
export type TaskWhy = z.infer<typeof schema.TaskWhy>

const hour = 3_600_000

/** From so many days before a pass runs out the check can be passed again. A holder is first reminded then that a certificate runs out. */
export const renewalDays = 90

/**
 * What may be done next about a module's knowledge check. A pass is never undone and an open attempt is always gone on with; the newest pass is the one that
 * counts, until `countsUntil` says that it has run out, and can be renewed from some time before then. After each full
 * round of failed tries a wait begins, counted from the last one's submission; then a new round starts. `extraTries`, which a coordinator gave, are used
 * only where somebody would have to wait, and what is left of them stays theirs. A diagnostic that passed is a pass; one that did not is no try.
 * `attempts` are one person's at one module, in any order; `now` is a UTC moment.
 * Source: the assessment rules of the syllabus (ten items, 80%, three tries, 24 hours), kept with the module's version.
 */
export function nextTry(
  attempts: readonly AttemptSummary[],
  rules: CheckRules,
  now: string,
  extraTries = 0,
  countsUntil: (passedAt: string) => string | null = () => null,
): NextTry {
  const inOrder = attempts.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt) || a.number - b.number)
  let [extra, passed] = [extraTries, undefined as AttemptSummary | undefined]
  let since: AttemptSummary[] = []
  for (const attempt of inOrder) {
    if (attempt.kind === 'check') since.push(attempt)
    if (!attempt.passed) continue
    extra = roundOf(since, rules, extra).extra
    passed = attempt
    since = []
  }
  const open = openTry(since, rules, now, extra, 1 + attempts.filter(({ kind }) => kind === 'check').length)
  if (!passed?.submittedAt) return open
  const until = countsUntil(passed.submittedAt)
  const canBeRenewed = until !== null && Date.parse(now) >= Date.parse(until) - renewalDays * 24 * hour
  const expired = until !== null && Date.parse(now) >= Date.parse(until)
  return { kind: 'passed', attempt: passed.id, at: passed.submittedAt, by: passed.kind, until, expired, renewal: canBeRenewed ? open : null }
}

/** The try that can be made or waited for, if there is one: the next, or that of a renewal. */
export const tryAt = (next: NextTry | null): OpenTry | null => (next?.kind === 'passed' ? next.renewal : next)

/** Whether a check is passed, and that still counts. */
export const isPassed = ({ nextTry: next }: Pick<ModuleProgress, 'nextTry'>): boolean => next?.kind === 'passed' && !next.expired

/** `failed` are the tries since the last pass, in order, and `number` that of the next. */
function openTry(failed: readonly AttemptSummary[], rules: CheckRules, now: string, extraTries: number, number: number): OpenTry {
  const open = failed.find((attempt) => !attempt.submittedAt)
  if (open) return { kind: 'under-way', attempt: open.id, number: open.number }
  const { used, extra, opens } = roundOf(failed, rules, extraTries)
  if (used < rules.tries) return { kind: 'ready', number, triesLeft: rules.tries - used + extra }
  if (now >= opens) return { kind: 'ready', number, triesLeft: rules.tries + extra }
  return extra > 0 ? { kind: 'ready', number, triesLeft: extra } : { kind: 'wait', until: opens }
}

/** How many tries of the present round are used, how many extra ones are left, and when the next round opens once this one is used up. */
function roundOf(failed: readonly AttemptSummary[], rules: CheckRules, extraTries: number) {
  let [used, extra, opens] = [0, extraTries, '']
  for (const { startedAt, submittedAt } of failed) {
    if (used < rules.tries) used++
    else if (extra > 0 && startedAt < opens) extra--
    else used = 1
    opens = new Date(Date.parse(submittedAt ?? startedAt) + rules.waitHours * hour).toISOString()
  }
  return { used, extra, opens }
}

/** Minutes a learner still has before them in a module: the lessons not yet read, and the check unless it is passed and that still counts. */
export function minutesLeft({ module, enrolment, nextTry: next }: ModuleProgress): number {
  const read = new Set(enrolment?.lessonsRead)
  const lessons = module.lessons.filter(({ id }) => !read.has(id)).reduce((sum, { minutes }) => sum + minutes, 0)
  return next?.kind !== 'passed' ? lessons + module.check.minutes : next.expired ? module.check.minutes : 0
}
