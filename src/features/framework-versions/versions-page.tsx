import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { ApiError } from '#lib/api-error.ts'
import { useForm } from '#lib/form.ts'
import { showDate } from '#lib/show.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Page } from '#ui/page.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { listCopy } from './versions.copy.ts'
import { copy } from './framework-versions.copy.ts'
import { startDraft, versionQueries } from './framework-versions.queries.ts'

/** Every version and draft; an administrator starts new ones here. */
export function VersionsPage() {
  const { data } = useSuspenseQuery(versionQueries.list)
  const rows = data.versions.map(({ number, state, inUse, publishedOn, retiresOn }) => (
    <Row key={number}>
      <RowHeader>
        <Link className="govuk-link" to={paths.frameworkDraft(number)}>
          {copy.version(number)}
        </Link>
      </RowHeader>
      <Cell>
        <Tag colour={copy.colour[state]}>{copy.state[state]}</Tag> {inUse && copy.inUse}
      </Cell>
      <Cell nowrap>{publishedOn ? showDate(publishedOn) : copy.dash}</Cell>
      <Cell nowrap>{retiresOn ? showDate(retiresOn) : copy.dash}</Cell>
    </Row>
  ))
  return (
    <Page title={copy.versions}>
      <p className="govuk-body app-measure">{listCopy.versionsIntro}</p>
      {rows.length === 0 ? (
        <Empty>{listCopy.noVersions}</Empty>
      ) : (
        <Table caption={listCopy.versionsCaption} columns={listCopy.versionsColumns.map((title) => ({ title }))} rows={rows} />
      )}
      {data.mayKeep && (
        <div className="app-measure">
          <StartForm />
          <ImportForm />
        </div>
      )}
    </Page>
  )
}

function StartForm() {
  const navigate = useNavigate()
  const { mutateAsync } = useMutation(startDraft)
  const form = useForm(async () => navigate(paths.frameworkDraft((await mutateAsync({ from: 'version-in-use' })).number)))
  return (
    <form onSubmit={form.onSubmit}>
      <h2 className="govuk-heading-m">{listCopy.start}</h2>
      <ErrorSummary errors={form.errors} />
      <p className="govuk-body">{listCopy.startWhat}</p>
      <Button busy={form.busy}>{listCopy.startNow}</Button>
    </form>
  )
}

const megabyte = 1_000_000
const shownFaults = 30

/** A chosen file is sent at once; one that is wrong is refused with every fault and its place. */
function ImportForm() {
  const navigate = useNavigate()
  const { mutateAsync, isPending } = useMutation(startDraft)
  const [refused, setRefused] = useState<{ name: string; faults: string[] } | null>(null)

  async function take(file: File) {
    setRefused(null)
    if (file.size > megabyte) return setRefused({ name: file.name, faults: [listCopy.fileTooBig] })
    try {
      const kind = file.name.toLowerCase().endsWith('.csv') ? 'csv' : 'case'
      const draft = await mutateAsync({ from: 'file', kind, text: await file.text() })
      await navigate(paths.frameworkDraft(draft.number))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setRefused({ name: file.name, faults: error.problem.errors?.map(({ detail }) => detail) ?? [error.problem.title] })
    }
  }

  const more = (refused?.faults.length ?? 0) - shownFaults
  return (
    <>
      <h2 className="govuk-heading-m">{listCopy.importTitle}</h2>
      <p className="govuk-body">{listCopy.importWhat}</p>
      {refused && (
        <div role="alert">
          <p className="govuk-error-message">{listCopy.fileWrong(refused.name, refused.faults.length)}</p>
          <ul className="govuk-list govuk-list--bullet">
            {refused.faults.slice(0, shownFaults).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
            {more > 0 && <li>{listCopy.tooMany(more)}</li>}
          </ul>
        </div>
      )}
      <FileField label={listCopy.file} hint={listCopy.fileHint} name="file" accept=".json,.csv" onChoose={(file) => void take(file)} />
      <p className="govuk-body" role="status">
        {isPending && listCopy.reading}
      </p>
    </>
  )
}
