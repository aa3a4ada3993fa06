import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { RegisterEntry } from '#domain/organisation.ts'
import type { Roster } from '#domain/person.ts'
import { type Region, regions } from '#domain/region.ts'
import { organisationKindWords } from '#domain/words-organisations.ts'
import { regionWords } from '#domain/words.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { panelPoolQueries } from './panel-pool.queries.ts'
import { type Counts, counted } from './facet-counts.ts'
import { type Filters, onFirstPage, tieStates } from './roster-filters.ts'
import { tieCopy as copy } from './tie-filters.copy.ts'
import './tie-filters.scss'

interface Props {
  filters: Filters
  asked: Roster['asked']
  counts: Counts
  onChange: (filters: Filters) => void
  /** The filters as they are now. */
  now: () => Filters
}

const regionOf = (id: string) => regions.find((region) => id === `region:${region}`)
const nameOf = (one: Roster['asked'][number]) => {
  const region = regionOf(one.id)
  return copy.nameOf(one, region && regionWords[region])
}

/** What ties are asked about, and a search to add to it. It stands beside the form of the other filters, which keeps what is chosen here. */
export function TieFilters({ filters, asked, counts, onChange, now }: Props) {
  const [name, setName] = useState<string | null>(null)
  const find = useRef<HTMLFormElement>(null)
  const chosen = filters.ties?.split(',') ?? []
  const ask = (ties: readonly string[]) => {
    const { ties: _ties, tied, ...others } = onFirstPage(now())
    onChange(ties.length === 0 ? others : { ...others, ...(tied ? { tied } : {}), ties: ties.join(',') })
    // The button that was pressed is gone: the search stays where the next one is added.
    find.current?.querySelector('input')?.focus()
  }
  return (
    <>
      <p className="govuk-hint">{copy.hint}</p>
      {asked.length > 0 && (
        <>
          <ul className="app-asked" aria-label={copy.asked}>
            {asked.map((one) => (
              <li key={one.id}>
                <span className="govuk-body">{nameOf(one)}</span>
                <button type="button" className="govuk-body" onClick={() => ask(chosen.filter((id) => id !== one.id))}>
                  {copy.remove}
                  <span className="govuk-visually-hidden"> {nameOf(one)}</span>
                </button>
              </li>
            ))}
          </ul>
          <form
            onChange={({ currentTarget }) => {
              const state = typed(new FormData(currentTarget), 'tied')
              const { tied: _tied, ...others } = onFirstPage(now())
              const tied = tieStates.find((one) => one === state && one !== 'none')
              onChange(tied ? { ...others, tied } : others)
            }}
          >
            <Select
              key={filters.tied}
              label={copy.show}
              name="tied"
              defaultValue={filters.tied ?? 'none'}
              options={copy.shows.map((one) => counted(counts, 'tied', one))}
            />
          </form>
        </>
      )}
      <form
        ref={find}
        role="search"
        aria-label={copy.findForm}
        onSubmit={(event) => {
          event.preventDefault()
          setName(typed(new FormData(event.currentTarget), 'tieName').trim())
        }}
      >
        <Field label={copy.find} hint={copy.findHint} name="tieName" type="search" autoComplete="off" />
        <Button variant="secondary">{copy.search}</Button>
      </form>
      {name && (
        <Hits
          name={name}
          chosen={chosen}
          onAdd={(id) => {
            setName(null)
            find.current?.reset()
            ask([...chosen, id])
          }}
        />
      )}
    </>
  )
}

function Hits({ name, chosen, onAdd }: { name: string; chosen: readonly string[]; onAdd: (id: string) => void }) {
  const { data } = useQuery({ ...panelPoolQueries.organisations(name), placeholderData: (previous) => previous })
  if (!data) return null
  const named = regions.filter((region) => regionWords[region].toLowerCase().includes(name.toLowerCase()))
  const found = [...named.map(asRegion), ...data.organisations.flatMap(asHits)].filter(({ id }) => !chosen.includes(id))
  return (
    <>
      <p className="govuk-body" role="status">
        {copy.hits(data.organisations.length + named.length, data.total + named.length)}
      </p>
      <ul className="app-asked">
        {found.map(({ id, text, hint }) => (
          <li key={id}>
            <button type="button" className="govuk-body" onClick={() => onAdd(id)}>
              {text}
            </button>
            {hint && <span className="govuk-hint">{hint}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

const asRegion = (region: Region) => ({ id: `region:${region}`, text: copy.region(regionWords[region]), hint: '' })

/** A local authority is an organisation, and an area that others serve. */
const asHits = ({ id, name, kind, area }: RegisterEntry) => [
  { id, text: name, hint: organisationKindWords[kind] },
  ...(area ? [{ id: `area:${id}`, text: copy.area(area), hint: '' }] : []),
]
