import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { FrameworkDraft } from '#domain/framework-version.ts'
import { Success } from '#ui/notification.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { DraftPart } from './draft-part.tsx'
import { partsCopy } from './draft-parts.copy.ts'
import { SourceForm } from './source-form.tsx'

/** The sources of a draft: one is added or changed at a time, the address says which. */
export const DraftSourcesPage = () => (
  <DraftPart title={partsCopy.sources} what={partsCopy.sourcesWhat}>
    {({ draft, onTaken }) => <Sources draft={draft} onTaken={onTaken} />}
  </DraftPart>
)

function Sources({ draft, onTaken }: { draft: FrameworkDraft; onTaken: () => void }) {
  const [search, setSearch] = useSearchParams()
  const [done, setDone] = useState('')
  const source = draft.sources.find(({ id }) => id === search.get('source')) ?? null
  const rows = draft.sources.map(({ id, title, address }) => (
    <Row key={id}>
      <RowHeader>{id}</RowHeader>
      <Cell>
        {title}
        {address && <span className="govuk-hint app-block">{address}</span>}
      </Cell>
      <Cell>{draft.citing[id]?.join(', ') || partsCopy.unused}</Cell>
      <Cell>
        <Link className="govuk-link" to={`?source=${encodeURIComponent(id)}`} onClick={() => setDone('')}>
          {partsCopy.change} <span className="govuk-visually-hidden">{partsCopy.changeWhich(id)}</span>
        </Link>
      </Cell>
    </Row>
  ))
  return (
    <>
      {done && <Success key={`${done} ${draft.version}`}>{done}</Success>}
      <SourceForm
        key={`${source?.id ?? 'new'} ${done}`}
        draft={draft}
        source={source}
        onDone={(what) => {
          setSearch({}, { replace: true })
          setDone(what)
        }}
        onTaken={onTaken}
      />
      {rows.length === 0 ? (
        <p className="govuk-body">{partsCopy.noSources}</p>
      ) : (
        <Table caption={partsCopy.sourcesCaption(rows.length)} columns={partsCopy.sourcesColumns.map((title) => ({ title }))} rows={rows} />
      )}
    </>
  )
}
