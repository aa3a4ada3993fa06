import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigation } from 'react-router'
import { useSearch } from '#lib/search-params.ts'
import { showDay } from '#lib/show.ts'
import { typedAsSearch } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Field } from '#ui/field.tsx'
import { FilterLayout } from '#ui/filter-layout.tsx'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy } from './certificates.copy.ts'
import { certificateQueries } from './certificates.queries.ts'
import { issuedFilters } from './issued-filters.ts'
import { StateTag } from './state-tag.tsx'

/** Every certificate, for an administrator to find one by its name or its code. */
export function IssuedCertificatesPage() {
  const [filters, setFilters] = useSearch(issuedFilters)
  const { data } = useSuspenseQuery(certificateQueries.issued(filters))
  const page = (cursor: object) => issuedFilters.write({ ...filters, after: undefined, before: undefined, ...cursor })
  const rows = data.certificates.map(({ code, name, state, issuedAt }) => (
    <Row key={code}>
      <RowHeader>
        <Link className="govuk-link" to={paths.certificate(code)}>
          {name}
        </Link>
      </RowHeader>
      <Cell>
        <StateTag state={state} />
      </Cell>
      <Cell nowrap>{showDay(issuedAt)}</Cell>
      <Cell nowrap>{code}</Cell>
    </Row>
  ))
  return (
    <Page title={copy.issued} busy={useNavigation().state === 'loading'}>
      <p className="govuk-body">{copy.issuedIntro}</p>
      <FilterLayout
        filters={
          <form
            key={JSON.stringify(filters)}
            role="search"
            aria-label={copy.searchLabel}
            onSubmit={(event) => {
              event.preventDefault()
              setFilters(issuedFilters.read(typedAsSearch(event.currentTarget)))
            }}
          >
            <Field label={copy.search} name="name" type="search" defaultValue={filters.name} />
            <Button variant="secondary">{copy.find}</Button>
            <p className="govuk-body">
              <Link className="govuk-link" to={paths.issuedCertificates()}>
                {copy.clear}
              </Link>
            </p>
          </form>
        }
      >
        <p className="govuk-body" role="status">
          {copy.found(data.total)}
        </p>
        {data.certificates.length === 0 ? (
          <Empty>{filters.name ? copy.nothingFound : copy.nothingIssued}</Empty>
        ) : (
          <Table caption={copy.issued} columns={copy.issuedColumns.map((title) => ({ title }))} rows={rows} />
        )}
        <Pagination
          label={copy.issued}
          previous={data.previous === null ? null : { to: page({ before: data.previous }) }}
          next={data.next === null ? null : { to: page({ after: data.next }) }}
        />
      </FilterLayout>
    </Page>
  )
}
