import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Affiliation } from '#domain/affiliation.ts'
import { useForm } from '#lib/form.ts'
import { useSearch } from '#lib/search-params.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { FindOrganisation, OrganisationChoice } from './find-organisation.tsx'
import { organisationSearch } from './register-filters.ts'
import { copy } from './register.copy.ts'
import { matchAffiliation, registerQueries } from './register.queries.ts'

/** Says which organisation of the register the words of an affiliation mean. The words are searched for to begin with. */
export function MatchPage() {
  const { id = '', affiliationId = '' } = useParams()
  const { data: person } = useSuspenseQuery(registerQueries.person(id))
  const { data } = useSuspenseQuery(registerQueries.affiliations(id))
  const found = data.affiliations.find((one) => one.id === affiliationId)
  return (
    <>
      <BackLink to={paths.unmatchedAffiliations()}>{copy.unmatchedTitle}</BackLink>
      {found && found.organisationId === null ? (
        <Page title={copy.matchTitle(found.name)}>
          <div className="app-measure">
            <p className="govuk-body">{copy.matchIntro(person.name)}</p>
            <Match personId={id} affiliation={found} />
            <p className="govuk-body">{copy.notThere}</p>
          </div>
        </Page>
      ) : (
        <Page title={copy.unmatchedTitle}>
          <Empty>{copy.gone}</Empty>
        </Page>
      )}
    </>
  )
}

function Match({ personId, affiliation }: { personId: string; affiliation: Affiliation }) {
  const [{ name = affiliation.name }, setSearch] = useSearch(organisationSearch)
  const [{ id, version, name: words }] = useState(affiliation)
  const navigate = useNavigate()
  const { mutateAsync } = useMutation(matchAffiliation(personId))
  const form = useForm(async (values) => {
    const saved = await mutateAsync({ affiliationId: id, version, organisationId: typed(values, 'organisationId') })
    await navigate(paths.unmatchedAffiliations(), { state: { saved: copy.matched(words, saved.name) } })
  })
  return (
    <FindOrganisation name={name} onSearch={(text) => setSearch({ name: text })}>
      {(hits) =>
        hits.length > 0 && (
          <form onSubmit={form.onSubmit} noValidate>
            <ErrorSummary errors={form.errors} />
            <OrganisationChoice hits={hits} error={form.errorAt('organisationId')} />
            <Button busy={form.busy}>{copy.matchNow}</Button>
          </form>
        )
      }
    </FindOrganisation>
  )
}
