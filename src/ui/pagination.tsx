import { Link } from 'react-router'
import './pagination.scss'

interface PaginationProps {
  label: string
  previous?: { to: string; text?: string } | null | undefined
  next?: { to: string; text?: string } | null | undefined
}

export function Pagination({ label, previous, next }: PaginationProps) {
  if (!previous && !next) return null
  return (
    <nav className="govuk-pagination govuk-pagination--block" aria-label={label}>
      {previous && <Step kind="prev" title="Previous" {...previous} />}
      {next && <Step kind="next" title="Next" {...next} />}
    </nav>
  )
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

function Step({ kind, title, to, text }: { kind: 'prev' | 'next'; title: string; to: string; text?: string }) {
  return (
    <div className={`govuk-pagination__${kind}`}>
      <Link className="govuk-link govuk-pagination__link" to={to} rel={kind}>
        <svg
          className={`govuk-pagination__icon govuk-pagination__icon--${kind}`}
          xmlns="http://www.w3.org/2000/svg"
          height="13"
          width="15"
          aria-hidden="true"
          focusable="false"
          viewBox="0 0 15 13"
        >
          <path d={arrows[kind]} />
        </svg>
        <span className={text ? 'govuk-pagination__link-title' : 'govuk-pagination__link-title govuk-pagination__link-title--decorated'}>
          {title}
          <span className="govuk-visually-hidden"> page</span>
        </span>
        {text && (
          <>
            <span className="govuk-visually-hidden">:</span>
            <span className="govuk-pagination__link-label">{text}</span>
          </>
        )}
      </Link>
    </div>
  )
}
