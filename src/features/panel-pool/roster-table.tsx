import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import type { TaggedRoster } from '#domain/tag.ts'
import { regionWords, shortPoolRoleWords, standingWords, trainingWords } from '#domain/words.ts'
import { showDate } from '#lib/show.ts'
import { paths } from '#paths'
import { Cell, type Column, Row, RowHeader, Table } from '#ui/table.tsx'
import { ChooseBox } from './choose-box.tsx'
import { copy } from './panel-pool.copy.ts'
import { chosenList, type Filters, rosterFilters } from './roster-filters.ts'

const Ties = lazy(() => import('./tie-filters.tsx').then((part) => ({ default: part.Ties })))

export function RosterTable({ roster, filters }: { roster: TaggedRoster; filters: Filters }) {
  const list = chosenList(filters)
  const rows = roster.people.map(({ id, name, roles, region, standing, training, joinedOn, ties }) => (
    <Row key={id}>
      <Cell>
        <ChooseBox list={list} person={{ id, name }} page={roster.people} />
      </Cell>
      <RowHeader>
        <Link className="govuk-link" to={paths.person(id)}>
          {name}
        </Link>
        {roster.tags[id] && <span className="govuk-hint app-block">{roster.tags[id].join(', ')}</span>}
      </RowHeader>
      <Cell>{roles.map((role) => shortPoolRoleWords[role]).join(', ') || copy.noRoles}</Cell>
      <Cell>{region ? regionWords[region] : copy.noRegion}</Cell>
      <Cell>{standing && standingWords[standing]}</Cell>
      <Cell>{trainingWords[training]}</Cell>
      {roster.asked.length > 0 && (
        <Cell>
          <Suspense>
            <Ties ties={ties} />
          </Suspense>
        </Cell>
      )}
      <Cell nowrap>{showDate(joinedOn, 'short')}</Cell>
    </Row>
  ))
  return <Table caption={copy.caption} columns={columns(filters, roster.asked.length > 0)} rows={rows} />
}

const columns = (filters: Filters, ties: boolean): Column[] => [
  { title: copy.columns.choose },
  { title: copy.columns.name, sort: sortBy(filters, 'name') },
  { title: copy.columns.roles },
  { title: copy.columns.region },
  { title: copy.columns.standing },
  { title: copy.columns.training },
  ...(ties ? [{ title: copy.columns.ties }] : []),
  { title: copy.columns.joined, sort: sortBy(filters, 'joined') },
]

/** A click on the column that sorts turns it round; on another it sorts by that. */
function sortBy(filters: Filters, key: 'name' | 'joined'): NonNullable<Column['sort']> {
  const sort = filters.sort ?? 'name'
  const direction = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none'
  return { direction, to: rosterFilters.write({ ...filters, sort: direction === 'ascending' ? `-${key}` : key }) || paths.roster() }
}
