import { type ReactNode, useState, useSyncExternalStore } from 'react'
import './filter-layout.scss'

/** Some filters that belong together, under a name. */
export const FilterGroup = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="app-filter-group">
    <legend>{title}</legend>
    {children}
  </fieldset>
)

interface FilterFoldProps {
  title: string
  /** How many of its filters are set, in words; nothing where none is. */
  set?: string | undefined
  /** Whether it is open to begin with. */
  open?: boolean
  onOpen?: () => void
  children: ReactNode
}

/** Filters that are folded away until somebody wants them. */
export const FilterFold = ({ title, set, open = false, onOpen, children }: FilterFoldProps) => (
  <details
    className="govuk-details app-filter-fold"
    // Where the page begins; after that it is as somebody left it.
    {...(open ? { open } : {})}
    onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}
  >
    <summary className="govuk-details__summary">
      <span className="govuk-details__summary-text">{title}</span>
      {set && <span className="app-filter-fold__set"> {set}</span>}
    </summary>
    {children}
  </details>
)

/** From this width on the filters have a column of their own. */
const beside = '(min-width: 48.0625em)'
const isBeside = () => globalThis.matchMedia?.(beside).matches ?? true
const followWidth = (changed: () => void) => {
  const width = globalThis.matchMedia?.(beside)
  width?.addEventListener('change', changed)
  return () => width?.removeEventListener('change', changed)
}

/** Filters beside what they filter; on a narrow screen above it, folded until somebody wants them. */
export function FilterLayout({ filters, children }: { filters: ReactNode; children: ReactNode }) {
  const [wanted, setWanted] = useState(false)
  // A server does not know the width: what it draws is folded, and shown all the same where there is room.
  const hasRoom = useSyncExternalStore(followWidth, isBeside, () => false)
  return (
    <div className="app-filter-layout">
      <details
        className="govuk-details app-filter-layout__filters"
        open={hasRoom || wanted}
        onToggle={({ currentTarget }) => setWanted(!hasRoom && currentTarget.open)}
      >
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Filter</span>
        </summary>
        {filters}
      </details>
      <div>{children}</div>
    </div>
  )
}
