import type { Roster, RosterFilters } from '#domain/person.ts'
import type { ApiDeps } from './deps.ts'
import type { Reach } from './policy.ts'
import { rosterQuestion } from './repository/roster-question.ts'
import { readRoster } from './repository/roster.ts'

/** A page of the roster as it is asked for. */
export const askRoster = async ({ db, content, clock }: ApiDeps, filters: RosterFilters, reach: Reach): Promise<Roster> =>
  readRoster(db, await rosterQuestion(db, content, filters, clock.now()), reach)
