import type { Affiliation } from './affiliation.ts'
import { standsFor, type Succession } from './organisation.ts'
import { countsSince } from './ties.ts'

/** What is known of somebody's ties. `declaredAt` null means that they never said, so that nothing is known. */
export interface Connected {
  personId: string
  declaredAt: string | null
  affiliations: readonly Pick<Affiliation, 'organisationId' | 'freeName' | 'from' | 'to'>[]
  /** The people whom they say that they know. */
  knows: readonly string[]
}

/** One reason why an assessor is not, or may not be, independent of somebody. */
export type Tie =
  | { kind: 'same-person' }
  | { kind: 'knows' }
  | { kind: 'same-organisation'; organisation: string; when: 'together' | 'apart' }
  | { kind: 'not-known'; personId: string }

export interface TieRule {
  today: string
  /** How many years a tie to an organisation still counts after it ended. */
  countsForYears: number
}

/**
 * Why two people may not assess each other, in an order that does not depend on who comes first. An empty list says only that no tie is known: nobody is
 * ever called independent. Somebody who never declared their ties gives 'not-known'.
 * Two ties to one organisation, or to bodies that became one, count while each is current or ended less than `countsForYears` ago, whether or not they overlap.
 * Source: conflict rules COI-2, COI-4 and COI-6 of the pool model; inferred and recalled, so the years are a setting and none of it is stated as law.
 */
export function tiesBetween(one: Connected, other: Connected, succession: Succession, rule: TieRule): Tie[] {
  const ties: Tie[] = []
  if (one.personId === other.personId) ties.push({ kind: 'same-person' })
  if (one.knows.includes(other.personId) || other.knows.includes(one.personId)) ties.push({ kind: 'knows' })
  ties.push(...sharedOrganisations(one, other, succession, rule))
  for (const { personId } of [one, other].filter(({ declaredAt }) => declaredAt === null).toSorted(byId)) ties.push({ kind: 'not-known', personId })
  return ties
}

/** Whether somebody may be asked to assess somebody: not with a tie, and not before both declared theirs. */
export const mayAssess = (ties: readonly Tie[]): boolean => ties.length === 0

/** The ties that nobody may set aside: a person is named in spite of 'not-known' only by somebody who asked them. */
export const barsIn = (ties: readonly Tie[]): Tie[] => ties.filter(({ kind }) => kind !== 'not-known')

const byId = (a: Connected, b: Connected) => (a.personId < b.personId ? -1 : 1)

function sharedOrganisations(one: Connected, other: Connected, succession: Succession, rule: TieRule): Tie[] {
  const [mine, theirs] = [counting(one, succession, rule), counting(other, succession, rule)]
  const shared = [...new Set(mine.map(({ body }) => body))].filter((body) => theirs.some((tie) => tie.body === body)).toSorted()
  return shared.map((body) => {
    const [some, others] = [mine.filter((tie) => tie.body === body), theirs.filter((tie) => tie.body === body)]
    const together = some.some((a) => others.some((b) => a.from <= (b.to ?? rule.today) && b.from <= (a.to ?? rule.today)))
    return { kind: 'same-organisation', organisation: body, when: together ? 'together' : 'apart' }
  })
}

/** The affiliations that still count, each with the body it stands for today: an id of the register, or the words that were given. */
function counting({ affiliations }: Connected, succession: Succession, { today, countsForYears }: TieRule) {
  const since = countsSince(today, countsForYears)
  return affiliations
    .filter(({ to }) => to === null || to > since)
    .flatMap(({ organisationId, freeName, from, to }) => {
      const bodies = organisationId ? standsFor(organisationId, succession, today) : [(freeName ?? '').trim().toLowerCase().replace(/\s+/g, ' ')]
      return bodies.map((body) => ({ body, from, to }))
    })
}
