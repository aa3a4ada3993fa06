import type { Standing } from './person.ts'

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
