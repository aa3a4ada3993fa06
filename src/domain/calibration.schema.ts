import { z } from '@hono/zod-openapi'

/** What still stands between an assessor and live work. */
export const CalibrationReason = z.strictObject({ kind: z.literal('anchors-to-rate'), left: z.number().int() }).openapi('CalibrationReason')

/** How many anchor dossiers an assessor has handed in, how many it takes, and what follows: no reasons is calibrated. */
export const Calibration = z
  .strictObject({ rated: z.number().int(), needed: z.number().int(), reasons: z.array(CalibrationReason) })
  .openapi('Calibration')
