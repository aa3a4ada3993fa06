import type { TodayItem } from '#domain/today.ts'
import { paths } from '#paths'

/** Where the one thing to do about an item is done. */
export function itemLink({ kind, personId, key }: TodayItem): string {
  const id = personId ?? ''
  switch (kind) {
    case 'check-due-in-work':
    case 'check-due':
      return paths.personChecks(id)
    case 'verification-late':
      return paths.personSkills(id)
    case 'request-unassigned':
      return paths.unassignedRequests()
    case 'wants-to-join':
      return paths.membershipAsks()
    case 'region-under':
      return paths.cover()
    case 'not-confirmed':
      return paths.personCapacity(id)
    case 'training-stuck':
      return paths.trainingMessage(id, key.split(':')[2] ?? '')
  }
}
