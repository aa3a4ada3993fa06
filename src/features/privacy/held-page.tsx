import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { useForm } from '#lib/form.ts'
import { saveFile } from '#lib/save-file.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { WarningText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Panel } from '#ui/panel.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy } from './privacy.copy.ts'
import { erasePerson, erasureQuery, recordAsCsv, recordAsJson } from './privacy.queries.ts'

type Proof = NonNullable<Awaited<ReturnType<NonNullable<typeof erasePerson.mutationFn>>>>

/** What is held on somebody: to see, to download, to erase. For the person themself, and for an administrator whom they asked. */
export function HeldPage({ personId, own, above }: { personId: string; own: boolean; above: ReactNode }) {
  const { data: held } = useSuspenseQuery(erasureQuery(personId))
  const [proof, setProof] = useState<Proof | null>(null)
  if (proof) return <Erased proof={proof} />
  return (
    <>
      {above}
      <Page title={own ? copy.title : copy.titleOf(held.name)}>
        <p className="govuk-body app-measure">{copy.intro}</p>
        <Download personId={personId} own={own} />
        <Lines held={held} />
        <Erase personId={personId} name={held.name} version={held.version} own={own} onErased={setProof} />
      </Page>
    </>
  )
}

type Held = Awaited<ReturnType<NonNullable<ReturnType<typeof erasureQuery>['queryFn']>>>

/** What there is, without what there is nothing of. What would be deleted is held for one and the same reason, which is given once. */
function Lines({ held: { lines } }: { held: Held }) {
  const present = lines.filter(({ rows }) => rows > 0)
  const deleted = present.filter(({ becomes }) => becomes === 'deleted')
  const kept = present.filter(({ becomes }) => becomes !== 'deleted')
  return (
    <>
      <h2 className="govuk-heading-m">{copy.deleted}</h2>
      {[...new Set(deleted.map(({ rule }) => rule))].map((rule) => (
        <p key={rule} className="govuk-body app-measure">
          {rule}.
        </p>
      ))}
      <ul className="govuk-list govuk-list--bullet">
        {deleted.map(({ table, what, rows }) => (
          <li key={table}>{copy.held(what, rows)}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">{copy.kept}</h2>
      <Table
        caption={copy.keptCaption}
        columns={copy.keptColumns.map((title) => ({ title }))}
        rows={kept.map((line) => (
          <Row key={line.table}>
            <RowHeader>{copy.held(line.what, line.rows)}</RowHeader>
            <Cell>{copy.fate(copy.becomes[line.becomes], line.rule)}</Cell>
          </Row>
        ))}
      />
    </>
  )
}

const files = {
  csv: { read: recordAsCsv, type: 'text/csv' },
  json: { read: recordAsJson, type: 'application/json' },
} as const

function Download({ personId, own }: { personId: string; own: boolean }) {
  const { mutate, isPending, isError, variables } = useMutation({
    mutationFn: async (kind: keyof typeof files) => {
      saveFile(`panel-pool-record.${kind}`, new Blob([await files[kind].read(personId)], { type: files[kind].type }))
    },
  })
  return (
    <>
      <h2 className="govuk-heading-m">{copy.takeAway}</h2>
      {isError && <ErrorSummary errors={[{ pointer: '', detail: copy.downloadFailed }]} />}
      <p className="govuk-body app-measure">
        {copy.downloadWhat} {!own && copy.withoutPrivate}
      </p>
      <Actions>
        {(['csv', 'json'] as const).map((kind) => (
          <Button key={kind} variant="secondary" busy={isPending && variables === kind} onClick={() => mutate(kind)}>
            {copy.download[kind]}
          </Button>
        ))}
      </Actions>
      {own && (
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.myRecord()}>
            {copy.toPrint}
          </Link>
        </p>
      )}
    </>
  )
}

interface EraseProps {
  personId: string
  name: string
  version: number
  own: boolean
  onErased: (proof: Proof) => void
}

function Erase({ personId, name, version, own, onErased }: EraseProps) {
  const client = useQueryClient()
  const { mutateAsync } = useMutation(erasePerson)
  const form = useForm(async (values) => {
    const proof = await mutateAsync({ id: personId, version, name: typed(values, 'name'), reason: typed(values, 'reason') })
    onErased(proof)
    if (own) await client.resetQueries({ queryKey: ['session'] })
    await client.invalidateQueries({ queryKey: ['panel-pool'], refetchType: 'none' })
  })
  return (
    <form className="app-measure" onSubmit={form.onSubmit} noValidate>
      <h2 className="govuk-heading-m">{copy.erase}</h2>
      <ErrorSummary errors={form.problem?.status === 412 ? changed : form.errors} />
      <WarningText>{copy.eraseWhat}</WarningText>
      <Field label={copy.name} hint={copy.nameHint(name)} name="name" error={form.errorAt('name')} />
      <Field label={copy.reason} hint={copy.reasonHint} name="reason" error={form.errorAt('reason')} />
      <Button variant="warning" busy={form.busy}>
        {copy.eraseNow}
      </Button>
    </form>
  )
}

const changed = [{ pointer: '', detail: copy.changed }]

function Erased({ proof: { searched, found } }: { proof: Proof }) {
  const rows = found.map(({ table, column, rows: entries, rule }) => (
    <Row key={`${table}.${column}`}>
      <RowHeader>{table}</RowHeader>
      <Cell>{column}</Cell>
      <Cell>{entries}</Cell>
      <Cell>{rule}</Cell>
    </Row>
  ))
  return (
    <Page title={copy.erased}>
      <Panel title={copy.erased}>{copy.proof(searched.tables, searched.columns)}</Panel>
      {found.length === 0 ? (
        <p className="govuk-body">{copy.nothing}</p>
      ) : (
        <Table caption={copy.found} columns={copy.foundColumns.map((title) => ({ title }))} rows={rows} />
      )}
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.start()}>
          {copy.toStart}
        </Link>
      </p>
    </Page>
  )
}
