import { describedBy, FormGroup, type Labelled } from './form-group.tsx'
import './select.scss'

interface SelectProps extends Labelled {
  options: readonly { value: string; text: string }[]
  /** The words for no choice, at the top. */
  none?: string
  defaultValue?: string | undefined
}

export function Select({ options, none, defaultValue = '', ...labelled }: SelectProps) {
  const { name, error } = labelled
  return (
    <FormGroup {...labelled}>
      <select
        className={`govuk-select${error ? ' govuk-select--error' : ''}`}
        id={name}
        name={name}
        defaultValue={defaultValue}
        aria-describedby={describedBy(labelled)}
        aria-invalid={error ? true : undefined}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </FormGroup>
  )
}
