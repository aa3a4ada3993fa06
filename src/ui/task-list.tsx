import type { ReactNode } from 'react'
import { Link } from 'react-router'
import './task-list.scss'

export interface TaskItem {
  key: string
  title: string
  /** Where the task is done; none for one that cannot be started. */
  to?: string | undefined
  hint?: string | undefined
  status: ReactNode
  next?: boolean
}

export const TaskList = ({ items }: { items: readonly TaskItem[] }) => (
  <ul className="govuk-task-list">
    {items.map(({ key, title, to, hint, status, next }) => (
      <li key={key} className={`govuk-task-list__item${to ? ' govuk-task-list__item--with-link' : ''}${next ? ' app-next' : ''}`}>
        <div className="govuk-task-list__name-and-hint">
          {to ? (
            <Link className="govuk-link govuk-task-list__link" to={to} aria-describedby={`${key}-status`}>
              {title}
            </Link>
          ) : (
            <div>{title}</div>
          )}
          {hint && <div className="govuk-task-list__hint">{hint}</div>}
        </div>
        <div className="govuk-task-list__status" id={`${key}-status`}>
          {status}
        </div>
      </li>
    ))}
  </ul>
)
