import type { z } from 'zod'
import type * as schema from './calibration.schema.ts'

export type Calibration = z.infer<typeof schema.Calibration>
export type CalibrationReason = z.infer<typeof schema.CalibrationReason>

/**
 * What stands between an assessor and taking requests for verification; an empty list means they may. It asks that the anchor dossiers were rated, not
 * that the levels agreed: how far they do is for the assessor to see and learn from.
 * Source: the setting anchors-before-live-work, ours to set; 0 asks for none.
 */
export function mayTakeRequests(rated: number, needed: number): CalibrationReason[] {
  return rated >= needed ? [] : [{ kind: 'anchors-to-rate', left: needed - rated }]
}
