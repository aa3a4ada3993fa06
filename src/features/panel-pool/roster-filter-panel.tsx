import { lazy, Suspense } from 'react'
import type { Roster, RosterFilter } from '#domain/person.ts'
import { FilterFold } from '#ui/filter-layout.tsx'
import type { Counts } from './facet-counts.ts'
import { RosterFilterBar } from './roster-filter-bar.tsx'
import { type Filters, setFilters } from './roster-filters.ts'
import { rosterCopy as copy } from './roster.copy.ts'
import { tieCopy } from './tie-filters.copy.ts'

const TieFilters = lazy(() => import('./tie-filters.tsx').then((part) => ({ default: part.TieFilters })))
const TimeFilters = lazy(() => import('./time-filters.tsx').then((part) => ({ default: part.TimeFilters })))

interface Props {
  filters: Filters
  counts: Counts
  /** What ties are asked about, in words. */
  asked: Roster['asked']
  onChange: (filters: Filters, replace?: boolean) => void
  /** The filters as they are now, also while the last choice is still being answered. */
  now: () => Filters
  /** Somebody wants to see the filters of work and checks, whose people are counted only then. */
  onWork: () => void
}

/** All the filters of the roster, the seldom used ones folded away until one is set. */
export function RosterFilterPanel({ asked, onWork, ...bar }: Props) {
  const set = setFilters(bar.filters)
  const isSet = (...some: RosterFilter[]) => set.filter((filter) => some.includes(filter)).length
  return (
    <>
      <RosterFilterBar {...bar} onWork={onWork} />
      <FilterFold title={copy.whenFree} set={copy.set(isSet('ready', 'free'))} open={isSet('ready', 'free') > 0}>
        <Suspense>
          <TimeFilters {...bar} />
        </Suspense>
      </FilterFold>
      <FilterFold title={tieCopy.title} set={copy.set(isSet('ties'))} open={isSet('ties') > 0}>
        <Suspense>
          <TieFilters {...bar} asked={asked} />
        </Suspense>
      </FilterFold>
    </>
  )
}
