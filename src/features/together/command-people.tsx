import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useSearch } from '#lib/search-params.ts'
import { paths } from '#paths'
import { Empty } from '#ui/empty.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { SubNavigation } from '#ui/sub-navigation.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy } from './together.copy.ts'
import { togetherQueries } from './together.queries.ts'
import { rowsSearch, shows } from './together-search.ts'

/** What became of each person, a page at a time. */
export function CommandPeople({ id, undoable }: { id: string; undoable: boolean }) {
  const [asked] = useSearch(rowsSearch)
  const { data } = useSuspenseQuery(togetherQueries.people(id, asked))
  const { show } = asked
  const rows = data.rows.map((row) => (
    <Row key={row.personId}>
      <RowHeader>
        <Link className="govuk-link" to={paths.person(row.personId)}>
          {row.name}
        </Link>
      </RowHeader>
      <Cell>{copy.became(row)}</Cell>
      {undoable && <Cell>{copy.rowUndone(row)}</Cell>}
    </Row>
  ))
  const tabs = [undefined, ...shows.filter((one) => undoable || one !== 'left')]
  return (
    <>
      <h2 className="govuk-heading-m">{copy.peopleOf}</h2>
      <SubNavigation
        label={copy.show}
        items={tabs.map((one) => ({
          to: paths.command(id) + rowsSearch.write({ show: one }),
          text: copy.shows[one ?? 'all'],
          current: one === show,
        }))}
      />
      {rows.length === 0 ? (
        <Empty>{copy.nobodyHere}</Empty>
      ) : (
        <Table caption={copy.shows[show ?? 'all']} columns={copy.rowColumns.slice(0, undoable ? 3 : 2).map((title) => ({ title }))} rows={rows} />
      )}
      <Pagination
        label={copy.peoplePages}
        previous={data.previous === null ? null : { to: rowsSearch.write({ show, before: data.previous }) }}
        next={data.next === null ? null : { to: rowsSearch.write({ show, after: data.next }) }}
      />
    </>
  )
}
