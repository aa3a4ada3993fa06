import type { z } from 'zod'
import type * as schema from './affiliation.schema.ts'
import { learnerStandings } from './membership.ts'
import { namesWarnings } from './names-warning.ts'
import type { Standing } from './person.ts'

export type Affiliation = z.infer<typeof schema.Affiliation>
export type Affiliations = z.infer<typeof schema.Affiliations>
export type AffiliationGiven = z.infer<typeof schema.AffiliationGiven>
export type Unmatched = z.infer<typeof schema.Unmatched>
export type AffiliationKind = z.infer<typeof schema.AffiliationKind>

/** The standings before somebody is in checks: what they declare is their own, and no coordinator sees it. */
export const beforeChecks: readonly Standing[] = learnerStandings

/** Whether coordinators see the affiliations of somebody of this standing. Of people who only work here, and have none, they do not. */
export const seenByCoordinators = (standing: Standing | null): boolean => standing !== null && !beforeChecks.includes(standing)

/**
 * What is wrong with an affiliation as given, with where; an empty list means it will do. `today` is given, not read from a clock. A name that looks like
 * a person's is asked about once: family ties name the organisation, never the relative.
 */
export function affiliationFaults(given: AffiliationGiven, today: string): { pointer: string; detail: string }[] {
  const { organisationId, freeName, from, to, isOrganisation = false } = given
  const faults = []
  if (!organisationId && !freeName) faults.push({ pointer: '/organisationId', detail: 'Choose an organisation, or write its name' })
  const [person] = organisationId || isOrganisation ? [] : namesWarnings(freeName ?? '')
  if (person)
    faults.push({
      pointer: '/isOrganisation',
      detail: `“${person.found}” looks as if it named a person. Name the organisation alone, or say that this is its name`,
    })
  if (from > today) faults.push({ pointer: '/from', detail: 'This must be today or earlier' })
  if (to !== null && to < from) faults.push({ pointer: '/to', detail: 'This must be after the day it began' })
  return faults
}
