import type { ReactNode } from 'react'
import { Link } from 'react-router'
import './summary-list.scss'

export interface SummaryRow {
  key: string
  value: ReactNode
  action?: { to: string; text: string }
}

export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }) => (
  <dl className="govuk-summary-list">
    {rows.map(({ key, value, action }) => (
      <div key={key} className={action ? 'govuk-summary-list__row' : 'govuk-summary-list__row govuk-summary-list__row--no-actions'}>
        <dt className="govuk-summary-list__key">{key}</dt>
        <dd className="govuk-summary-list__value">{value}</dd>
        {action && (
          <dd className="govuk-summary-list__actions">
            <Link className="govuk-link" to={action.to}>
              {action.text}
              <span className="govuk-visually-hidden"> {key.toLowerCase()}</span>
            </Link>
          </dd>
        )}
      </div>
    ))}
  </dl>
)
