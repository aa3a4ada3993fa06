import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { showMoment, showNumber } from '#lib/show.ts'
import { useSearch } from '#lib/search-params.ts'
import { paths } from '#paths'
import { Empty } from '#ui/empty.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy } from './together.copy.ts'
import { togetherQueries } from './together.queries.ts'
import { listSearch } from './together-search.ts'

/** What was done to several people together, to be looked at again or undone. */
export function CommandsPage() {
  const [places] = useSearch(listSearch)
  const { data } = useSuspenseQuery(togetherQueries.list(places))
  const rows = data.commands.map((command) => (
    <Row key={command.id}>
      <RowHeader>
        <Link className="govuk-link app-wrap" to={paths.command(command.id)}>
          {copy.inOneLine(command)}
        </Link>
      </RowHeader>
      <Cell>{showNumber(command.done)}</Cell>
      <Cell>{command.by.name}</Cell>
      <Cell>{showMoment(command.at)}</Cell>
      <Cell>{copy.undoneState(command)}</Cell>
    </Row>
  ))
  return (
    <>
      <BackLink to={paths.roster()}>{copy.toRoster}</BackLink>
      <Page title={copy.listTitle}>
        <div className="app-measure">
          <p className="govuk-body">{copy.listIntro}</p>
          <p className="govuk-body">
            <Link className="govuk-link" to={paths.rosterImports()}>
              {copy.toImports}
            </Link>
          </p>
        </div>
        {rows.length === 0 ? (
          <Empty>{copy.none}</Empty>
        ) : (
          <Table caption={copy.caption} columns={copy.listColumns.map((title) => ({ title }))} rows={rows} />
        )}
        <Pagination
          label={copy.pages}
          previous={data.previous === null ? null : { to: listSearch.write({ before: data.previous }) }}
          next={data.next === null ? null : { to: listSearch.write({ after: data.next }) }}
        />
      </Page>
    </>
  )
}
