import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import type { OrganisationRecord } from '#domain/organisation.ts'
import { organisationKindWords } from '#domain/words-organisations.ts'
import { regionWords } from '#domain/words.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { useSearch } from '#lib/search-params.ts'
import { showDay } from '#lib/show.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { AddArea, AddMerger, AddName } from './additions.tsx'
import { organisationSearch } from './register-filters.ts'
import { copy } from './register.copy.ts'
import { registerQueries, takeBackAddition } from './register.queries.ts'

/** One organisation; for an administrator, with what can be added to it. */
export function OrganisationPage() {
  const { organisationId = '' } = useParams()
  const { data } = useSuspenseQuery(registerQueries.one(organisationId))
  const { state } = useLocation() as { state: { saved?: string } | null }
  const [said, setSaid] = useState({ words: state?.saved ?? '', times: 0 })
  const [{ show }] = useSearch(organisationSearch)
  const say = (words: string) => setSaid(({ times }) => ({ words, times: times + 1 }))
  return (
    <>
      <BackLink to={paths.organisations()}>{copy.back}</BackLink>
      <Page title={data.name}>
        {said.words && <Success key={said.times}>{said.words}</Success>}
        <SummaryList rows={detailsOf(data)} />
        {data.servedBy.length > 0 && <ServedBy organisations={data.servedBy} />}
        {data.additions.length > 0 && <Additions organisation={data} onDone={() => say(copy.tookBack)} />}
        {data.mayKeep && (
          <div className="app-measure" key={`${data.version} ${show ?? ''}`}>
            <AddName organisation={data} onDone={() => say(copy.saved)} />
            <AddArea organisation={data} onDone={() => say(copy.saved)} />
            <AddMerger organisation={data} onDone={() => say(copy.saved)} />
          </div>
        )}
      </Page>
    </>
  )
}

const linked = (organisations: readonly { id: string; name: string; from: string | null }[]): ReactNode => (
  <ul className="govuk-list">
    {organisations.map(({ id, name, from }) => (
      <li key={id}>
        <Link className="govuk-link app-wrap" to={paths.organisation(id)}>
          {copy.from(name, from)}
        </Link>
      </li>
    ))}
  </ul>
)

function detailsOf(organisation: OrganisationRecord) {
  const { id, kind, region, area, code, otherNames, areas, successors, predecessors, tied } = organisation
  return [
    { key: copy.kind, value: organisationKindWords[kind] },
    { key: copy.region, value: region ? regionWords[region] : copy.national },
    ...(code ? [{ key: copy.code, value: code }] : []),
    ...(otherNames.length > 0 ? [{ key: copy.otherNames, value: otherNames.join(', ') }] : []),
    ...(area ? [] : [{ key: copy.areas, value: areas.map((one) => one.area).join(', ') || copy.noAreas }]),
    ...(successors.length > 0 ? [{ key: copy.successor, value: linked(successors) }] : []),
    ...(predecessors.length > 0 ? [{ key: copy.predecessors, value: linked(predecessors) }] : []),
    {
      key: copy.tied,
      value: (
        <>
          <p className="govuk-body">{copy.tiedHow(tied)}</p>
          <ul className="govuk-list">
            {tied > 0 && <ToRoster search={`?ties=${id}&tied=tie`}>{copy.seeThem}</ToRoster>}
            <ToRoster search={`?ties=${id}`}>{copy.noTie}</ToRoster>
            {area && <ToRoster search={`?ties=area:${id}`}>{copy.noTieArea}</ToRoster>}
          </ul>
        </>
      ),
    },
  ]
}

const ToRoster = ({ search, children }: { search: string; children: string }) => (
  <li>
    <Link className="govuk-link" to={`${paths.roster()}${search}`}>
      {children}
    </Link>
  </li>
)

const ServedBy = ({ organisations }: { organisations: OrganisationRecord['servedBy'] }) => (
  <Table
    caption={copy.servedBy}
    columns={copy.servedByColumns.map((title) => ({ title }))}
    rows={organisations.map(({ id, name, kind }) => (
      <Row key={id}>
        <RowHeader>
          <Link className="govuk-link app-wrap" to={paths.organisation(id)}>
            {name}
          </Link>
        </RowHeader>
        <Cell>{organisationKindWords[kind]}</Cell>
      </Row>
    ))}
  />
)

function Additions({ organisation, onDone }: { organisation: OrganisationRecord; onDone: () => void }) {
  const { mutateAsync } = useMutation(takeBackAddition(organisation))
  const form = useForm(async (values) => {
    await mutateAsync(typed(values, 'addition'))
    onDone()
  })
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <Table
        caption={copy.additions}
        columns={copy.additionColumns.filter((_, index) => organisation.mayKeep || index < 2).map((title) => ({ title }))}
        rows={organisation.additions.map(({ id, kind, text, at }) => (
          <Row key={id}>
            <RowHeader>{`${copy.additionKinds[kind]}: ${text}`}</RowHeader>
            <Cell nowrap>{showDay(at)}</Cell>
            {organisation.mayKeep && (
              <Cell>
                <form onSubmit={form.onSubmit}>
                  <input type="hidden" name="addition" value={id} />
                  <Button variant="secondary" busy={form.busy}>
                    {copy.takeBack}
                  </Button>
                </form>
              </Cell>
            )}
          </Row>
        ))}
      />
    </>
  )
}
