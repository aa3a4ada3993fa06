import type { z } from 'zod'
import type * as schema from './evidence.schema.ts'

export type EvidenceKind = z.infer<typeof schema.EvidenceKind>
export type EvidenceState = z.infer<typeof schema.EvidenceState>
export type EvidenceVersion = z.infer<typeof schema.EvidenceVersion>
export type Evidence = z.infer<typeof schema.Evidence>
export type EvidenceWords = z.infer<typeof schema.EvidenceWords>
export type EvidenceDraft = z.infer<typeof schema.EvidenceDraft>
export type TestimonyAsk = z.infer<typeof schema.TestimonyAsk>
export type OwnEvidence = z.infer<typeof schema.OwnEvidence>
export type TestimonyView = z.infer<typeof schema.TestimonyView>

/**
 * The moves a piece of evidence can make. A file is scanned before it counts, and what the scanner refuses is deleted at once; a testimony is asked of
 * somebody. Quarantine closes a piece for everybody at once; from there it comes back, or its bytes and words are purged for good.
 */
export const evidenceMoves: Record<EvidenceState, readonly EvidenceState[]> = {
  draft: ['scanning', 'ready', 'asked', 'purged'],
  scanning: ['ready', 'rejected', 'quarantined'],
  rejected: ['draft', 'purged'],
  ready: ['scanning', 'withdrawn', 'quarantined'],
  withdrawn: ['ready', 'quarantined'],
  quarantined: ['ready', 'purged'],
  purged: [],
  asked: ['ready', 'declined', 'lapsed', 'purged'],
  lapsed: ['asked', 'purged'],
  declined: ['purged'],
}

/** The moves that an owner makes by asking for them; the rest follow from handing in, from the scanner, from a witness and from time. */
export const ownMoves: Record<EvidenceState, readonly EvidenceState[]> = {
  draft: ['purged'],
  scanning: ['quarantined'],
  rejected: ['purged'],
  ready: ['withdrawn', 'quarantined'],
  withdrawn: ['ready', 'quarantined'],
  quarantined: ['ready', 'purged'],
  purged: [],
  asked: ['purged'],
  lapsed: ['asked', 'purged'],
  declined: ['purged'],
}

/** What an owner may do now: what was never whole cannot come back out of quarantine. */
export const ownMovesOf = (state: EvidenceState, hasVersions: boolean): EvidenceState[] =>
  ownMoves[state].filter((move) => move !== 'ready' || hasVersions)

/** Whether what a piece of evidence holds may be read by those it was shown to. Withdrawn evidence stays readable where it was relied on. */
export const isReadable = (state: EvidenceState): boolean => state !== 'quarantined' && state !== 'purged'

/** The largest file that is taken: a long report with pictures fits, and a phone on a slow line sends it in a few minutes. */
export const mostFileBytes = 10 * 1024 * 1024

/** Whether it can be sent with a new request for verification. */
export const canBeSent = (state: EvidenceState): boolean => state === 'ready'
