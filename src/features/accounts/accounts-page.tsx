import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigation } from 'react-router'
import { accountStateWords, roleWords } from '#domain/words.ts'
import { useSearch } from '#lib/search-params.ts'
import { typedAsSearch } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Field } from '#ui/field.tsx'
import { FilterLayout } from '#ui/filter-layout.tsx'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { Select } from '#ui/select.tsx'
import { accountFilters, roles, states } from './account-filters.ts'
import { copy } from './accounts.copy.ts'
import { accountQueries } from './accounts.queries.ts'

export function AccountsPage() {
  const [filters, setFilters] = useSearch(accountFilters)
  const { data } = useSuspenseQuery(accountQueries.list(filters))
  const page = (cursor: object) => accountFilters.write({ ...filters, after: undefined, before: undefined, ...cursor })
  const rows = data.accounts.map(({ id, name, email, roles: held, state }) => (
    <Row key={id}>
      <RowHeader>
        <Link className="govuk-link" to={paths.account(id)}>
          {name}
        </Link>
      </RowHeader>
      <Cell>{email && <Address email={email} />}</Cell>
      <Cell>{held.map(({ role }) => roleWords[role]).join(', ')}</Cell>
      <Cell>{accountStateWords[state]}</Cell>
    </Row>
  ))
  return (
    <Page title={copy.accounts} busy={useNavigation().state === 'loading'}>
      <ButtonLink to={paths.invite()}>{copy.invite}</ButtonLink>
      <FilterLayout
        filters={
          <form
            key={JSON.stringify(filters)}
            role="search"
            aria-label={copy.filter}
            onSubmit={(event) => {
              event.preventDefault()
              setFilters(accountFilters.read(typedAsSearch(event.currentTarget)))
            }}
          >
            <Field label={copy.search} name="name" type="search" defaultValue={filters.name} />
            <Select
              label={copy.role}
              name="role"
              none={copy.anyRole}
              defaultValue={filters.role}
              options={roles.map((value) => ({ value, text: roleWords[value] }))}
            />
            <Select
              label={copy.state}
              name="state"
              none={copy.anyState}
              defaultValue={filters.state}
              options={states.map((value) => ({ value, text: accountStateWords[value] }))}
            />
            <Button variant="secondary">{copy.apply}</Button>
            <p className="govuk-body">
              <Link className="govuk-link" to={paths.accounts()}>
                {copy.clear}
              </Link>
            </p>
          </form>
        }
      >
        <p className="govuk-body" role="status">
          {copy.accountsFound(data.total)}
        </p>
        {data.accounts.length === 0 ? (
          <Empty>{copy.nobody}</Empty>
        ) : (
          <Table
            caption={copy.accountsCaption}
            columns={[{ title: copy.name }, { title: copy.email }, { title: copy.role }, { title: copy.state }]}
            rows={rows}
          />
        )}
        <Pagination
          label={copy.accounts}
          previous={data.previous === null ? null : { to: page({ before: data.previous }) }}
          next={data.next === null ? null : { to: page({ after: data.next }) }}
        />
      </FilterLayout>
    </Page>
  )
}

/** A long address may go on in a second line, after its @. */
function Address({ email }: { email: string }) {
  const [name, host] = email.split('@')
  return (
    <>
      {name}@<wbr />
      {host}
    </>
  )
}
