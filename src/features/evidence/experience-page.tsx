import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Experience } from '#domain/experience.ts'
import { ApiError } from '#lib/api-error.ts'
import { searchCodec, text, useSearch } from '#lib/search-params.ts'
import { paths } from '#paths'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink, Details } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy as evidenceCopy } from './evidence.copy.ts'
import { addExperience, evidenceQueries, removeExperience } from './evidence.queries.ts'
import { ExperienceForm } from './experience-form.tsx'
import { copy } from './experience.copy.ts'
import './evidence.scss'

/** Which report is being changed: its id, or "new". */
const open = searchCodec({ report: text })
const formOf = (report: string) => `${paths.experience()}${open.write({ report })}`

interface Done {
  text: string
  removed?: Experience
}

/** The published reports that somebody has already chaired, written or advised on. */
export function ExperiencePage() {
  const { data } = useSuspenseQuery(evidenceQueries.experience)
  const [{ report: openId }, setOpen] = useSearch(open)
  const [done, setDone] = useState<Done | null>(null)
  const remove = useMutation(removeExperience)
  const putBack = useMutation(addExperience)
  const failed = remove.error ?? putBack.error
  const opened = data.reports.find(({ id }) => id === openId) ?? null
  const isOpen = openId === 'new' || opened !== null
  const takeOff = (report: Experience) =>
    remove.mutate(
      { id: report.id, version: report.version },
      {
        onSuccess: () => {
          setDone({ text: copy.removed(report.publisher), removed: report })
          setOpen({})
        },
      },
    )
  return (
    <>
      <BackLink to={paths.evidence()}>{evidenceCopy.backToList}</BackLink>
      <Page title={copy.title}>
        {done && !isOpen && <Success key={done.text}>{done.text}</Success>}
        {done?.removed && !isOpen && (
          <Button
            variant="secondary"
            busy={putBack.isPending}
            onClick={() => {
              const { publisher, year, role, url, id } = done.removed as Experience // it was just read
              putBack.mutate({ given: { publisher, year, role, url }, key: `back ${id}` }, { onSuccess: () => setDone({ text: copy.added }) })
            }}
          >
            {copy.undo}
          </Button>
        )}
        {failed instanceof ApiError && <ErrorSummary errors={[{ pointer: '', detail: failed.message }]} />}
        <div className="app-measure">
          <p className="govuk-body">{copy.intro}</p>
          <p className="govuk-body">{copy.noFile}</p>
          <Details summary={copy.whoSees}>{copy.whoSeesText}</Details>
        </div>
        {isOpen ? (
          <>
            <ExperienceForm
              key={openId}
              report={opened}
              onSaved={() => {
                setDone({ text: opened ? copy.changed : copy.added })
                setOpen({})
              }}
            />
            {opened && (
              <Button variant="secondary" busy={remove.isPending} onClick={() => takeOff(opened)}>
                {copy.remove}
              </Button>
            )}
          </>
        ) : (
          <ButtonLink to={formOf('new')}>{copy.add}</ButtonLink>
        )}
        {!isOpen && (data.reports.length === 0 ? <Empty>{copy.none}</Empty> : <Reports reports={data.reports} />)}
        <p className="govuk-body">
          {copy.testimony}{' '}
          <Link className="govuk-link" to={`${paths.addEvidence()}?kind=testimony`}>
            {copy.askTestimony}
          </Link>
        </p>
      </Page>
    </>
  )
}

function Reports({ reports }: { reports: readonly Experience[] }) {
  const rows = reports.map((report) => (
    <Row key={report.id}>
      <RowHeader>{report.publisher}</RowHeader>
      <Cell>{report.year}</Cell>
      <Cell>{copy.roles[report.role]}</Cell>
      <Cell>
        <a className="govuk-link app-words" href={report.url} rel="noreferrer external">
          {report.url}
        </a>
      </Cell>
      <Cell>
        <Link className="govuk-link" to={formOf(report.id)}>
          {copy.changeWord}
          <span className="govuk-visually-hidden">{copy.change(report.publisher)}</span>
        </Link>
      </Cell>
    </Row>
  ))
  return <Table caption={copy.caption} columns={copy.columns.map((title) => ({ title }))} rows={rows} />
}
