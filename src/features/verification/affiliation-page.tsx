import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Affiliation, AffiliationGiven, AffiliationKind } from '#domain/affiliation.ts'
import type { RegisterEntry } from '#domain/organisation.ts'
import { regionWords } from '#domain/words.ts'
import { useForm } from '#lib/form.ts'
import { useSearch } from '#lib/search-params.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { BackLink, Details } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { affiliationSearch } from './affiliation-filters.ts'
import { copy, kindWords } from './affiliations.copy.ts'
import { affiliationQueries, removeAffiliation, saveAffiliation } from './affiliations.queries.ts'

const notListed = 'not-listed'

/** One tie: find the organisation by name, then say how and when. Searching again leaves what is typed as it is. */
export function AffiliationPage({ before }: { before: Affiliation | null }) {
  const [search, setSearch] = useSearch(affiliationSearch)
  const name = search.name ?? before?.name ?? null
  const { data: found } = useQuery({ ...affiliationQueries.search(name ?? ''), enabled: name !== null, placeholderData: (previous) => previous })
  return (
    <>
      <BackLink to={paths.affiliations()}>{copy.title}</BackLink>
      <Page title={before ? copy.changeTitle : copy.add} busy={name !== null && !found}>
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
              <AffiliationForm before={before} hits={found.organisations} />
            </>
          )}
          {before && <Remove affiliation={before} />}
        </div>
      </Page>
    </>
  )
}

function AffiliationForm({ before, hits }: { before: Affiliation | null; hits: readonly RegisterEntry[] }) {
  const navigate = useNavigate()
  const key = useRef(crypto.randomUUID())
  const { mutateAsync } = useMutation(saveAffiliation)
  const form = useForm(async (values) => {
    const saved = await mutateAsync({ before, given: asGiven(values), key: key.current })
    await navigate(paths.affiliations(), { state: { saved: copy.saved(saved.name) } })
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
      <Radios
        label={copy.kind}
        name="kind"
        defaultValue={before?.kind}
        error={form.errorAt('kind')}
        options={(Object.keys(copy.kinds) as AffiliationKind[]).map((value) => ({ value, text: copy.kinds[value] }))}
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
  hint: [kindWords[kind], region && regionWords[region], successors.length > 0 && copy.became(successors.map((one) => one.name)), ...otherNames]
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
  }
}

function Remove({ affiliation }: { affiliation: Affiliation }) {
  const navigate = useNavigate()
  const { mutateAsync } = useMutation(removeAffiliation)
  const [opened] = useState(affiliation)
  const form = useForm(async () => {
    await mutateAsync(opened)
    await navigate(paths.affiliations(), { state: { saved: copy.removed } })
  })
  return (
    <Details summary={copy.remove}>
      <form onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} />
        <p className="govuk-body">{copy.removeWhy}</p>
        <Button variant="warning" busy={form.busy}>
          {copy.remove}
        </Button>
      </form>
    </Details>
  )
}
