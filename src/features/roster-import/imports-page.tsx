import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { ApiError } from '#lib/api-error.ts'
import { showMoment, showNumber } from '#lib/show.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { FileField } from '#ui/file-field.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy } from './roster-import.copy.ts'
import { importQueries, sendList } from './roster-import.queries.ts'

const mostBytes = 10 * 1_048_576

export function ImportsPage() {
  const { data } = useSuspenseQuery(importQueries.list)
  const { state } = useLocation() as { state: { discarded?: boolean } | null }
  return (
    <>
      <BackLink to={paths.roster()}>{copy.toRoster}</BackLink>
      <Page title={copy.title}>
        {state?.discarded && <Success>{copy.discarded}</Success>}
        <div className="app-measure">
          <p className="govuk-body">{copy.intro}</p>
          <SendList />
        </div>
        {data.imports.length === 0 ? (
          <p className="govuk-body">{copy.none}</p>
        ) : (
          <Table
            caption={copy.earlier}
            columns={copy.earlierColumns.map((title) => ({ title }))}
            rows={data.imports.map(({ id, fileName, rows, state: now, createdAt }) => (
              <Row key={id}>
                <RowHeader>
                  <Link className="govuk-link" to={paths.rosterImport(id)}>
                    {fileName}
                  </Link>
                </RowHeader>
                <Cell>{showNumber(rows)}</Cell>
                <Cell>{copy.state[now]}</Cell>
                <Cell>{showMoment(createdAt)}</Cell>
              </Row>
            ))}
          />
        )}
        <p className="govuk-hint app-measure">{copy.kept}</p>
      </Page>
    </>
  )
}

/** The list is sent as soon as it is chosen, and what is wrong with it is said at once. */
function SendList() {
  const { mutateAsync } = useMutation(sendList)
  const navigate = useNavigate()
  const [sending, setSending] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | undefined>()
  const stopping = useRef<AbortController | null>(null)

  async function send(file: File) {
    // A server that hangs up on a file that is too large looks like one that is away, so it is not asked.
    if (file.size > mostBytes) return setRefused(copy.tooBig)
    setRefused(undefined)
    setSending(file.name)
    stopping.current = new AbortController()
    try {
      const { id } = await mutateAsync({ file, key: crypto.randomUUID(), signal: stopping.current.signal })
      await navigate(paths.rosterImport(id))
    } catch (error) {
      if (error instanceof ApiError) setRefused(error.problem.errors?.[0]?.detail ?? error.problem.title)
      else if (!(error instanceof DOMException)) throw error
    } finally {
      setSending(null)
    }
  }

  return (
    <>
      <FileField
        label={copy.file}
        hint={copy.fileHint}
        name="file"
        accept=".csv,.txt,.tsv,.xlsx,.xlsm"
        error={refused}
        onChoose={(file) => void send(file)}
      />
      <div role="status">{sending !== null && <p className="govuk-body">{copy.sending(sending)}</p>}</div>
      <div role="alert" className="govuk-visually-hidden">
        {refused}
      </div>
      {sending !== null && (
        <Button variant="secondary" onClick={() => stopping.current?.abort()}>
          {copy.stop}
        </Button>
      )}
    </>
  )
}
