import { useState } from 'react'
import { typed, typedAsSearch } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { type Counts, counted } from './facet-counts.ts'
import { type Filters, freeStates, onFirstPage, readinessStates, rosterFilters, without } from './roster-filters.ts'
import { timeCopy as copy } from './time-filters.copy.ts'

interface Props {
  filters: Filters
  counts: Counts
  onChange: (filters: Filters) => void
  /** The filters as they are now. */
  now: () => Filters
}

/** Who is ready on a day, and who is free between two. Days are asked for when they were typed to their end, so each has a button of its own. */
export const TimeFilters = (props: Props) => (
  <>
    <ReadyForm key={props.filters.ready ?? 'none'} {...props} />
    <FreeForm key={`${props.filters.freeFrom} ${props.filters.freeTo} ${props.filters.days}`} {...props} />
  </>
)

function ReadyForm({ filters, counts, onChange, now }: Props) {
  const [error, setError] = useState<string | undefined>()
  return (
    <form
      aria-label={copy.readyForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const { ready } = rosterFilters.read(typedAsSearch(event.currentTarget))
        const isEmpty = typed(new FormData(event.currentTarget), 'ready') === ''
        setError(ready || isEmpty ? undefined : copy.badDay)
        const others = onFirstPage(now())
        if (ready) onChange({ ...others, ready })
        else if (isEmpty) onChange(without(others, 'ready'))
      }}
    >
      <Field label={copy.ready} hint={copy.readyHint} name="ready" type="date" defaultValue={filters.ready} error={error} />
      {filters.ready && (
        <Select
          key={filters.readiness}
          label={copy.show}
          name="readiness"
          defaultValue={filters.readiness ?? 'ready'}
          options={readinessStates.map((value) => counted(counts, 'readiness', { value, text: copy.readiness[value] }))}
          onChoose={(chosen) => onChange(withState(onFirstPage(now()), 'readiness', readinessStates, chosen))}
        />
      )}
      <Button variant="secondary">{copy.askReady}</Button>
    </form>
  )
}

type Errors = Partial<Record<'freeFrom' | 'freeTo' | 'days', string>>

function FreeForm({ filters, counts, onChange, now }: Props) {
  const [errors, setErrors] = useState<Errors>({})
  return (
    <form
      aria-label={copy.freeForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const values = new FormData(event.currentTarget)
        const { freeFrom, freeTo, days } = rosterFilters.read(typedAsSearch(event.currentTarget))
        const others = onFirstPage(now())
        const isEmpty = typed(values, 'freeFrom') === '' && typed(values, 'freeTo') === ''
        const found: Errors = isEmpty
          ? {}
          : {
              ...(freeFrom ? {} : { freeFrom: copy.badDay }),
              ...(freeTo ? (freeFrom && freeTo < freeFrom ? { freeTo: copy.backwards } : {}) : { freeTo: copy.badDay }),
              ...(days || typed(values, 'days') === '' ? {} : { days: copy.badDays }),
            }
        setErrors(found)
        if (isEmpty) onChange(without(others, 'free'))
        else if (freeFrom && freeTo && Object.keys(found).length === 0) {
          const { days: _days, ...rest } = others
          onChange({ ...rest, freeFrom, freeTo, ...(days && days !== '1' ? { days } : {}) })
        }
      }}
    >
      <Field label={copy.freeFrom} hint={copy.freeHint} name="freeFrom" type="date" defaultValue={filters.freeFrom} error={errors.freeFrom} />
      <Field label={copy.freeTo} name="freeTo" type="date" defaultValue={filters.freeTo} error={errors.freeTo} />
      <Field label={copy.days} name="days" width={2} inputMode="numeric" defaultValue={filters.days ?? '1'} error={errors.days} />
      {filters.freeFrom && filters.freeTo && (
        <Select
          key={filters.free}
          label={copy.show}
          name="free"
          defaultValue={filters.free ?? 'free'}
          options={freeStates.map((value) => counted(counts, 'free', { value, text: copy.free[value] }))}
          onChoose={(chosen) => onChange(withState(onFirstPage(now()), 'free', freeStates, chosen))}
        />
      )}
      <Button variant="secondary">{copy.askFree}</Button>
    </form>
  )
}

/** The first of the states is what is shown when nothing is said, so it is left out of the address. */
function withState(filters: Filters, key: 'readiness' | 'free', states: readonly string[], chosen: string): Filters {
  const { [key]: _before, ...others } = filters
  return chosen === states[0] ? others : rosterFilters.read(new URLSearchParams({ ...others, [key]: chosen }))
}
