import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigation } from 'react-router'
import { regions } from '#domain/region.ts'
import { organisationKindWords } from '#domain/words-organisations.ts'
import { regionWords } from '#domain/words.ts'
import { useSearch } from '#lib/search-params.ts'
import { typedAsSearch } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Field } from '#ui/field.tsx'
import { FilterLayout } from '#ui/filter-layout.tsx'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Select } from '#ui/select.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { type Filters, organisationKinds, registerFilters } from './register-filters.ts'
import { copy } from './register.copy.ts'
import { registerQueries } from './register.queries.ts'

/** The whole register, to be searched and filtered. */
export function RegisterPage() {
  const [filters, setFilters] = useSearch(registerFilters)
  const { data } = useSuspenseQuery(registerQueries.list(filters))
  const page = (cursor: object) => registerFilters.write({ ...filters, after: undefined, before: undefined, ...cursor })
  const rows = data.organisations.map(({ id, name, otherNames, kind, region, successors, local }) => (
    <Row key={id}>
      <RowHeader>
        <Link className="govuk-link app-wrap" to={paths.organisation(id)}>
          {name}
        </Link>
        {otherNames.length > 0 && <p className="govuk-hint">{copy.also(otherNames)}</p>}
      </RowHeader>
      <Cell>{organisationKindWords[kind]}</Cell>
      <Cell>{region ? regionWords[region] : copy.national}</Cell>
      <Cell>{successors.length > 0 ? copy.became(successors.map((one) => one.name)) : local && copy.here}</Cell>
    </Row>
  ))
  return (
    <Page title={copy.title} busy={useNavigation().state === 'loading'}>
      <p className="govuk-body app-measure">{copy.intro}</p>
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.unmatchedAffiliations()}>
          {copy.unmatchedLink}
        </Link>
      </p>
      {data.mayKeep && (
        <ButtonLink to={paths.addOrganisation()} variant="secondary">
          {copy.add}
        </ButtonLink>
      )}
      <FilterLayout filters={<FilterBar key={JSON.stringify(filters)} filters={filters} onChange={setFilters} />}>
        <p className="govuk-body" role="status">
          {copy.found(data.total)}
        </p>
        {rows.length === 0 ? (
          <Empty>{copy.nothing}</Empty>
        ) : (
          <Table caption={copy.title} columns={copy.columns.map((title) => ({ title }))} rows={rows} />
        )}
        <Pagination
          label={copy.pages}
          previous={data.previous === null ? null : { to: page({ before: data.previous }) }}
          next={data.next === null ? null : { to: page({ after: data.next }) }}
        />
      </FilterLayout>
    </Page>
  )
}

function FilterBar({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const { data } = useSuspenseQuery(registerQueries.areas)
  return (
    <form
      role="search"
      aria-label={copy.filter}
      onSubmit={(event) => {
        event.preventDefault()
        onChange(registerFilters.read(typedAsSearch(event.currentTarget)))
      }}
    >
      <Field label={copy.search} hint={copy.searchHint} name="name" type="search" autoComplete="off" defaultValue={filters.name} />
      <Select
        label={copy.kind}
        name="kind"
        none={copy.anyKind}
        defaultValue={filters.kind}
        options={organisationKinds.map((value) => ({ value, text: organisationKindWords[value] }))}
      />
      <Select
        label={copy.region}
        name="region"
        none={copy.anyRegion}
        defaultValue={filters.region}
        options={regions.map((value) => ({ value, text: regionWords[value] }))}
      />
      <Select
        label={copy.area}
        name="area"
        none={copy.anyArea}
        defaultValue={filters.area}
        options={data.areas.map(({ id, area }) => ({ value: id, text: area }))}
      />
      <Button variant="secondary">{copy.apply}</Button>
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.organisations()}>
          {copy.clear}
        </Link>
      </p>
    </form>
  )
}
