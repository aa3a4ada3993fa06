import type { z } from 'zod'
import type { Standing } from './person.ts'
import type * as schema from './standing.schema.ts'

export type StandingMove = z.infer<typeof schema.StandingMove>
export type CurrentStanding = z.infer<typeof schema.CurrentStanding>

/**
 * The moves between standings. A move that is not here is refused with the moves that are.
 * Source: the statuses and events of the pool model; ours to adjust, since no regime sets them.
 */
export const standingMoves: Record<Standing, readonly Standing[]> = {
  enquirer: ['applicant', 'in-checks', 'removed'],
  applicant: ['in-checks', 'enquirer', 'removed'],
  'in-checks': ['in-training', 'removed', 'suspended'],
  'in-training': ['supervised', 'active', 'removed', 'suspended', 'paused'],
  supervised: ['active', 'in-training', 'paused', 'suspended', 'removed', 'retired'],
  active: ['paused', 'refresher-due', 'suspended', 'expired', 'retired', 'removed'],
  paused: ['active', 'supervised', 'in-training', 'retired', 'removed', 'expired'],
  'refresher-due': ['active', 'expired', 'paused', 'suspended', 'retired', 'removed'],
  expired: ['in-checks', 'in-training', 'active', 'retired', 'removed'],
  suspended: ['active', 'supervised', 'in-training', 'in-checks', 'removed', 'retired'],
  retired: ['in-checks'],
  removed: [],
}

/** What is wrong with a move as given, beside whether the table allows it; an empty list means it will do. `today` is given, not read from a clock. */
export function moveFaults({ to, until }: StandingMove, today: string): { pointer: string; detail: string }[] {
  if (until === null) return []
  if (to !== 'paused') return [{ pointer: '/until', detail: 'Only a pause has an end. Leave this empty' }]
  return until <= today ? [{ pointer: '/until', detail: 'This must be after today' }] : []
}
