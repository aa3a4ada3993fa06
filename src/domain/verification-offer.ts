import type { z } from 'zod'
import { mayTakeRequests } from './calibration.ts'
import { barsIn, type Tie } from './independence.ts'
import type { VerificationProgress } from './verification.ts'
import type * as schema from './verification.schema.ts'

export type AssessorStanding = z.infer<typeof schema.AssessorStanding>

/** What an assessor has done before live work. */
export interface Preparation {
  /** They said which ties they have, or that there are none. */
  declaredTies: boolean
  /** How many anchor dossiers they rated, and how many are asked. */
  anchors: { rated: number; needed: number }
}

export type NotReady = z.infer<typeof schema.NotReady>

/**
 * Why an assessor is not ready for requests; an empty list means that they are. The one gate before live work: it holds for being offered one and for
 * accepting one alike. A coordinator may still name them, so that they get ready for it.
 */
export const notReadyFor = ({ declaredTies, anchors }: Preparation): NotReady[] => [
  ...(declaredTies ? [] : ['ties-not-declared' as const]),
  ...mayTakeRequests(anchors.rated, anchors.needed).map(({ kind }) => kind),
]

/** Where an assessor stands to one request: free to be offered it, or why not. The strongest reason is given. */
export function standingOf(
  assessorId: string,
  ties: readonly Tie[],
  preparation: Preparation,
  passed: VerificationProgress['passed'],
): AssessorStanding {
  const before = passed.filter((one) => one.assessorId === assessorId).map(({ why }) => why)
  if (before.includes('conflict')) return 'declined-conflict'
  if (barsIn(ties).length > 0) return 'tied'
  if (before.includes('objected')) return 'objected'
  if (before.includes('decided')) return 'looked-before'
  if (ties.length > 0) return 'not-known'
  if (notReadyFor(preparation).length > 0) return 'not-ready'
  if (before.includes('capacity')) return 'declined-capacity'
  if (before.includes('lapsed')) return 'let-lapse'
  if (before.includes('passed-on')) return 'passed-on'
  return 'free'
}

/** Whom a coordinator may name: anybody for whom nothing stands against it that only the assessor or the learner could mend. */
export const canBeNamed = (standing: AssessorStanding): boolean =>
  ['free', 'not-known', 'not-ready', 'declined-capacity', 'let-lapse', 'passed-on'].includes(standing)

/** An assessor who could be asked: how many requests they have now, and when they were last offered one. */
export interface Candidate {
  personId: string
  open: number
  lastOfferedAt: string | null
}

/** Whose turn it is: whoever has the fewest requests, then whoever was asked longest ago or never. Null when there is nobody. */
export function nextAssessor(candidates: readonly Candidate[]): string | null {
  const [first] = candidates.toSorted(
    (a, b) => a.open - b.open || compare(a.lastOfferedAt ?? '', b.lastOfferedAt ?? '') || compare(a.personId, b.personId),
  )
  return first?.personId ?? null
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
