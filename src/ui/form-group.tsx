import type { ReactNode } from 'react'
import './form-group.scss'

export interface Labelled {
  label: string
  name: string
  hint?: ReactNode
  error?: string | undefined
}

const hintId = (name: string) => `${name}-hint`
const errorId = (name: string) => `${name}-error`

/** What a control is described by: its hint and its error, if it has them. */
export const describedBy = ({ name, hint, error }: Labelled): string | undefined =>
  [hint && hintId(name), error && errorId(name)].filter(Boolean).join(' ') || undefined

export const ErrorMessage = ({ name, error }: { name: string; error: string | undefined }) =>
  error ? (
    <p id={errorId(name)} className="govuk-error-message">
      <span className="govuk-visually-hidden">Error:</span> {error}
    </p>
  ) : null

export const Hint = ({ name, hint }: { name: string; hint: ReactNode }) =>
  hint ? (
    <div id={hintId(name)} className="govuk-hint">
      {hint}
    </div>
  ) : null

/** The frame of a control: label, hint, error, control. */
export function FormGroup({ children, ...labelled }: Labelled & { children: ReactNode }) {
  const { label, name, hint, error } = labelled
  return (
    <div className={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <label className="govuk-label" htmlFor={name}>
        {label}
      </label>
      <Hint name={name} hint={hint} />
      <ErrorMessage name={name} error={error} />
      {children}
    </div>
  )
}
