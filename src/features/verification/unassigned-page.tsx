import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Unassigned } from '#domain/verification.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { InsetText } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { Select } from '#ui/select.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './unassigned.copy.ts'
import { nameAssessor, verificationQueries } from './verification.queries.ts'
import './verification.scss'

type Waiting = Unassigned['requests'][number]

/** Requests for which nobody is free: a coordinator names who looks at them. */
export function UnassignedPage() {
  const { data } = useSuspenseQuery(verificationQueries.unassigned)
  const [named, setNamed] = useState(0)
  return (
    <Page title={copy.unassigned}>
      {named > 0 && <Success key={named}>{copy.named}</Success>}
      <div className="app-measure">
        <p className="govuk-body">{copy.unassignedIntro}</p>
        <p className="govuk-body">{copy.unassignedWhoSees}</p>
      </div>
      {data.requests.length === 0 && <Empty>{copy.allAssigned}</Empty>}
      {data.requests.map((request) => (
        <Request key={request.id} request={request} onNamed={() => setNamed(named + 1)} />
      ))}
    </Page>
  )
}

function Request({ request, onNamed }: { request: Waiting; onNamed: () => void }) {
  const { mutateAsync } = useMutation(nameAssessor)
  const [personField, reasonField] = [`personId-${request.id}`, `reason-${request.id}`]
  const form = useForm(async (values) => {
    await mutateAsync({ id: request.id, version: request.version, personId: typed(values, personField), reason: typed(values, reasonField) })
    onNamed()
  })
  const errors = form.errors.map(({ pointer, detail }) => ({ pointer: pointer === '' ? '' : `${pointer}-${request.id}`, detail }))
  const able = request.assessors.filter(({ canBeNamed }) => canBeNamed)
  const rows = request.assessors.map(({ personId, name, standing, open }) => (
    <Row key={personId}>
      <RowHeader>{name}</RowHeader>
      <Cell>{copy.standing[standing]}</Cell>
      <Cell>{open}</Cell>
    </Row>
  ))
  return (
    <section className="app-section" aria-labelledby={request.id}>
      <h2 className="govuk-heading-m" id={request.id}>
        <Link className="govuk-link" to={paths.person(request.personId)}>
          {request.name}
        </Link>
      </h2>
      <p className="govuk-body">{copy.sentOn(request.sentAt, request.skills)}</p>
      <Table caption={copy.standings} columns={copy.standingColumns.map((title) => ({ title }))} rows={rows} />
      {able.length === 0 ? (
        <InsetText>{copy.nobodyToName}</InsetText>
      ) : (
        <form className="app-measure" onSubmit={form.onSubmit} noValidate>
          <ErrorSummary errors={errors} />
          <Select
            label={copy.nameWho}
            name={personField}
            none={copy.nameNone}
            error={form.errorAt('personId')}
            options={able.map(({ personId, name }) => ({ value: personId, text: name }))}
          />
          <TextArea label={copy.nameReason} hint={copy.nameReasonHint} name={reasonField} rows={3} most={2000} error={form.errorAt('reason')} />
          <Button busy={form.busy}>{copy.name}</Button>
        </form>
      )}
    </section>
  )
}
