import type { ReactNode } from 'react'
import './panel.scss'

/** The outcome of something important, below the page's own heading. */
export const Panel = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="govuk-panel govuk-panel--confirmation">
    <h2 className="govuk-panel__title">{title}</h2>
    <div className="govuk-panel__body">{children}</div>
  </div>
)
