import type { ReactNode } from 'react'
import { Link } from 'react-router'
import './back-link.scss'
import './details.scss'
import './inset-text.scss'
import './warning-text.scss'

export const InsetText = ({ children }: { children: ReactNode }) => <div className="govuk-inset-text">{children}</div>

export const WarningText = ({ children }: { children: ReactNode }) => (
  <div className="govuk-warning-text">
    <span className="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong className="govuk-warning-text__text">
      <span className="govuk-visually-hidden">Warning</span> {children}
    </strong>
  </div>
)

export const Details = ({ summary, children }: { summary: string; children: ReactNode }) => (
  <details className="govuk-details">
    <summary className="govuk-details__summary">
      <span className="govuk-details__summary-text">{summary}</span>
    </summary>
    <div className="govuk-details__text">{children}</div>
  </details>
)

export const BackLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link className="govuk-back-link" to={to}>
    {children}
  </Link>
)
