import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link, useNavigation, useSearchParams } from 'react-router'
import type { PlanningBoard } from '#domain/planning-board.ts'
import { useSearch } from '#lib/search-params.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { FilterLayout } from '#ui/filter-layout.tsx'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { RosterFilterPanel } from '../roster-filter-panel.tsx'
import { type Filters, onFirstPage, rosterFilters, setFilters } from '../roster-filters.ts'
import { rosterCopy } from '../roster.copy.ts'
import { useCounts } from '../use-counts.ts'
import { boardAddress, boardFilters, boardSpan, type Span, spans } from './board-search.ts'
import { Board, BoardKey } from './board.tsx'
import { copy } from './board.copy.ts'
import { boardQuery } from './board.queries.ts'
import './board.scss'

const SetFilters = lazy(() => import('../set-filters.tsx').then((part) => ({ default: part.SetFilters })))

/** The roster by months, under the filters of the roster and their address. */
export function BoardPage() {
  const [search] = useSearchParams()
  const span = boardSpan.read(search)
  const [filters, onChange, now] = useSearch(boardFilters(span))
  const { data: board } = useSuspenseQuery(boardQuery(filters, span))
  const kept = onFirstPage(filters)
  const { counts, onWork } = useCounts(kept)
  const bar = { filters: kept, counts, asked: board.asked, onChange, now }
  return (
    <Page title={copy.title} busy={useNavigation().state === 'loading'}>
      <p className="govuk-body app-measure">{copy.intro}</p>
      <p className="govuk-body app-board-screen">
        <Link className="govuk-link" to={paths.roster() + rosterFilters.write(filters)}>
          {copy.toRoster}
        </Link>
      </p>
      <FilterLayout filters={<RosterFilterPanel {...bar} onWork={onWork} />}>
        {setFilters(kept).length > 0 && (
          <Suspense>
            <SetFilters {...bar} addressOf={(some) => boardAddress(some, span)} />
          </Suspense>
        )}
        <p className="govuk-body" role="status">
          {rosterCopy.found(board.total, board.about)}
        </p>
        <Months filters={filters} span={span} board={board} />
        {board.people.length === 0 ? (
          <Empty>{rosterCopy.nobodyMatches}</Empty>
        ) : (
          <>
            <Board board={board} />
            <BoardKey />
          </>
        )}
        <Pagination
          label={copy.pages}
          previous={board.previous === null ? null : { to: boardAddress({ ...kept, before: board.previous }, span) }}
          next={board.next === null ? null : { to: boardAddress({ ...kept, after: board.next }, span) }}
        />
        <div className="app-board-screen">
          <Actions>
            <Button variant="secondary" onClick={() => print()}>
              {copy.print}
            </Button>
          </Actions>
        </div>
      </FilterLayout>
    </Page>
  )
}

/** The same people in other months. */
function Months({ filters, span: { from: _from, ...span }, board }: { filters: Filters; span: Span; board: PlanningBoard }) {
  const { earlier, now, later, months } = board
  const [first, many] = [months[0], months.length]
  const from = (month: string): Span => (month === now ? span : { ...span, from: month })
  const steps = [
    { text: copy.earlier, to: from(earlier) },
    ...(first === now ? [] : [{ text: copy.now, to: span }]),
    { text: copy.later, to: from(later) },
  ]
  return (
    <nav className="app-board-months" aria-label={copy.steps}>
      <ul>
        {steps.map(({ text, to }) => (
          <li key={text}>
            <Link className="govuk-link" to={boardAddress(filters, to)} preventScrollReset>
              {text}
            </Link>
          </li>
        ))}
        {spans.map((wide) => (
          <li key={wide}>
            <Link
              className="govuk-link"
              to={boardAddress(filters, { ...from(first ?? now), months: wide })}
              aria-current={Number(wide) === many ? 'true' : undefined}
              preventScrollReset
            >
              {copy.span(wide)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
