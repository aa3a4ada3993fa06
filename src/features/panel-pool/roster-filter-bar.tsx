import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { regions } from '#domain/region.ts'
import { poolRoleWords, regionWords, standingWords, trainingWords } from '#domain/words.ts'
import { paths } from '#paths'
import { typedAsSearch } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { copy } from './panel-pool.copy.ts'
import { type Filters, poolRoles, rosterFilters, standings, trainingStates } from './roster-filters.ts'
import { SkillFilters } from './skill-filters.tsx'

const choices = <T extends string>(values: readonly T[], words: Record<T, string>) => values.map((value) => ({ value, text: words[value] }))

/** Reports the filters as they are chosen; a name, shortly after its last key. */
export function RosterFilterBar({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const form = useRef<HTMLFormElement>(null)
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const report = () => {
    clearTimeout(typing.current)
    if (!form.current) return
    const chosen = rosterFilters.read(typedAsSearch(form.current))
    onChange({ ...chosen, ...(filters.sort ? { sort: filters.sort } : {}) })
  }

  // Back, forward and "Clear filters" change the address; the controls whose filter changed follow, except the one in which somebody is typing. One
  // that was chosen while an earlier choice was still being answered is not in that answer's address yet, and stays as it was chosen.
  const shown = useRef(filters)
  useEffect(() => {
    const controls = form.current?.elements
    const before = shown.current
    shown.current = filters
    if (!controls) return
    for (const name of ['name', 'role', 'region', 'standing', 'training', 'meets', 'skill', 'level'] as const) {
      const control = controls.namedItem(name)
      const isControl = control instanceof HTMLInputElement || control instanceof HTMLSelectElement
      if (isControl && before[name] !== filters[name] && control !== document.activeElement) control.value = filters[name] ?? ''
    }
  }, [filters])
  useEffect(() => () => clearTimeout(typing.current), [])

  return (
    <form
      ref={form}
      role="search"
      aria-label={copy.filter}
      onSubmit={(event) => {
        event.preventDefault()
        report()
      }}
      onChange={({ target }) => {
        if (target instanceof HTMLSelectElement) report()
        else {
          clearTimeout(typing.current)
          typing.current = setTimeout(report, 40)
        }
      }}
    >
      <Field label={copy.search} hint={copy.searchHint} name="name" type="search" defaultValue={filters.name} autoComplete="off" />
      <Select label={copy.columns.roles} name="role" none={copy.anyRole} defaultValue={filters.role} options={choices(poolRoles, poolRoleWords)} />
      <Select label={copy.columns.region} name="region" none={copy.anyRegion} defaultValue={filters.region} options={choices(regions, regionWords)} />
      <Select
        label={copy.columns.standing}
        name="standing"
        none={copy.anyStanding}
        defaultValue={filters.standing}
        options={choices(standings, standingWords)}
      />
      <Select
        label={copy.columns.training}
        name="training"
        none={copy.anyTraining}
        defaultValue={filters.training}
        options={choices(trainingStates, trainingWords)}
      />
      <SkillFilters filters={filters} />
      <Button variant="secondary">{copy.apply}</Button>
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.roster()}>
          {copy.clear}
        </Link>
      </p>
    </form>
  )
}
