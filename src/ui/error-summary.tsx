import { useEffect, useRef } from 'react'
import './error-summary.scss'

export interface FieldError {
  /** A JSON pointer to the field, '' for what belongs to no field. */
  pointer: string
  detail: string
}

const fieldOf = (pointer: string): string => pointer.replace(/^\//, '').replace(/\/.*$/, '')

/** What is wrong with a form, with a link to each field. Takes the focus whenever there is something new to say. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) summary.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div className="govuk-error-summary" tabIndex={-1} ref={summary}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ pointer, detail }) => (
              <li key={pointer + detail}>
                {pointer === '' ? (
                  detail
                ) : (
                  <a
                    href={`#${fieldOf(pointer)}`}
                    onClick={(event) => {
                      event.preventDefault()
                      document.getElementById(fieldOf(pointer))?.focus()
                    }}
                  >
                    {detail}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
