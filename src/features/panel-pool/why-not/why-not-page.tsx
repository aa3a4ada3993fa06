import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigation, useSearchParams } from 'react-router'
import type { Roster } from '#domain/person.ts'
import { regionWords, standingWords } from '#domain/words.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { panelPoolQueries } from '../panel-pool.queries.ts'
import { type Filters, onFirstPage, rosterFilters, setFilters } from '../roster-filters.ts'
import { setCopy } from '../set-filters.copy.ts'
import { valueWords } from '../set-filters.tsx'
import { Reason } from './reason.tsx'
import { whyNotAddress, whyNotSearch } from './why-not-search.ts'
import { whyNotCopy as copy } from './why-not.copy.ts'
import { whyNotQuery } from './why-not.queries.ts'

/** Somebody who is not on the list is looked up by name, and each filter that keeps them off says why. */
export function WhyNotPage() {
  const [search] = useSearchParams()
  const filters = onFirstPage(rosterFilters.read(search))
  const { of } = whyNotSearch.read(search)
  const { data: roster } = useSuspenseQuery(panelPoolQueries.roster(filters))
  return (
    <Page title={copy.title} busy={useNavigation().state === 'loading'}>
      <BackLink to={paths.roster() + rosterFilters.write(filters)}>{copy.back}</BackLink>
      <Asked filters={filters} asked={roster.asked} />
      <Find filters={filters} of={of} />
      {of && <Answer of={of} filters={filters} />}
    </Page>
  )
}

function Asked({ filters, asked }: { filters: Filters; asked: Roster['asked'] }) {
  const set = setFilters(filters)
  return (
    <>
      <p className="govuk-body">{set.length === 0 ? copy.nothingAsked : copy.asked}</p>
      {set.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {set.map((filter) => (
            <li key={filter}>
              {setCopy.filterNames[filter]}: {valueWords(filter, filters, asked)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Find({ filters, of }: { filters: Filters; of: string | undefined }) {
  const [name, setName] = useState<string | null>(null)
  const [error, setError] = useState<string | undefined>()
  return (
    <section aria-labelledby="find">
      <h2 className="govuk-heading-m" id="find">
        {of ? copy.findOther : copy.find}
      </h2>
      <form
        role="search"
        aria-label={copy.find}
        onSubmit={(event) => {
          event.preventDefault()
          const asked = typed(new FormData(event.currentTarget), 'whom').trim()
          setError(asked ? undefined : copy.noName)
          setName(asked || null)
        }}
      >
        <Field label={copy.name} hint={copy.nameHint} name="whom" type="search" width={20} autoComplete="off" error={error} />
        <Button variant="secondary">{copy.search}</Button>
      </form>
      {name && <Hits key={of} name={name} filters={filters} />}
    </section>
  )
}

/** Everybody on the roster by that name, whatever the list asks for. */
function Hits({ name, filters }: { name: string; filters: Filters }) {
  const { data, isError } = useQuery(panelPoolQueries.roster({ name, who: 'everyone' }))
  if (isError) return <p role="alert">{copy.failed}</p>
  if (!data) return <p className="govuk-body">{copy.looking}</p>
  return (
    <>
      <p className="govuk-body" role="status">
        {copy.hits(data.people.length, data.total)}
      </p>
      <ul className="govuk-list">
        {data.people.map(({ id, name: full, region, standing }) => (
          <li key={id}>
            <Link className="govuk-link" to={whyNotAddress(filters, id)}>
              {full}
            </Link>{' '}
            <span className="govuk-hint">{[standing && standingWords[standing], region && regionWords[region]].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Answer({ of, filters }: { of: string; filters: Filters }) {
  const { data } = useSuspenseQuery(whyNotQuery(of, filters))
  const { person, reasons } = data
  return (
    <section aria-labelledby="answer">
      <h2 className="govuk-heading-m" id="answer">
        {copy.heading(person.name, reasons.length)}
      </h2>
      {reasons.length === 0 ? (
        <InsetText>{copy.onTheList}</InsetText>
      ) : (
        reasons.map((reason) => <Reason key={reason.filter} reason={reason} filters={filters} personId={person.id} />)
      )}
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.person(person.id)}>
          {copy.record(person.name)}
        </Link>
      </p>
    </section>
  )
}
