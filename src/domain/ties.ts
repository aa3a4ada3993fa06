import type { z } from 'zod'
import type { Affiliation } from './affiliation.ts'
import { standsFor, type Succession } from './organisation.ts'
import type * as schema from './tie.schema.ts'

export type TieVerdict = z.infer<typeof schema.TieVerdict>

/**
 * What somebody is asked about: an organisation by its id; every body that serves an authority, as `area:` and the authority's id; or every body that
 * serves a region, as `region:` and the region.
 */
export type Asked = string

/** Enough of the register to say what was asked for: mergers, which bodies serve which authorities, and the home regions of all. */
export interface TieRegister {
  succession: Succession
  areas: readonly { organisationId: string; areaId: string }[]
  regions: readonly { organisationId: string; region: string | null }[]
}

/** What one person declared. `declaredOn` is the day they last said that it is complete; null when they never did. */
export interface Declared {
  declaredOn: string | null
  affiliations: readonly Pick<Affiliation, 'id' | 'organisationId' | 'from' | 'to'>[]
}

export interface TieRule {
  /** The day on which somebody is to be independent. */
  on: string
  /** How many years a tie still counts after it ended. */
  countsForYears: number
}

/** A tie that ended on this day or before no longer counts. */
export const countsSince = (on: string, years: number): string => `${Number(on.slice(0, 4)) - years}${on.slice(4)}`

/** The first day on which a tie that ended on one no longer counts. */
export function countsUntil(ended: string, years: number): string {
  const day = `${Number(ended.slice(0, 4)) + years}${ended.slice(4)}`
  // Of a leap day only the year has no anniversary.
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? day : `${day.slice(0, 5)}03-01`
}

/** Whether an affiliation counts on the day of a rule: it goes on, or ended not long enough ago. */
export const isCounting = ({ from, to }: { from: string; to: string | null }, { on, countsForYears }: TieRule): boolean =>
  from <= on && (to === null || to > countsSince(on, countsForYears))

/** The bodies of a day that something asked for means, in the order of their ids. An old body means what it became. */
export function bodiesMeant(asked: Asked, { succession, areas, regions }: TieRegister, on: string): string[] {
  const [kind, name = ''] = asked.includes(':') ? asked.split(':', 2) : ['organisation', asked]
  if (kind === 'organisation') return standsFor(name, succession, on)
  const authorities =
    kind === 'area'
      ? standsFor(name, succession, on)
      : regions.flatMap(({ organisationId, region }) => (region === name ? heirsOf(organisationId, succession, on) : []))
  const among = new Set(authorities)
  const serving = areas.filter(({ areaId }) => standsFor(areaId, succession, on).some((authority) => among.has(authority)))
  return [...new Set([...authorities, ...serving.flatMap(({ organisationId }) => heirsOf(organisationId, succession, on))])].toSorted()
}

/** Who serves on where a body did: itself, or what it became part of. What followed a body that was split says for itself which part it serves. */
function heirsOf(id: string, succession: Succession, on: string): string[] {
  const bodies = standsFor(id, succession, on)
  return bodies.length === 1 ? bodies : []
}

/**
 * Every organisation of the register, old and new, a tie to which is a tie to one of these bodies on that day. The roster's SQL looks for exactly these.
 */
export function organisationsTied(bodies: readonly string[], succession: Succession, on: string): string[] {
  const wanted = new Set(bodies)
  const old = succession.map(({ id }) => id).filter((id) => standsFor(id, succession, on).some((body) => wanted.has(body)))
  return [...new Set([...bodies, ...old])].toSorted()
}

/**
 * What is on record between a person and each thing that is asked for, on a day. A tie counts while it goes on and for some years after it ended, under
 * whatever name the body then had. An affiliation that nobody has matched to the register may be to any body, so until it is nothing is known; nor is it
 * of somebody who never declared. A tie that is known is a tie all the same.
 * Source: conflict rules COI-2, COI-3, COI-4 and COI-8 of the pool model; inferred and recalled, so the years are a setting and none of it is stated as law.
 */
export function tiesTo(person: Declared, asked: readonly Asked[], register: TieRegister, rule: TieRule): TieVerdict[] {
  const { on } = rule
  const counting = person.affiliations.filter((one) => isCounting(one, rule))
  const bodies = counting.flatMap(({ id, organisationId, to }) =>
    organisationId === null
      ? []
      : standsFor(organisationId, register.succession, on).map((organisation) => ({
          organisation,
          affiliation: id,
          why: to === null || to >= on ? ('goes-on' as const) : ('ended-lately' as const),
        })),
  )
  const unknown = [
    ...(person.declaredOn === null ? (['never-declared'] as const) : []),
    ...(counting.some(({ organisationId }) => organisationId === null) ? (['unmatched'] as const) : []),
  ]
  return asked.map((one) => {
    const meant = new Set(bodiesMeant(one, register, on))
    const ties = bodies
      .filter(({ organisation }) => meant.has(organisation))
      .toSorted((a, b) => compare(a.organisation, b.organisation) || compare(a.affiliation, b.affiliation))
    if (ties.length > 0) return { kind: 'tie', asked: one, ties }
    if (person.declaredOn === null || unknown.length > 0) return { kind: 'not-known', asked: one, why: unknown }
    return { kind: 'none', asked: one, declaredOn: person.declaredOn }
  })
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What the verdicts on everything asked for come to: a tie to one is a tie, and nothing is known while one of them is not. */
export const tieStateOf = (verdicts: readonly TieVerdict[]): TieVerdict['kind'] =>
  verdicts.some(({ kind }) => kind === 'tie') ? 'tie' : verdicts.some(({ kind }) => kind === 'not-known') ? 'not-known' : 'none'
