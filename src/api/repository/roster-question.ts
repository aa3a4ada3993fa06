import { dayOf } from '#domain/calendar.ts'
import { monthsAfter, monthOf } from '#domain/month.ts'
import type { PoolRole, RosterFilters } from '#domain/person.ts'
import type { ReadinessRules, Reason } from '#domain/readiness.ts'
import { coreFor } from '#domain/training-path.ts'
import type { Content } from '../deps.ts'
import { invalid } from '../problem.ts'
import { reasonInWords } from '../reason-words.ts'
import { keepBars } from './bars.ts'
import { checkPolicy, keepRechecks } from './check-policy.ts'
import type { Db } from './database.ts'
import { currentFramework } from './frameworks.ts'
import { readinessRules } from './readiness.ts'
import { type TieQuestion, tieQuestion } from './ties.ts'

/** What the roster is asked, with everything that a query over it needs to know: the day of today, organisations as ids, what readiness asks for. */
export interface RosterQuestion {
  filters: RosterFilters
  today: string
  ties: TieQuestion | null
  /** What is asked of everybody before they are appointed; null where nobody asks who is ready. */
  asked: AskedOfAll | null
}

interface AskedOfAll extends Omit<ReadinessRules, 'core'> {
  /** The modules of the common core that are asked of somebody with these roles. */
  coreOf: (roles: readonly PoolRole[]) => string[]
  /** A reason with the names of the modules and skills that it is about. */
  inWords: (reason: Reason) => Reason
}

/** A window of more months than this asks too many questions of everybody. */
const longestWindow = 24

/**
 * Makes ready what the filters ask for, and what they look things up in.
 * @throws Problem 422 for an organisation that the register does not have, a day of appointment before today, and a window that has no end or is too long.
 */
export async function rosterQuestion(db: Db, content: Content, filters: RosterFilters, now: Date): Promise<RosterQuestion> {
  const today = dayOf(now)
  mustBeAskable(filters, today)
  let asked: AskedOfAll | null = null
  const { ties, ready, meets, coreAt, due } = filters
  const rules = ready ? await readinessRules(db, content, []) : null
  if (meets || coreAt || rules) {
    const framework = await currentFramework(db, content)
    await keepBars(db, framework)
    if (rules) asked = { ...rules, coreOf: (roles) => coreFor(content.paths, roles), inWords: (reason) => reasonInWords(reason, content, framework) }
  }
  if (due) await keepRechecks(db, rules?.checks ?? (await checkPolicy(db)))
  return {
    filters,
    today,
    ties: ties ? await tieQuestion(db, [...new Set(ties.split(','))], today) : null,
    asked,
  }
}

/** A question about nothing but what stands on a person's own row, on a day. */
export const plainQuestion = (filters: RosterFilters, today: string): RosterQuestion => ({ filters, today, ties: null, asked: null })

function mustBeAskable({ ready, freeFrom, freeTo }: RosterFilters, today: string): void {
  if (ready && ready < today) throw invalid([{ pointer: 'ready', detail: 'Choose today or a later day to ask who is ready' }])
  if (!freeFrom && !freeTo) return
  if (!freeFrom) throw invalid([{ pointer: 'freeFrom', detail: 'Say from which day they are to be free' }])
  if (!freeTo) throw invalid([{ pointer: 'freeTo', detail: 'Say until which day they are to be free' }])
  if (freeTo < freeFrom) throw invalid([{ pointer: 'freeTo', detail: 'The last day must not be before the first' }])
  if (monthOf(freeTo) > monthsAfter(monthOf(freeFrom), longestWindow - 1))
    throw invalid([{ pointer: 'freeTo', detail: `Ask about ${longestWindow} months at most` }])
}
