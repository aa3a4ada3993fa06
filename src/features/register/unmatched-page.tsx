import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useLocation, useSearchParams } from 'react-router'
import { showDate } from '#lib/show.ts'
import { paths } from '#paths'
import { Empty } from '#ui/empty.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy } from './register.copy.ts'
import { registerQueries } from './register.queries.ts'

/** Affiliations in words that nobody has matched to the register yet. */
export function UnmatchedPage() {
  const [search] = useSearchParams()
  const { data } = useSuspenseQuery(registerQueries.unmatched(search.get('after') ?? undefined))
  const { state, key } = useLocation() as { state: { saved?: string } | null; key: string }
  const rows = data.affiliations.map(({ id, name, personId, person, from, to }) => (
    <Row key={id}>
      <RowHeader>{name}</RowHeader>
      <Cell>
        <Link className="govuk-link" to={paths.personAffiliations(personId)}>
          {person}
        </Link>
      </Cell>
      <Cell nowrap>{showDate(from)}</Cell>
      <Cell nowrap>{to === null ? copy.goesOn : showDate(to)}</Cell>
      <Cell>
        <Link className="govuk-link" to={paths.matchAffiliation(personId, id)}>
          {copy.match}
          <span className="govuk-visually-hidden"> {name}</span>
        </Link>
      </Cell>
    </Row>
  ))
  return (
    <>
      <BackLink to={paths.organisations()}>{copy.back}</BackLink>
      <Page title={copy.unmatchedTitle}>
        {state?.saved && <Success key={key}>{state.saved}</Success>}
        {data.total === 0 ? (
          <Empty>{copy.allMatched}</Empty>
        ) : (
          <>
            <p className="govuk-body app-measure">{copy.unmatchedIntro}</p>
            <Table caption={copy.unmatchedCount(data.total)} columns={copy.unmatchedColumns.map((title) => ({ title }))} rows={rows} />
          </>
        )}
        <Pagination label={copy.next} previous={null} next={data.next === null ? null : { to: `?after=${data.next}` }} />
      </Page>
    </>
  )
}
