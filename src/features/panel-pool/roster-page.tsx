import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { Link, useLocation, useNavigation } from 'react-router'
import { useSearch } from '#lib/search-params.ts'
import { paths } from '#paths'
import { Empty } from '#ui/empty.tsx'
import { FilterLayout } from '#ui/filter-layout.tsx'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { panelPoolQueries } from './panel-pool.queries.ts'
import { rememberRoster } from './last-roster.ts'
import { RosterFilterPanel } from './roster-filter-panel.tsx'
import { onFirstPage, rosterFilters, setFilters as filtersSet } from './roster-filters.ts'
import { RosterTable } from './roster-table.tsx'
import { rosterCopy as copy } from './roster.copy.ts'
import { useCounts } from './use-counts.ts'

const RosterFiles = lazy(() => import('./roster-files.tsx').then((part) => ({ default: part.RosterFiles })))
const ChooseBar = lazy(() => import('./choose-bar.tsx').then((part) => ({ default: part.ChooseBar })))
const SavedViews = lazy(() => import('./views/saved-views.tsx').then((part) => ({ default: part.SavedViews })))
const SetFilters = lazy(() => import('./set-filters.tsx').then((part) => ({ default: part.SetFilters })))

export function RosterPage() {
  const [filters, setFilters, now] = useSearch(rosterFilters)
  const { data: roster } = useSuspenseQuery(panelPoolQueries.roster(filters))
  const { search } = useLocation()
  useEffect(() => rememberRoster(search), [search])
  const kept = onFirstPage(filters)
  const set = filtersSet(kept)
  const { counts, onWork } = useCounts(kept)
  const bar = { filters: kept, counts, onChange: setFilters, now }
  return (
    <Page title={copy.roster} busy={useNavigation().state === 'loading'}>
      <p className="govuk-body">
        {copy.rosterIntro}{' '}
        <Link className="govuk-link" to={paths.skillsMap()}>
          {copy.toMap}
        </Link>
        {'. '}
        <Link className="govuk-link" to={paths.checksDue()}>
          {copy.toChecksDue}
        </Link>
        {'. '}
        <Link className="govuk-link" to={paths.planningBoard() + rosterFilters.write(kept)}>
          {copy.toBoard}
        </Link>
        {'. '}
        <Link className="govuk-link" to={paths.membershipAsks()}>
          {copy.toAsks}
        </Link>
      </p>
      <FilterLayout filters={<RosterFilterPanel {...bar} asked={roster.asked} onWork={onWork} />}>
        <div className="app-views-place">
          <Suspense>
            <SavedViews filters={kept} />
          </Suspense>
        </div>
        {set.length > 0 && (
          <Suspense fallback={<div className="app-set-place" />}>
            <SetFilters {...bar} asked={roster.asked} addressOf={(some) => paths.roster() + rosterFilters.write(some)} />
          </Suspense>
        )}
        <p className="govuk-body" role="status">
          {copy.found(roster.total, roster.about)}
        </p>
        {roster.people.length === 0 ? (
          <Empty>
            {set.length > 0 ? copy.nobodyMatches : copy.nobodyYet}{' '}
            {!kept.who && (
              <Link className="govuk-link" to={rosterFilters.write({ ...kept, who: 'everyone' })}>
                {copy.lookAmongLearners}
              </Link>
            )}
          </Empty>
        ) : (
          <>
            <Suspense fallback={<div className="app-choose-place" />}>
              <ChooseBar filters={kept} roster={roster} />
            </Suspense>
            <RosterTable roster={roster} filters={kept} />
          </>
        )}
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.whyNot() + rosterFilters.write(kept)}>
            {copy.whyNot}
          </Link>
        </p>
        <Suspense>
          <RosterFiles filters={kept} total={roster.total} />
        </Suspense>
        <Pagination
          label={copy.pages}
          previous={roster.previous === null ? null : { to: rosterFilters.write({ ...kept, before: roster.previous }) }}
          next={roster.next === null ? null : { to: rosterFilters.write({ ...kept, after: roster.next }) }}
        />
      </FilterLayout>
    </Page>
  )
}
