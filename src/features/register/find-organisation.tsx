import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RegisterEntry } from '#domain/organisation.ts'
import { organisationKindWords } from '#domain/words-organisations.ts'
import { regionWords } from '#domain/words.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { Field } from '#ui/field.tsx'
import { copy } from './register.copy.ts'
import { registerQueries } from './register.queries.ts'

interface Props {
  /** The name that is searched for, as the address keeps it. */
  name: string | undefined
  onSearch: (name: string) => void
  /** What is made of the hits: a form with a choice among them. */
  children: (hits: readonly RegisterEntry[]) => ReactNode
}

/** Finds an organisation of the register by any of its names. */
export function FindOrganisation({ name, onSearch, children }: Props) {
  const { data: found } = useQuery({ ...registerQueries.search(name ?? ''), enabled: name !== undefined, placeholderData: (previous) => previous })
  return (
    <>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          onSearch(typed(new FormData(event.currentTarget), 'find').trim())
        }}
      >
        <Field label={copy.find} hint={copy.searchHint} name="find" type="search" autoComplete="off" defaultValue={name ?? ''} />
        <Button variant="secondary">{copy.searchButton}</Button>
      </form>
      {name !== undefined && found && (
        <>
          <p className="govuk-body" role="status">
            {copy.hits(found.organisations.length, found.total)}
          </p>
          {children(found.organisations)}
        </>
      )}
    </>
  )
}

/** A choice among organisations that were found. */
export const OrganisationChoice = ({ hits, error }: { hits: readonly RegisterEntry[]; error: string | undefined }) => (
  <Radios
    label={copy.which}
    legendSize="m"
    name="organisationId"
    error={error}
    options={hits.map(({ id, name, kind, region, successors, otherNames }) => ({
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
    }))}
  />
)
