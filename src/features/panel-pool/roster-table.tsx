import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import type { TaggedRoster } from '#domain/tag.ts'
import { regionWords, rosterTrainingWords, shortPoolRoleWords, standingWords } from '#domain/words.ts'
import { showDate } from '#lib/show.ts'
import { paths } from '#paths'
import { Cell, type Column, Row, RowHeader, Table } from '#ui/table.tsx'
import { ChooseBox } from './choose-box.tsx'
import { chosenList, type Filters, rosterFilters } from './roster-filters.ts'
import { rosterCopy as copy } from './roster.copy.ts'

const WhyHere = lazy(() => import('./why-here.tsx').then((part) => ({ default: part.WhyHere })))

/** What people are asked about that their row answers in words. */
const answered = ['travels', 'ties', 'ready', 'freeFrom', 'left', 'load', 'due', 'skill', 'specialism', 'meets', 'coreAt'] as const

export function RosterTable({ roster, filters }: { roster: TaggedRoster; filters: Filters }) {
  const list = chosenList(filters)
  const asksWhy = answered.some((key) => filters[key] !== undefined)
  const rows = roster.people.map((row) => (
    <Row key={row.id}>
      <Cell>
        <ChooseBox list={list} person={{ id: row.id, name: row.name }} page={roster.people} />
      </Cell>
      <RowHeader>
        <Link className="govuk-link" to={paths.person(row.id)}>
          {row.name}
        </Link>
        {roster.tags[row.id] && <span className="govuk-hint app-block">{roster.tags[row.id]?.join(', ')}</span>}
      </RowHeader>
      <Cell>{row.roles.map((role) => shortPoolRoleWords[role]).join(', ') || copy.noRoles}</Cell>
      <Cell>{row.region ? regionWords[row.region] : copy.noRegion}</Cell>
      <Cell>{row.standing && standingWords[row.standing]}</Cell>
      <Cell>{rosterTrainingWords[row.training]}</Cell>
      {asksWhy ? (
        <Cell>
          <Suspense>
            <WhyHere row={row} filters={filters} />
          </Suspense>
        </Cell>
      ) : (
        <Cell>{showDate(row.joinedOn, 'short')}</Cell>
      )}
    </Row>
  ))
  return <Table caption={copy.caption} columns={columns(filters, asksWhy)} rows={rows} />
}

const columns = (filters: Filters, why: boolean): Column[] => [
  { title: copy.columns.choose, hidden: true },
  { title: copy.columns.name, sort: sortBy(filters, 'name') },
  { title: copy.columns.roles },
  { title: copy.columns.region },
  { title: copy.columns.standing },
  { title: copy.columns.training },
  // What a list is asked takes the place of what nobody asked.
  why ? { title: copy.columns.why } : { title: copy.columns.joined, sort: sortBy(filters, 'joined') },
]

/** A click on the column that sorts turns it round; on another it sorts by that. */
function sortBy(filters: Filters, key: 'name' | 'joined'): NonNullable<Column['sort']> {
  const sort = filters.sort ?? 'name'
  const direction = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none'
  return { direction, to: rosterFilters.write({ ...filters, sort: direction === 'ascending' ? `-${key}` : key }) || paths.roster() }
}
