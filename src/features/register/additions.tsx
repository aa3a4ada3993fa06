import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { AdditionGiven, OrganisationRecord } from '#domain/organisation.ts'
import { useForm } from '#lib/form.ts'
import { useSearch } from '#lib/search-params.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Details } from '#ui/notes.tsx'
import { Select } from '#ui/select.tsx'
import { FindOrganisation, OrganisationChoice } from './find-organisation.tsx'
import { organisationSearch } from './register-filters.ts'
import { copy } from './register.copy.ts'
import { addToOrganisation, registerQueries } from './register.queries.ts'

interface Props {
  organisation: OrganisationRecord
  onDone: () => void
}

/** A form that adds to an organisation as it was when the form was opened. */
function useAddition({ organisation, onDone }: Props, given: (values: FormData) => AdditionGiven) {
  const [opened] = useState(organisation)
  const { mutateAsync } = useMutation(addToOrganisation(opened))
  return useForm(async (values) => {
    await mutateAsync(given(values))
    onDone()
  })
}

/** Another name by which it is found. */
export function AddName(props: Props) {
  const form = useAddition(props, (values) => ({ kind: 'other-name', name: typed(values, 'name') }))
  return (
    <Details summary={copy.addName}>
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary errors={form.errors} />
        <Field label={copy.name} name="name" autoComplete="off" error={form.errorAt('name')} />
        <Button busy={form.busy}>{copy.save}</Button>
      </form>
    </Details>
  )
}

/** An authority whose area it serves. */
export function AddArea(props: Props) {
  const { data } = useSuspenseQuery(registerQueries.areas)
  const form = useAddition(props, (values) => ({ kind: 'area', areaId: typed(values, 'areaId') }))
  return (
    <Details summary={copy.addArea}>
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary errors={form.errors} />
        <Select
          label={copy.area}
          name="areaId"
          none={copy.chooseArea}
          error={form.errorAt('areaId')}
          options={data.areas.map(({ id, area }) => ({ value: id, text: area }))}
        />
        <Button busy={form.busy}>{copy.save}</Button>
      </form>
    </Details>
  )
}

/** The body that it becomes part of from a day. */
export function AddMerger(props: Props) {
  const [{ show, name }, setSearch] = useSearch(organisationSearch)
  const navigate = useNavigate()
  const { id } = props.organisation
  const form = useAddition({ ...props, onDone: () => void navigate(paths.organisation(id), { state: { saved: copy.saved } }) }, (values) => ({
    kind: 'successor',
    organisationId: typed(values, 'organisationId'),
    from: typed(values, 'from'),
  }))
  return (
    <details className="govuk-details" open={show === 'merger'}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{copy.addMerger}</span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">{copy.mergerIntro(props.organisation.name)}</p>
        <FindOrganisation name={name} onSearch={(text) => setSearch({ show: 'merger', name: text })}>
          {(hits) => (
            <form onSubmit={form.onSubmit} noValidate>
              <ErrorSummary errors={form.errors} />
              {hits.length > 0 && <OrganisationChoice hits={hits.filter((one) => one.id !== id)} error={form.errorAt('organisationId')} />}
              <Field label={copy.mergerDay} name="from" type="date" width={10} error={form.errorAt('from')} />
              <Button busy={form.busy}>{copy.save}</Button>
            </form>
          )}
        </FindOrganisation>
      </div>
    </details>
  )
}
