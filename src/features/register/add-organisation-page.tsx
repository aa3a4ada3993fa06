import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useNavigate } from 'react-router'
import type { OrganisationGiven, OrganisationKind } from '#domain/organisation.ts'
import { type Region, regions } from '#domain/region.ts'
import { organisationKindWords } from '#domain/words-organisations.ts'
import { regionWords } from '#domain/words.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Select } from '#ui/select.tsx'
import { organisationKinds } from './register-filters.ts'
import { copy } from './register.copy.ts'
import { addOrganisation, registerQueries } from './register.queries.ts'

// What was chosen goes as it is: the API says which answers there are, at the field it belongs to.
const given = (values: FormData): OrganisationGiven => ({
  name: typed(values, 'name'),
  kind: typed(values, 'kind') as OrganisationKind,
  region: (typed(values, 'region') || null) as Region | null,
  areas: [typed(values, 'area')].filter(Boolean),
})

/** For an administrator: an organisation that the register does not have. */
export function AddOrganisationPage() {
  const { data } = useSuspenseQuery(registerQueries.areas)
  const navigate = useNavigate()
  const key = useRef(crypto.randomUUID())
  const { mutateAsync } = useMutation(addOrganisation)
  const form = useForm(async (values) => {
    const { id } = await mutateAsync({ given: given(values), key: key.current })
    await navigate(paths.organisation(id), { state: { saved: copy.saved } })
  })
  return (
    <>
      <BackLink to={paths.organisations()}>{copy.back}</BackLink>
      <Page title={copy.addTitle}>
        <form className="app-measure" onSubmit={form.onSubmit} noValidate>
          <ErrorSummary errors={form.errors} />
          <p className="govuk-body">{copy.addIntro}</p>
          <Field label={copy.name} name="name" autoComplete="off" error={form.errorAt('name')} />
          <Select
            label={copy.kind}
            name="kind"
            none={copy.chooseKind}
            error={form.errorAt('kind')}
            options={organisationKinds.map((value) => ({ value, text: organisationKindWords[value] }))}
          />
          <Select
            label={copy.region}
            name="region"
            none={copy.national}
            error={form.errorAt('region')}
            options={regions.map((value) => ({ value, text: regionWords[value] }))}
          />
          <Select
            label={copy.area}
            hint={copy.addAreaHint}
            name="area"
            none={copy.noArea}
            error={form.errorAt('areas')}
            options={data.areas.map(({ id, area }) => ({ value: id, text: area }))}
          />
          <Button busy={form.busy}>{copy.addNow}</Button>
        </form>
      </Page>
    </>
  )
}
