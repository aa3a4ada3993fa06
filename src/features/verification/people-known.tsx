import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Affiliations } from '#domain/affiliation.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Success } from '#ui/notification.tsx'
import { Select } from '#ui/select.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './affiliations.copy.ts'
import { affiliationQueries, declareTie, withdrawTie } from './affiliations.queries.ts'

/** The assessors whom somebody says that they know, and the form to say so. */
export function PeopleKnown({ ties }: { ties: Affiliations['ties'] }) {
  const { data } = useSuspenseQuery(affiliationQueries.assessors)
  const [saved, setSaved] = useState(0)
  const { mutateAsync } = useMutation(declareTie)
  const form = useForm(async (values) => {
    await mutateAsync({ personId: typed(values, 'personId'), reason: typed(values, 'reason') })
    setSaved(saved + 1)
  })
  const others = data.assessors.filter(({ personId }) => ties.every((tie) => tie.personId !== personId))
  return (
    <section aria-labelledby="people-known">
      <h2 className="govuk-heading-m" id="people-known">
        {copy.people}
      </h2>
      {saved > 0 && <Success key={saved}>{copy.tieSaved}</Success>}
      <p className="govuk-body app-measure">{copy.peopleIntro}</p>
      {ties.length === 0 ? (
        <p className="govuk-body">{copy.nobody}</p>
      ) : (
        <Table
          caption={copy.tiesOf}
          columns={copy.tieColumns.map((title) => ({ title }))}
          rows={ties.map((tie) => (
            <Known key={tie.id} tie={tie} />
          ))}
        />
      )}
      {others.length > 0 && (
        <form className="app-measure" key={saved} onSubmit={form.onSubmit} noValidate>
          <ErrorSummary errors={form.errors} />
          <Select
            label={copy.who}
            name="personId"
            none={copy.whoNone}
            error={form.errorAt('personId')}
            options={others.map(({ personId, name }) => ({ value: personId, text: name }))}
          />
          <TextArea label={copy.reason} hint={copy.reasonHint} name="reason" rows={2} most={500} error={form.errorAt('reason')} />
          <Button variant="secondary" busy={form.busy}>
            {copy.saveTie}
          </Button>
        </form>
      )}
    </section>
  )
}

function Known({ tie }: { tie: Affiliations['ties'][number] }) {
  const { mutateAsync } = useMutation(withdrawTie)
  const form = useForm(() => mutateAsync(tie.id))
  return (
    <Row>
      <RowHeader>{tie.name}</RowHeader>
      <Cell>{tie.reason}</Cell>
      <Cell>
        <form onSubmit={form.onSubmit}>
          <ErrorSummary errors={form.errors} />
          <Button variant="secondary" busy={form.busy}>
            {copy.takeBack}
          </Button>
        </form>
      </Cell>
    </Row>
  )
}
