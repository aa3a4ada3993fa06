import type { z } from 'zod'
import type { Rating } from './self-assessment.ts'
import { isVerifiable, type VerifiedLevel } from './skill-gaps.ts'
import type * as schema from './verification.schema.ts'

export type VerificationState = z.infer<typeof schema.VerificationState>
export type VerificationEventKind = z.infer<typeof schema.VerificationEventKind>
export type VerificationSummary = z.infer<typeof schema.VerificationSummary>
export type VerificationRequest = z.infer<typeof schema.VerificationRequest>
export type VerificationOptions = z.infer<typeof schema.VerificationOptions>
export type NewVerificationRequest = z.infer<typeof schema.NewVerificationRequest>
export type SentEvidence = z.infer<typeof schema.SentEvidence>
export type Finding = z.infer<typeof schema.Finding>
export type DeclineWhy = z.infer<typeof schema.DeclineWhy>
export type Unassigned = z.infer<typeof schema.Unassigned>

/**
 * The moves of a request for verification. One that nobody has taken on is `requested`; a lower level that is answered makes it so again, for its second
 * round. A lapsed one can be sent again; what is withdrawn stays so.
 * Source: the state machine of the skills reference; ours in that accepting and looking are one state, since nothing lies between them.
 */
export const verificationMoves: Record<VerificationState, Partial<Record<VerificationEventKind, VerificationState>>> = {
  requested: { offer: 'offered', withdraw: 'withdrawn', 'drop-answer': 'decided' },
  offered: {
    accept: 'in-review',
    decline: 'requested',
    object: 'requested',
    lapse: 'lapsed',
    'pass-on': 'requested',
    withdraw: 'withdrawn',
    'drop-answer': 'decided',
  },
  'in-review': {
    decide: 'decided',
    decline: 'requested',
    object: 'requested',
    'pass-on': 'requested',
    withdraw: 'withdrawn',
    'drop-answer': 'decided',
  },
  lapsed: { resend: 'requested', withdraw: 'withdrawn', 'drop-answer': 'decided' },
  decided: { answer: 'requested' },
  withdrawn: {},
}

/** One thing that happened to a request. `assessorId` is who it was offered to, or who did it; `why` comes with declining. */
export interface VerificationStep {
  event: VerificationEventKind
  at: string
  assessorId: string | null
  why?: DeclineWhy | null
}

/** Why an assessor had a request and has it no longer. */
type Passed = 'conflict' | 'capacity' | 'objected' | 'lapsed' | 'passed-on' | 'decided'

/** Everything that follows from what happened to a request. */
export interface VerificationProgress {
  state: VerificationState
  round: 1 | 2
  /** Who it is offered to or looked at by. */
  assessorId: string | null
  sentAt: string
  offeredAt: string | null
  acceptedAt: string | null
  decidedAt: string | null
  objected: boolean
  passed: readonly { assessorId: string; why: Passed }[]
}

/** A request as it is when it is sent. */
export const sentProgress = (at: string): VerificationProgress => ({
  state: 'requested',
  round: 1,
  assessorId: null,
  sentAt: at,
  offeredAt: null,
  acceptedAt: null,
  decidedAt: null,
  objected: false,
  passed: [],
})

/** The moves that a request can make now: those of its state, less the ones that count once and were made. */
export function movesOf({ state, round, objected }: Pick<VerificationProgress, 'state' | 'round' | 'objected'>): VerificationEventKind[] {
  const moves = Object.keys(verificationMoves[state]) as VerificationEventKind[]
  return moves.filter((move) => {
    if (move === 'object') return !objected
    if (move === 'answer' || move === 'withdraw') return round === 1
    if (move === 'drop-answer') return round === 2
    return true
  })
}

/** The moves that a learner makes; the others are an assessor's, a coordinator's and time's. */
export const learnersMoves: readonly VerificationEventKind[] = ['withdraw', 'object', 'resend', 'answer', 'drop-answer']

/** What a request becomes by one thing that happens, or null when that cannot happen to it now. */
export function step(before: VerificationProgress, { event, at, assessorId, why }: VerificationStep): VerificationProgress | null {
  const state = verificationMoves[before.state][event]
  if (!state || !movesOf(before).includes(event)) return null
  const gone = { state, assessorId: null, offeredAt: null, acceptedAt: null }
  const passedBy = (reason: Passed) => [...before.passed, ...(before.assessorId ? [{ assessorId: before.assessorId, why: reason }] : [])]
  switch (event) {
    case 'offer':
      return assessorId ? { ...before, state, assessorId, offeredAt: at } : null
    case 'accept':
      return { ...before, state, acceptedAt: at }
    case 'decline':
      return { ...before, ...gone, passed: passedBy(why ?? 'capacity') }
    case 'object':
      return { ...before, ...gone, objected: true, passed: passedBy('objected') }
    case 'lapse':
      return { ...before, ...gone, passed: passedBy('lapsed') }
    case 'pass-on':
      return { ...before, ...gone, passed: passedBy('passed-on') }
    case 'decide':
      return { ...before, ...gone, decidedAt: at, passed: passedBy('decided') }
    case 'answer':
      return { ...before, ...gone, round: 2 }
    case 'send':
      return null
    case 'resend':
    case 'withdraw':
    case 'drop-answer':
      return { ...before, ...gone }
  }
}

/** What a request is, from everything that happened to it in order. @throws Error for a history that cannot have happened. */
export function replay(steps: readonly VerificationStep[]): VerificationProgress {
  const [first, ...rest] = steps
  if (first?.event !== 'send') throw new Error('A request begins by being sent: its first event is not that')
  return rest.reduce((before, next) => {
    const after = step(before, next)
    if (!after) throw new Error(`A request that is ${before.state} cannot ${next.event}: its events are not in order`)
    return after
  }, sentProgress(first.at))
}

/** The newest ratings that can be sent: above "not yet", not verified since they were made, and not being looked at. */
export const askable = (ratings: readonly Rating[], verified: readonly VerifiedLevel[], underWay: ReadonlySet<string>): Rating[] =>
  [...new Map(ratings.map((rating) => [rating.skill, rating])).values()].filter((rating) => {
    const found = verified.findLast(({ skill }) => skill === rating.skill) ?? null
    return !underWay.has(rating.skill) && isVerifiable(rating, found)
  })

/** When an offer that nobody answers lapses; null for a request that is not on offer. */
export const lapsesAt = ({ state, offeredAt }: Pick<VerificationProgress, 'state' | 'offeredAt'>, days: number): string | null =>
  state === 'offered' && offeredAt !== null ? new Date(Date.parse(offeredAt) + days * 86_400_000).toISOString() : null

/** The moment until which an accepted request may have been accepted and is passed on now: its assessor has had the days to decide twice over. */
export const passedOnUntil = (now: Date, days: number): string => new Date(now.getTime() - 2 * days * 86_400_000).toISOString()

/** The skills whose level an assessor found lower than it was given: each can be answered once, in the first round alone. */
export const answerable = (
  progress: Pick<VerificationProgress, 'state' | 'round' | 'objected'>,
  findings: readonly Pick<Finding, 'skill' | 'outcome' | 'round'>[],
): string[] =>
  movesOf(progress).includes('answer') ? findings.filter(({ outcome, round }) => round === 1 && outcome === 'lower').map(({ skill }) => skill) : []
