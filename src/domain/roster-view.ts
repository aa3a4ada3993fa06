import type { z } from 'zod'
import type * as schema from './roster-view.schema.ts'

export type RosterView = z.infer<typeof schema.RosterView>
export type RosterViewGiven = z.infer<typeof schema.RosterViewGiven>

/** So many views at most are somebody's own: more are no shortcut. */
export const mostViews = 50
