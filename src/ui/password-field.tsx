import { useState } from 'react'
import { describedBy, FormGroup, type Labelled } from './form-group.tsx'
import './field.scss'
import './password.scss'

/** A passphrase that its owner may look at while typing. */
export function PasswordField({ autoComplete, ...labelled }: Labelled & { autoComplete: 'current-password' | 'new-password' }) {
  const [shown, setShown] = useState(false)
  const { name, error } = labelled
  return (
    <FormGroup {...labelled}>
      <div className="govuk-input__wrapper govuk-password-input__wrapper">
        <input
          className={`govuk-input govuk-password-input__input${error ? ' govuk-input--error' : ''}`}
          id={name}
          name={name}
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={describedBy(labelled)}
          aria-invalid={error ? true : undefined}
        />
        <button
          type="button"
          className="govuk-button govuk-button--secondary govuk-password-input__toggle"
          aria-controls={name}
          aria-label={shown ? 'Hide passphrase' : 'Show passphrase'}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide' : 'Show'}
        </button>
      </div>
    </FormGroup>
  )
}
