import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Affiliation, AffiliationGiven, AffiliationKind } from '#domain/affiliation.ts'
import type { RegisterEntry } from '#domain/organisation.ts'
import { organisationKindWords } from '#domain/words-organisations.ts'
import { regionWords } from '#domain/words.ts'
import { useForm } from '#lib/form.ts'
import { useSearch } from '#lib/search-params.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { BackLink, Details } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { affiliationSearch } from './affiliation-filters.ts'
import { copy } from './affiliations.copy.ts'
import { affiliationQueries, keepAffiliation, removeAffiliation, saveAffiliation, strikeAffiliation } from './affiliations.queries.ts'

const notListed = 'not-listed'

/** Whose tie it is: the reader's own, or that of somebody for whom a coordinator keeps it. */
export interface Whose {
  id: string
  name: string
}

interface Props {
  before: Affiliation | null
  of?: Whose | undefined
}

const backTo = (of?: Whose) => (of ? paths.personAffiliations(of.id) : paths.affiliations())
const wordsFor = (of?: Whose) => (of ? { ...copy.ofPerson, title: copy.ofPerson.title(of.name) } : copy)

/** One tie: find the organisation by name, then say how and when. Searching again leaves what is typed as it is. */
export function AffiliationPage({ before, of }: Props) {
  const words = wordsFor(of)
  const [search, setSearch] = useSearch(affiliationSearch)
  const name = search.name ?? before?.name ?? null
  const { data: found } = useQuery({ ...affiliationQueries.search(name ?? ''), enabled: name !== null, placeholderData: (previous) => previous })
  return (
    <>
      <BackLink to={backTo(of)}>{words.title}</BackLink>
      <Page title={before ? words.changeTitle : words.add} busy={name !== null && !found}>
        <div className="app-measure">
          <form
            role="search"
            onSubmit={(event) => {
              event.preventDefault()
              setSearch({ ...search, name: typed(new FormData(event.currentTarget), 'name').trim() })
            }}
          >
            <Field label={copy.find} hint={copy.findHint} name="name" type="search" autoComplete="off" defaultValue={name ?? ''} />
            <Button variant="secondary">{copy.search}</Button>
          </form>
          {name !== null && found && (
            <>
              <p className="govuk-body" role="status">
                {copy.hits(found.organisations.length, found.total)}
              </p>
              <AffiliationForm before={before} of={of} hits={found.organisations} />
            </>
          )}
          {before && <Remove affiliation={before} of={of} />}
        </div>
      </Page>
    </>
  )
}

function AffiliationForm({ before, of, hits }: Props & { hits: readonly RegisterEntry[] }) {
  const words = wordsFor(of)
  const navigate = useNavigate()
  const key = useRef(crypto.randomUUID())
  const { mutateAsync } = useMutation(of ? keepAffiliation(of.id) : saveAffiliation)
  const form = useForm(async (values) => {
    const saved = await mutateAsync({ before, given: asGiven(values), key: key.current })
    await navigate(backTo(of), { state: { saved: words.saved(saved.name) } })
  })
  const chosen = before?.organisationId ?? (before?.freeName || hits.length === 0 ? notListed : null)
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} />
      <Radios
        label={copy.which}
        legendSize="m"
        name="organisationId"
        defaultValue={chosen}
        error={form.errorAt('organisationId')}
        options={[...hits.map(asChoice), { value: notListed, text: copy.notListed }]}
      />
      <Field
        label={copy.freeName}
        hint={copy.freeNameHint}
        name="freeName"
        autoComplete="off"
        defaultValue={before?.freeName ?? ''}
        error={form.errorAt('freeName')}
      />
      {form.errorAt('isOrganisation') && (
        <Checkboxes
          label={copy.isOrganisation}
          name="isOrganisation"
          error={form.errorAt('isOrganisation')}
          options={[{ value: 'yes', text: copy.isOrganisationYes }]}
        />
      )}
      <Radios
        label={words.kind}
        name="kind"
        defaultValue={before?.kind}
        error={form.errorAt('kind')}
        options={(Object.keys(words.kinds) as AffiliationKind[]).map((value) => ({ value, text: words.kinds[value] }))}
      />
      <Field label={copy.from} hint={copy.fromHint} name="from" type="date" width={10} defaultValue={before?.from} error={form.errorAt('from')} />
      <Field label={copy.to} hint={copy.toHint} name="to" type="date" width={10} defaultValue={before?.to ?? ''} error={form.errorAt('to')} />
      <Button busy={form.busy}>{copy.save}</Button>
    </form>
  )
}

const asChoice = ({ id, name, kind, region, successors, otherNames }: RegisterEntry) => ({
  value: id,
  text: name,
  hint: [
    organisationKindWords[kind],
    region && regionWords[region],
    successors.length > 0 && copy.became(successors.map((one) => one.name)),
    ...otherNames,
  ]
    .filter(Boolean)
    .join(', '),
})

function asGiven(values: FormData): AffiliationGiven {
  const organisation = typed(values, 'organisationId')
  const listed = organisation !== '' && organisation !== notListed
  return {
    organisationId: listed ? organisation : null,
    freeName: listed ? null : typed(values, 'freeName').trim() || null,
    // The API says which answers there are, and refuses the rest.
    kind: typed(values, 'kind') as AffiliationKind,
    from: typed(values, 'from'),
    to: typed(values, 'to') || null,
    isOrganisation: values.has('isOrganisation'),
  }
}

function Remove({ affiliation, of }: { affiliation: Affiliation; of?: Whose | undefined }) {
  const words = wordsFor(of)
  const navigate = useNavigate()
  const remove = useMutation(removeAffiliation)
  const strike = useMutation(strikeAffiliation(of?.id ?? ''))
  const [opened] = useState(affiliation)
  const form = useForm(async () => {
    await (of ? strike : remove).mutateAsync(opened)
    await navigate(backTo(of), { state: { saved: words.removed } })
  })
  return (
    <Details summary={words.remove}>
      <form onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} />
        <p className="govuk-body">{words.removeWhy}</p>
        <Button variant="warning" busy={form.busy}>
          {words.remove}
        </Button>
      </form>
    </Details>
  )
}
