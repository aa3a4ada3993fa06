import type { Region } from '#domain/region.ts'
import { layStaff } from './accounts.ts'
import { layAnchors } from './anchor-history.ts'
import type { Draft } from './draft.ts'
import type { Movers } from './pool-person.ts'
import { openedDaysAgo } from './roster-plan.ts'

const [severe, lenient] = ['Leopold Ashcombe', 'Nasreen Penhaligon'] as const

/** An assessor who has begun nothing. */
export const newAssessor = 'Kwabena Thistlethwaite'

export const staff = {
  administrator: 'Rosalind Nkemelu-Hart',
  secondAdministrator: 'Piotr Hollowell',
  coordinator: 'Marguerite Osei-Lowther',
  northEast: 'Deepak Featherstone',
  london: 'Yewande Carrick',
  westMidlands: 'Harjit Sandalwood',
  assessor: 'Imogen Takahashi-Firth',
  otherAssessors: [severe, lenient, newAssessor, 'Siobhán Merriweather', 'Ottoline Barzanji'],
}

/** Two administrators, four coordinators and six assessors, whose ids are found by name. Those who move people were here before the pool opened. */
export function layStaffOf(draft: Draft): Movers & { assessors: ReadonlyMap<string, string>; coordinator: string } {
  const administrator = layStaff(draft, {
    name: staff.administrator,
    role: 'administrator',
    invitedAt: draft.daytime(openedDaysAgo + 12),
    invitedBy: null,
  })
  const invite = (name: string, role: 'administrator' | 'coordinator' | 'assessor', daysAgo: number, region: Region | null = null) =>
    layStaff(draft, { name, role, region, invitedAt: draft.daytime(daysAgo), invitedBy: administrator })
  invite(staff.secondAdministrator, 'administrator', openedDaysAgo + 10)
  const coordinator = invite(staff.coordinator, 'coordinator', openedDaysAgo + 8)
  const bounded = new Map<Region | null, string>([
    ['north-east', invite(staff.northEast, 'coordinator', openedDaysAgo + 6, 'north-east')],
    ['london', invite(staff.london, 'coordinator', openedDaysAgo + 5, 'london')],
    ['west-midlands', invite(staff.westMidlands, 'coordinator', openedDaysAgo + 5, 'west-midlands')],
  ])
  const assessors = new Map([[staff.assessor, invite(staff.assessor, 'assessor', 240)]])
  for (const name of staff.otherAssessors) assessors.set(name, invite(name, 'assessor', draft.chance.whole(60, 230)))
  return {
    opened: draft.daytime(openedDaysAgo),
    administrator,
    coordinator,
    coordinatorFor: (region) => bounded.get(region) ?? coordinator,
    assessors,
  }
}

/**
 * The anchor dossiers that assessors have handed in: one is nearly through, one rates a little severely, one a little leniently, and the others have yet
 * to begin. Laid last, so that nothing else in the world depends on it.
 */
export function layCalibration(draft: Draft, assessors: ReadonlyMap<string, string>): void {
  const rate = (name: string, habit: Omit<Parameters<typeof layAnchors>[1], 'personId'>) =>
    layAnchors(draft, { personId: assessors.get(name) ?? '', ...habit })
  rate(staff.assessor, { rated: 5, fromDaysAgo: 40, toDaysAgo: 3, lean: 1, leans: 20, scatter: 25 })
  rate(severe, { rated: 8, fromDaysAgo: 50, toDaysAgo: 20, lean: -1, leans: 30, scatter: 15 })
  rate(lenient, { rated: 8, fromDaysAgo: 45, toDaysAgo: 10, lean: 1, leans: 35, scatter: 20 })
}
