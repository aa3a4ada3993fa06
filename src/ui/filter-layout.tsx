import type { ReactNode } from 'react'
import './filter-layout.scss'

/** Some filters that belong together, under a name. */
export const FilterGroup = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="app-filter-group">
    <legend>{title}</legend>
    {children}
  </fieldset>
)

/** Filters beside what they filter; above it on a narrow screen. */
export const FilterLayout = ({ filters, children }: { filters: ReactNode; children: ReactNode }) => (
  <div className="app-filter-layout">
    <div className="app-filter-layout__filters">{filters}</div>
    <div>{children}</div>
  </div>
)
