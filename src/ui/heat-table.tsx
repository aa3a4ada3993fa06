import { type ReactNode, useId } from 'react'
import { Link } from 'react-router'
import './table.scss'
import './heat-table.scss'

/** 0 is nothing, 5 is all; null has no colour. */
export type Step = 0 | 1 | 2 | 3 | 4 | 5 | null

export interface HeatCell {
  /** What a cell says: the colour only repeats it. */
  text: ReactNode
  step: Step
  to?: string | undefined
}

interface HeatGroup {
  title: string
  rows: readonly { key: string; header: ReactNode; cells: readonly HeatCell[] }[]
}

interface HeatTableProps {
  caption: string
  corner: string
  columns: readonly { key: string; header: ReactNode }[]
  groups: readonly HeatGroup[]
}

/**
 * A table whose cells are coloured by how much of something there is; least is strongest. Every cell says its figure in words, and where colours are
 * forced a line under it grows as the figure gets scarce. On a narrow screen it scrolls in its own frame, the first column staying in view.
 */
export function HeatTable({ caption, corner, columns, groups }: HeatTableProps) {
  const id = useId()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll what overflows
    <div className="app-table app-heat" role="region" aria-labelledby={id} tabIndex={0}>
      <table className="govuk-table">
        <caption className="govuk-table__caption govuk-table__caption--m" id={id}>
          {caption}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="app-heat__fixed">
              {corner}
            </th>
            {columns.map(({ key, header }) => (
              <th key={key} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ title, rows }) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" className="app-heat__group" colSpan={columns.length + 1}>
                <span>{title}</span>
              </th>
            </tr>
            {rows.map(({ key, header, cells }) => (
              <tr key={key}>
                <th scope="row" className="app-heat__fixed">
                  {header}
                </th>
                {cells.map(({ text, step, to }, column) => (
                  <td key={columns[column]?.key} className={step === null ? 'app-heat__none' : stepClasses[step]}>
                    {to ? <Link to={to}>{text}</Link> : text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

const stepClasses = ['app-heat__0', 'app-heat__1', 'app-heat__2', 'app-heat__3', 'app-heat__4', 'app-heat__5'] as const

/** What the colours mean, from least to most. */
export const HeatKey = ({ title, steps }: { title: string; steps: readonly string[] }) => (
  <div className="app-heat-key">
    <p id="heat-key">{title}</p>
    <ul aria-labelledby="heat-key">
      {steps.map((step, index) => (
        <li key={step} className={stepClasses[index]}>
          {step}
        </li>
      ))}
    </ul>
  </div>
)
