import { useSuspenseQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { Link, useNavigation } from 'react-router'
import type { ChecksDue } from '#domain/pool-check.ts'
import { regions } from '#domain/region.ts'
import { checkKindWords, regionWords } from '#domain/words.ts'
import { showDate } from '#lib/show.ts'
import { useSearch } from '#lib/search-params.ts'
import { typedAsSearch } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { FilterLayout } from '#ui/filter-layout.tsx'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Select } from '#ui/select.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { checksDueFilters, type Filters, spans } from './checks-due-filters.ts'
import { copy, kinds } from './checks.copy.ts'
import { checkQueries } from './checks.queries.ts'

/** What falls due to be checked again, for the people a coordinator looks after. */
export function ChecksDuePage() {
  const [filters, setFilters] = useSearch(checksDueFilters)
  const { data } = useSuspenseQuery(checkQueries.due(filters))
  const { after: _after, before: _before, ...kept } = filters
  return (
    <Page title={copy.due} busy={useNavigation().state === 'loading'}>
      <p className="govuk-body app-measure">{copy.dueIntro}</p>
      <FilterLayout filters={<FilterBar filters={kept} onChange={setFilters} />}>
        <p className="govuk-body" role="status">
          {copy.dueFound(data.total, data.about)}
        </p>
        {data.checks.length === 0 ? <Empty>{copy.nobodyDue}</Empty> : <DueTable due={data} />}
        <Pagination
          label={copy.pages}
          previous={data.previous === null ? null : { to: checksDueFilters.write({ ...kept, before: data.previous }) }}
          next={data.next === null ? null : { to: checksDueFilters.write({ ...kept, after: data.next }) }}
        />
      </FilterLayout>
    </Page>
  )
}

function DueTable({ due: { checks } }: { due: ChecksDue }) {
  const rows = checks.map(({ id, personId, name, kind, recheckOn, issuedOn, region, due }) => (
    <Row key={id}>
      <RowHeader>
        <Link className="govuk-link app-wrap" to={paths.personChecks(personId)}>
          {name}
        </Link>
      </RowHeader>
      <Cell>{checkKindWords[kind]}</Cell>
      <Cell nowrap>
        {showDate(recheckOn)} <Tag colour={due ? 'red' : 'yellow'}>{due ? copy.overdue : copy.soon}</Tag>
      </Cell>
      <Cell nowrap>{showDate(issuedOn)}</Cell>
      <Cell>{region ? regionWords[region] : copy.noRegion}</Cell>
    </Row>
  ))
  return <Table caption={copy.dueCaption} columns={copy.dueColumns.map((title) => ({ title }))} rows={rows} />
}

/** All are kept in the address. A choice is followed at once, and by its button. */
function FilterBar({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const form = useRef<HTMLFormElement>(null)
  const report = () => form.current && onChange(checksDueFilters.read(typedAsSearch(form.current)))
  return (
    <form
      ref={form}
      key={checksDueFilters.write(filters)}
      role="search"
      aria-label={copy.filter}
      onChange={report}
      onSubmit={(event) => {
        event.preventDefault()
        report()
      }}
    >
      <Select
        label={copy.within}
        name="within"
        defaultValue={filters.within ?? '60'}
        options={spans.map((value) => ({ value, text: copy.withinWords[value] }))}
      />
      <Select
        label={copy.kind}
        name="kind"
        none={copy.anyKind}
        defaultValue={filters.kind}
        options={kinds.map((value) => ({ value, text: checkKindWords[value] }))}
      />
      <Select
        label={copy.region}
        name="region"
        none={copy.anyRegion}
        defaultValue={filters.region}
        options={regions.map((value) => ({ value, text: regionWords[value] }))}
      />
      <Button variant="secondary">{copy.apply}</Button>
    </form>
  )
}
