import { type ReactNode, useId } from 'react'
import { Link } from 'react-router'
import './table.scss'

export interface Column {
  title: string
  /** Whether the title is only read out. */
  hidden?: true
  /** Where a click on the title leads: the same list sorted by this column. */
  sort?: { to: string; direction: 'ascending' | 'descending' | 'none' }
}

/** A real table under its caption. On a narrow screen it alone scrolls, inside a frame that the keyboard reaches. */
export function Table({ caption, columns, rows }: { caption: string; columns: readonly Column[]; rows: ReactNode }) {
  const id = useId()
  return (
    <>
      <p className="govuk-heading-s" id={id}>
        {caption}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll what overflows */}
      <div className="app-table" role="region" aria-labelledby={id} tabIndex={0}>
        <table className="govuk-table" aria-labelledby={id}>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              {columns.map(({ title, hidden, sort }) => (
                <th key={title} scope="col" className="govuk-table__header" aria-sort={sort?.direction}>
                  {sort ? (
                    <Link className="govuk-link" to={sort.to} preventScrollReset>
                      {title}
                      <span aria-hidden="true">{arrow[sort.direction]}</span>
                    </Link>
                  ) : (
                    <span className={hidden && 'govuk-visually-hidden'}>{title}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="govuk-table__body">{rows}</tbody>
        </table>
      </div>
    </>
  )
}

const arrow = { ascending: ' ▲', descending: ' ▼', none: ' ↕' }

export const Row = ({ children }: { children: ReactNode }) => <tr className="govuk-table__row">{children}</tr>
export const RowHeader = ({ children }: { children: ReactNode }) => (
  <th scope="row" className="govuk-table__header">
    {children}
  </th>
)
export const Cell = ({ children, nowrap }: { children?: ReactNode; nowrap?: boolean }) => (
  <td className={`govuk-table__cell${nowrap ? ' app-nowrap' : ''}`}>{children}</td>
)
