import type { z } from 'zod'
import type * as schema from './regime.schema.ts'

export type Regime = z.infer<typeof schema.Regime>
