import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { useForm } from '#lib/form.ts'
import { showDate, showDay } from '#lib/show.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Details, InsetText } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { affiliationSearch } from './affiliation-filters.ts'
import type { Whose } from './affiliation-page.tsx'
import { copy } from './affiliations.copy.ts'
import { affiliationQueries, recordDeclaration } from './affiliations.queries.ts'

const words = copy.ofPerson

/** Somebody's affiliations as a coordinator keeps them: the list, and a day on which the person said that it is complete. */
export function KeptAffiliations({ of }: { of: Whose }) {
  const { data } = useSuspenseQuery(affiliationQueries.ofPerson(of.id))
  const { state, key } = useLocation() as { state: { saved?: string } | null; key: string }
  const [recorded, setRecorded] = useState(0)
  const saved = recorded > 0 ? words.recorded : state?.saved
  const address = paths.personAffiliations(of.id)
  const rows = data.affiliations.map(({ id, version, name, freeName, organisationId, kind, from, to }) => (
    <Row key={`${id} ${version}`}>
      <RowHeader>
        {organisationId ? (
          <Link className="govuk-link app-wrap" to={paths.organisation(organisationId)}>
            {name}
          </Link>
        ) : (
          name
        )}
        {organisationId ? freeName && <p className="govuk-hint">{words.words(freeName)}</p> : <p className="govuk-hint">{words.unmatched}</p>}
      </RowHeader>
      <Cell>{words.kinds[kind]}</Cell>
      <Cell nowrap>{showDate(from)}</Cell>
      <Cell nowrap>{to === null ? copy.goesOn : showDate(to)}</Cell>
      <Cell>
        <Link className="govuk-link" to={`${address}${affiliationSearch.write({ show: 'change', id })}`}>
          {copy.change}
          <span className="govuk-visually-hidden"> {name}</span>
        </Link>
        {!organisationId && (
          <>
            {' '}
            <Link className="govuk-link" to={paths.matchAffiliation(of.id, id)}>
              {words.match}
              <span className="govuk-visually-hidden"> {name}</span>
            </Link>
          </>
        )}
      </Cell>
    </Row>
  ))
  return (
    <>
      {saved && <Success key={`${key} ${recorded}`}>{saved}</Success>}
      <div className="app-measure">
        <p className="govuk-body">{words.intro}</p>
        <InsetText>{data.declaredAt === null ? words.never : words.declared(showDay(data.declaredAt))}</InsetText>
      </div>
      {rows.length === 0 ? (
        <Empty>{words.none}</Empty>
      ) : (
        <Table caption={words.table} columns={words.columns.map((title) => ({ title }))} rows={rows} />
      )}
      <ButtonLink to={`${address}${affiliationSearch.write({ show: 'add' })}`}>{words.add}</ButtonLink>
      <RecordDeclaration id={of.id} key={recorded} onDone={() => setRecorded(recorded + 1)} />
    </>
  )
}

function RecordDeclaration({ id, onDone }: { id: string; onDone: () => void }) {
  const { mutateAsync } = useMutation(recordDeclaration(id))
  const form = useForm(async (values) => {
    await mutateAsync(typed(values, 'declaredOn'))
    onDone()
  })
  return (
    <Details summary={words.record}>
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary errors={form.errors} />
        <p className="govuk-body">{words.recordWhy}</p>
        <Field label={words.declaredOn} name="declaredOn" type="date" width={10} error={form.errorAt('declaredOn')} />
        <Button variant="secondary" busy={form.busy}>
          {words.recordNow}
        </Button>
      </form>
    </Details>
  )
}
