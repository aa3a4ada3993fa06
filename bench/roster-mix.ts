import type { RosterFilters } from '#domain/person.ts'

/** Something a coordinator asks of the roster. */
export interface Visit {
  kind: 'first page' | 'filters' | 'name search' | 'deep page'
  filters: RosterFilters
  /** How many pages lie before the one that is asked for. */
  pagesIn: number
}

const first = (filters: RosterFilters = {}): Visit => ({ kind: 'first page', filters, pagesIn: 0 })
const filtered = (filters: RosterFilters): Visit => ({ kind: 'filters', filters, pagesIn: 0 })
const search = (name: string, filters: RosterFilters = {}): Visit => ({ kind: 'name search', filters: { name, ...filters }, pagesIn: 0 })
const deep = (pagesIn: number, filters: RosterFilters = {}): Visit => ({ kind: 'deep page', filters, pagesIn })

/** The fixed mix. Names are without accents, so that the plain list finds the same people. */
export const rosterMix: readonly Visit[] = [
  first(),
  first({ sort: '-joined' }),
  filtered({ region: 'london' }),
  filtered({ standing: 'active' }),
  filtered({ role: 'adviser' }),
  filtered({ region: 'north-east', standing: 'refresher-due' }),
  filtered({ training: 'completed', sort: '-joined' }),
  filtered({ role: 'author', region: 'south-west', standing: 'active', training: 'completed' }),
  search('an'),
  search('hart'),
  search('moorcroft'),
  search('fiona under'),
  search('kettle', { region: 'london', standing: 'active' }),
  search('nobody is called this'),
  deep(40),
  deep(1000),
  deep(100, { region: 'london' }),
  deep(2000, { sort: '-joined' }),
]
