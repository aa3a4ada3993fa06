import type { z } from 'zod'
import type * as schema from './affiliation.schema.ts'

export type Affiliation = z.infer<typeof schema.Affiliation>
export type Affiliations = z.infer<typeof schema.Affiliations>
export type AffiliationGiven = z.infer<typeof schema.AffiliationGiven>
export type AffiliationKind = z.infer<typeof schema.AffiliationKind>

/** What is wrong with an affiliation as given, with where; an empty list means it will do. `today` is given, not read from a clock. */
export function affiliationFaults({ organisationId, freeName, from, to }: AffiliationGiven, today: string): { pointer: string; detail: string }[] {
  const faults = []
  if (!organisationId && !freeName) faults.push({ pointer: '/organisationId', detail: 'Choose an organisation, or write its name' })
  if (from > today) faults.push({ pointer: '/from', detail: 'This must be today or earlier' })
  if (to !== null && to < from) faults.push({ pointer: '/to', detail: 'This must be after the day it began' })
  return faults
}
