import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import type { Affiliations } from '#domain/affiliation.ts'
import { useForm } from '#lib/form.ts'
import { useSearch } from '#lib/search-params.ts'
import { showDate, showMoment } from '#lib/show.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { InsetText } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { affiliationSearch } from './affiliation-filters.ts'
import { AffiliationPage } from './affiliation-page.tsx'
import { copy } from './affiliations.copy.ts'
import { affiliationQueries, confirmAffiliations } from './affiliations.queries.ts'
import { PeopleKnown } from './people-known.tsx'

/** A person's own ties: the list, or the form for one of them. */
export function AffiliationsPage() {
  const { data } = useSuspenseQuery(affiliationQueries.own)
  const [{ show, id }] = useSearch(affiliationSearch)
  const changed = data.affiliations.find((one) => one.id === id)
  if (show === 'add' || (show === 'change' && changed)) return <AffiliationPage key={id ?? 'new'} before={changed ?? null} />
  return <List data={data} />
}

function List({ data }: { data: Affiliations }) {
  const { state, key } = useLocation() as { state: { saved?: string } | null; key: string }
  const [confirmed, setConfirmed] = useState(0)
  const { mutateAsync } = useMutation(confirmAffiliations)
  const confirm = useForm(async () => {
    await mutateAsync()
    setConfirmed(confirmed + 1)
  })
  const saved = confirmed > 0 ? copy.nowDeclared : state?.saved
  return (
    <Page title={copy.title}>
      {saved && <Success key={`${key} ${confirmed}`}>{saved}</Success>}
      <div className="app-measure">
        <p className="govuk-body">{copy.intro}</p>
        <p className="govuk-body">{copy.whoSees}</p>
        <InsetText>{data.declaredAt === null ? copy.neverDeclared : copy.declared(showMoment(data.declaredAt))}</InsetText>
      </div>
      {data.affiliations.length === 0 ? data.declaredAt !== null && <Empty>{copy.none}</Empty> : <Organisations data={data} />}
      <form onSubmit={confirm.onSubmit}>
        <ErrorSummary errors={confirm.errors} />
        <Actions>
          <ButtonLink to={affiliationSearch.write({ show: 'add' })}>{copy.add}</ButtonLink>
          <Button variant="secondary" busy={confirm.busy}>
            {data.affiliations.length === 0 ? copy.nothing : copy.complete}
          </Button>
        </Actions>
      </form>
      <PeopleKnown ties={data.ties} />
    </Page>
  )
}

function Organisations({ data }: { data: Affiliations }) {
  const rows = data.affiliations.map(({ id, name, kind, from, to }) => (
    <Row key={id}>
      <RowHeader>{name}</RowHeader>
      <Cell>{copy.kinds[kind]}</Cell>
      <Cell nowrap>{showDate(from)}</Cell>
      <Cell nowrap>{to === null ? copy.goesOn : showDate(to)}</Cell>
      <Cell>
        <Link className="govuk-link" to={`${paths.affiliations()}${affiliationSearch.write({ show: 'change', id })}`}>
          {copy.change}
          <span className="govuk-visually-hidden"> {name}</span>
        </Link>
      </Cell>
    </Row>
  ))
  return <Table caption={copy.table} columns={copy.columns.map((title) => ({ title }))} rows={rows} />
}
