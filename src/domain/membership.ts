import type { z } from 'zod'
import type * as schema from './membership.schema.ts'
import type { Standing } from './person.ts'

export type MembershipAsk = z.infer<typeof schema.MembershipAsk>
export type MembershipAsks = z.infer<typeof schema.MembershipAsks>
export type MembershipAskState = z.infer<typeof schema.MembershipAskState>
export type OwnMembership = z.infer<typeof schema.OwnMembership>
export type AskGiven = z.infer<typeof schema.AskGiven>
export type AskDecision = z.infer<typeof schema.AskDecision>

/** The moves of an ask to join. One that was decided or withdrawn stays as it is; somebody who was declined can ask again. */
export const askMoves: Record<MembershipAskState, readonly MembershipAskState[]> = {
  open: ['accepted', 'declined', 'withdrawn'],
  accepted: [],
  declined: [],
  withdrawn: [],
}

/** Those who are preparing to ask: on the roster, and not members of the pool. */
export const learnerStandings = ['enquirer', 'applicant'] as const satisfies readonly Standing[]

/** Whether a standing is that of a member of the pool, from the checks on. Null is somebody who only works here. */
export const isMember = (standing: Standing | null): boolean => standing !== null && !learnerStandings.some((one) => one === standing)

/** Why somebody cannot ask to join now; null when they can. */
export function cannotAsk(standing: Standing | null, open: boolean): string | null {
  if (standing === null) return 'You work here, so there is nothing to join'
  if (isMember(standing)) return 'You are a member of the pool already'
  return open ? 'You have asked already. A coordinator answers' : null
}

/** Where somebody stands with the pool, in one word: a member, waiting for an answer, able to ask, or working here. */
export const membershipWord = (standing: Standing | null, open: boolean): 'member' | 'asked' | 'can-ask' | 'none' =>
  standing === null ? 'none' : isMember(standing) ? 'member' : open ? 'asked' : 'can-ask'

/** What is wrong with a decision on an ask; an empty list means it will do. */
export const decisionFaults = ({ to, reason }: AskDecision): { pointer: string; detail: string }[] =>
  to === 'declined' && (reason?.length ?? 0) < 10 ? [{ pointer: '/reason', detail: 'Say in a sentence why, so that they know what to do next' }] : []
