import { leastOfOutcome } from './check.ts'
import type { CheckRules } from './module.ts'
import type { AttemptSummary, Diagnostic } from './training.ts'

/** What an organisation sets about diagnostics. */
export interface DiagnosticSettings {
  passPercent: number
  tries: number
  /** How long a diagnostic is, in hundredths of the module's knowledge check. */
  lengthPercent: number
}

export type DiagnosticRules = Pick<Diagnostic, 'items' | 'passPercent' | 'minutes' | 'tries'>

/**
 * The rules of a module's diagnostic: longer than its check and never easier to pass, and each outcome at least twice. `bank` is how many questions there
 * are to draw from, beyond which it cannot go.
 */
export function diagnosticRules(check: CheckRules, outcomes: number, bank: number, settings: DiagnosticSettings): DiagnosticRules {
  const wanted = Math.max(leastOfOutcome * outcomes, Math.ceil((check.items * settings.lengthPercent) / 100))
  const items = Math.min(bank, wanted)
  return {
    items,
    passPercent: Math.max(check.passPercent, settings.passPercent),
    minutes: Math.ceil((check.minutes * items) / check.items),
    tries: settings.tries,
  }
}

/**
 * Whether somebody may test out of a module. It stands in place of the lessons, so it is there until a knowledge check was begun, and never to get round the
 * wait after one. `attempts` are one person's at one module.
 */
export function diagnosticStanding(attempts: readonly AttemptSummary[], tries: number): Diagnostic['standing'] {
  const own = attempts.filter(({ kind }) => kind === 'diagnostic')
  const open = own.find(({ submittedAt }) => !submittedAt)
  if (attempts.some(({ passed }) => passed)) return { kind: 'closed', why: 'passed' }
  if (open) return { kind: 'under-way', attempt: open.id }
  const last = own.toSorted((a, b) => a.number - b.number).at(-1)
  if (attempts.some(({ kind }) => kind === 'check')) return { kind: 'closed', why: 'check-begun' }
  if (own.length < tries) return { kind: 'ready', triesLeft: tries - own.length }
  return last ? { kind: 'used', attempt: last.id } : { kind: 'closed', why: 'not-offered' }
}
