import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { poolRoleWords } from '#domain/words.ts'
import { typedAsSearch } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { copy } from './framework.copy.ts'
import { type FrameworkFilters, frameworkFilters, poolRoles } from './framework-address.ts'

interface FilterBarProps {
  filters: FrameworkFilters
  onChange: (filters: FrameworkFilters) => void
  /** The page without filters. */
  clearTo: string
}

/** Reports the filters as they are chosen; words, shortly after their last key. */
export function FrameworkFilterBar({ filters, onChange, clearTo }: FilterBarProps) {
  const form = useRef<HTMLFormElement>(null)
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const report = () => {
    clearTimeout(typing.current)
    if (form.current) onChange(frameworkFilters.read(typedAsSearch(form.current)))
  }

  // Back, forward and "Clear filters" change the address; the controls follow, except the one in which somebody is typing.
  useEffect(() => {
    for (const name of ['search', 'role'] as const) {
      const control = form.current?.elements.namedItem(name)
      if ((control instanceof HTMLInputElement || control instanceof HTMLSelectElement) && control !== document.activeElement)
        control.value = filters[name] ?? ''
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
        clearTimeout(typing.current)
        if (target instanceof HTMLSelectElement) report()
        else typing.current = setTimeout(report, 150)
      }}
    >
      <Field label={copy.search} hint={copy.searchHint} name="search" type="search" defaultValue={filters.search} autoComplete="off" />
      <Select
        label={copy.role}
        name="role"
        none={copy.anyRole}
        defaultValue={filters.role}
        options={poolRoles.map((role) => ({ value: role, text: poolRoleWords[role] }))}
      />
      <Button variant="secondary">{copy.apply}</Button>
      <p className="govuk-body">
        <Link className="govuk-link" to={clearTo}>
          {copy.clear}
        </Link>
      </p>
    </form>
  )
}
