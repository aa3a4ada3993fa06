import type { z } from 'zod'
import type * as schema from './shared-entry.schema.ts'
import type { VerificationState } from './verification.ts'

export type SharedEntry = z.infer<typeof schema.SharedEntry>
export type ShareableEntry = z.infer<typeof schema.ShareableEntry>

/** Whether an entry can still be shared with the assessor of a request: as long as somebody looks at it, or will. Taking one back is possible at any time. */
export const canShare = (state: VerificationState): boolean => state !== 'decided' && state !== 'withdrawn'
