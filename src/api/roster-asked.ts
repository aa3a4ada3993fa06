import { dayOf } from '#domain/calendar.ts'
import type { Roster, RosterFilters } from '#domain/person.ts'
import type { ApiDeps } from './deps.ts'
import type { Reach } from './policy.ts'
import { keepBars } from './repository/bars.ts'
import { currentFramework } from './repository/frameworks.ts'
import { readRoster } from './repository/roster.ts'
import { tieQuestion } from './repository/ties.ts'

/** A page of the roster as it is asked for, with what the question itself needs: bars that are up to date, and what ties are asked about. */
export async function askRoster({ db, content, clock }: ApiDeps, filters: RosterFilters, reach: Reach): Promise<Roster> {
  if (filters.meets || filters.coreAt) await keepBars(db, await currentFramework(db, content))
  const about = filters.ties ? await tieQuestion(db, [...new Set(filters.ties.split(','))], dayOf(clock.now())) : null
  return readRoster(db, filters, reach, about)
}
