import type { HTMLInputAutoCompleteAttribute } from 'react'
import { describedBy, FormGroup, type Labelled } from './form-group.tsx'
import './field.scss'

interface FieldProps extends Labelled {
  type?: 'text' | 'date' | 'email' | 'tel' | 'search' | 'password'
  width?: 2 | 5 | 10 | 20 | 30
  defaultValue?: string | undefined
  autoComplete?: HTMLInputAutoCompleteAttribute
  inputMode?: 'numeric' | 'tel' | 'email' | 'url'
}

export function Field({ type = 'text', width, defaultValue, autoComplete, inputMode, ...labelled }: FieldProps) {
  const { name, error } = labelled
  const classes = ['govuk-input', width && `govuk-input--width-${width}`, error && 'govuk-input--error'].filter(Boolean).join(' ')
  return (
    <FormGroup {...labelled}>
      <input
        className={classes}
        id={name}
        name={name}
        type={type}
        defaultValue={defaultValue}
        autoComplete={autoComplete}
        inputMode={inputMode}
        spellCheck={type === 'text' ? undefined : false}
        aria-describedby={describedBy(labelled)}
        aria-invalid={error ? true : undefined}
      />
    </FormGroup>
  )
}
