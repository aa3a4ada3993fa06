import type { RosterCounts, RosterFacet, RosterFilter } from './person.ts'

/** People as they were counted: by a value of a facet; without a facet, all who match, or by a filter those who would match without it. */
export interface CountedRow {
  facet: string
  value: string
  people: number
}

/** Facets whose values mean "so much at least": whoever is at a value is at those before it. */
const atLeast: Partial<Record<RosterFacet, readonly string[]>> = { level: ['1', '2', '3', '4'], left: ['1', '2', '3'] }

/** Facets whose values mean "so much at most". */
const atMost: Partial<Record<RosterFacet, readonly string[]>> = { due: ['0', '30', '60', '90', '180'] }

/** Facets that have a value for everybody. */
const together: Partial<Record<RosterFacet, string>> = { who: 'everyone', tied: 'any', readiness: 'any', free: 'any' }

/** Facets that are counted whatever is asked, also where nobody is left to count. */
const always = ['who', 'role', 'region', 'standing', 'training'] as const

/**
 * What each choice would lead to, from people counted by what they have. Every value stands for itself, but where it means "at least", "at most" or
 * everybody: then the people of several are added up. A value that nobody has is left out.
 */
export function asCounts(rows: readonly CountedRow[]): RosterCounts {
  const counted = Map.groupBy(rows, ({ facet }) => facet)
  const byFacet = new Map<string, readonly CountedRow[]>([...always.map((facet) => [facet, []] as const), ...counted])
  const all = byFacet.get('') ?? []
  byFacet.delete('')
  return {
    total: all.find(({ value }) => value === '')?.people ?? 0,
    facets: [...byFacet].map(([facet, found]) => ({
      facet: facet as RosterFacet, // as the query that counted them calls it
      values: valuesOf(facet as RosterFacet, found).filter(({ value, people }) => value !== '' && people > 0),
    })),
    without: all.flatMap(({ value, people }) => (value === '' ? [] : [{ filter: value as RosterFilter, people }])),
  }
}

function valuesOf(facet: RosterFacet, counted: readonly CountedRow[]): { value: string; people: number }[] {
  const sum = (some: readonly CountedRow[]) => some.reduce((total, { people }) => total + people, 0)
  const [rising, falling, whole] = [atLeast[facet], atMost[facet], together[facet]]
  const others = counted.filter(({ value }) => !rising?.includes(value) && !falling?.includes(value) && value !== whole)
  const own = others.map(({ value, people }) => ({ value, people }))
  const summed = (values: readonly string[], covers: (at: number, place: number) => boolean) =>
    values.map((value, place) => ({
      value,
      people: sum(counted.filter((row) => values.includes(row.value) && covers(values.indexOf(row.value), place))),
    }))
  return [
    ...own,
    ...(rising ? summed(rising, (at, place) => at >= place) : []),
    ...(falling ? summed(falling, (at, place) => at <= place) : []),
    ...(whole === undefined ? [] : [{ value: whole, people: sum(counted) }]),
  ]
}
