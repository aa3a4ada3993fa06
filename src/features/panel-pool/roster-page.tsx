import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { Link, useLocation, useNavigation } from 'react-router'
import { useSearch } from '#lib/search-params.ts'
import { paths } from '#paths'
import { Empty } from '#ui/empty.tsx'
import { FilterLayout } from '#ui/filter-layout.tsx'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { copy } from './panel-pool.copy.ts'
import { panelPoolQueries } from './panel-pool.queries.ts'
import { rememberRoster } from './last-roster.ts'
import { RosterFilterBar } from './roster-filter-bar.tsx'
import { rosterFilters } from './roster-filters.ts'
import { RosterTable } from './roster-table.tsx'

const RosterFiles = lazy(() => import('./roster-files.tsx').then((part) => ({ default: part.RosterFiles })))
const ChooseBar = lazy(() => import('./choose-bar.tsx').then((part) => ({ default: part.ChooseBar })))
const SavedViews = lazy(() => import('./views/saved-views.tsx').then((part) => ({ default: part.SavedViews })))
const TieFilters = lazy(() => import('./tie-filters.tsx').then((part) => ({ default: part.TieFilters })))

export function RosterPage() {
  const [filters, setFilters] = useSearch(rosterFilters)
  const { data: roster } = useSuspenseQuery(panelPoolQueries.roster(filters))
  const { search } = useLocation()
  useEffect(() => rememberRoster(search), [search])
  const { after: _after, before: _before, ...kept } = filters
  const filtered = Object.keys(kept).some((key) => key !== 'sort')
  return (
    <Page title={copy.roster} busy={useNavigation().state === 'loading'}>
      <p className="govuk-body">
        {copy.rosterIntro}{' '}
        <Link className="govuk-link" to={paths.skillsMap()}>
          {copy.toMap}
        </Link>{' '}
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
      <FilterLayout
        filters={
          <>
            <RosterFilterBar filters={kept} onChange={setFilters} />
            <Suspense>
              <TieFilters filters={kept} asked={roster.asked} onChange={setFilters} />
            </Suspense>
          </>
        }
      >
        <Suspense>
          <SavedViews filters={kept} />
        </Suspense>
        <p className="govuk-body" role="status">
          {copy.found(roster.total, roster.about)}
        </p>
        {roster.people.length === 0 ? (
          <Empty>
            {filtered ? copy.nobodyMatches : copy.nobodyYet}{' '}
            {!kept.who && (
              <Link className="govuk-link" to={rosterFilters.write({ ...kept, who: 'everyone' })}>
                {copy.lookAmongLearners}
              </Link>
            )}
          </Empty>
        ) : (
          <>
            <Suspense>
              <ChooseBar filters={kept} roster={roster} />
            </Suspense>
            <RosterTable roster={roster} filters={kept} />
          </>
        )}
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
