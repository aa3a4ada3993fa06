import { type ReactNode, useEffect, useRef } from 'react'
import { typedAsSearch } from '#lib/typed.ts'
import { Button } from './button.tsx'
import './filter-row.scss'

interface FilterRowProps {
  label: string
  /** What the button says. A choice is followed at once, too. */
  apply: string
  /** The filters that the page was answered for, by the names of the controls. */
  values: Readonly<Record<string, string | undefined>>
  onChange: (chosen: URLSearchParams) => void
  children: ReactNode
}

/** A few choices in a row above what they filter. Back and forward change the address; the controls whose filter changed follow, and keep the focus. */
export function FilterRow({ label, apply, values, onChange, children }: FilterRowProps) {
  const form = useRef<HTMLFormElement>(null)
  const answered = useRef(values)
  useEffect(() => {
    const before = answered.current
    answered.current = values
    for (const control of form.current?.elements ?? [])
      // One that was chosen while an earlier choice was being answered is not in that answer's address yet, and stays as it was chosen.
      if (control instanceof HTMLSelectElement && before[control.name] !== values[control.name]) control.value = values[control.name] ?? ''
  }, [values])
  const report = () => {
    if (form.current) onChange(typedAsSearch(form.current))
  }
  return (
    <form
      ref={form}
      className="app-filter-row"
      role="search"
      aria-label={label}
      onChange={report}
      onSubmit={(event) => {
        event.preventDefault()
        report()
      }}
    >
      {children}
      <Button variant="secondary">{apply}</Button>
    </form>
  )
}
