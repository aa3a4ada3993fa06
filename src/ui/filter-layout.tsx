import { type ReactNode, useEffect, useState } from 'react'
import './filter-layout.scss'

/** Some filters that belong together, under a name. */
export const FilterGroup = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="app-filter-group">
    <legend>{title}</legend>
    {children}
  </fieldset>
)

/** From this width on the filters have a column of their own. */
const beside = '(min-width: 48.0625em)'

/** Filters beside what they filter; on a narrow screen above it, folded until somebody wants them. */
export function FilterLayout({ filters, children }: { filters: ReactNode; children: ReactNode }) {
  const [open, setOpen] = useState(() => globalThis.matchMedia?.(beside).matches ?? true)
  useEffect(() => {
    const width = globalThis.matchMedia?.(beside)
    const follow = () => setOpen(width.matches)
    width?.addEventListener('change', follow)
    return () => width?.removeEventListener('change', follow)
  }, [])
  return (
    <div className="app-filter-layout">
      <details className="govuk-details app-filter-layout__filters" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Filter</span>
        </summary>
        {filters}
      </details>
      <div>{children}</div>
    </div>
  )
}
