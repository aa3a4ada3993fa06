import { describedBy, FormGroup, type Labelled } from './form-group.tsx'
import './select.scss'

interface SelectProps extends Labelled {
  options: readonly { value: string; text: string }[]
  /** The words for no choice, at the top. */
  none?: string
  defaultValue?: string | undefined
  onChoose?: ((value: string) => void) | undefined
}

export function Select({ options, none, defaultValue = '', onChoose, ...labelled }: SelectProps) {
  const { name, error } = labelled
  return (
    <FormGroup {...labelled}>
      <select
        className={`govuk-select${error ? ' govuk-select--error' : ''}`}
        id={name}
        name={name}
        defaultValue={defaultValue}
        onChange={({ target }) => onChoose?.(target.value)}
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
