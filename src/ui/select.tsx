import { describedBy, FormGroup, type Labelled } from './form-group.tsx'
import './select.scss'

interface SelectProps extends Labelled {
  options: readonly { value: string; text: string }[]
  /** The words for no choice, at the top. */
  none?: string
  defaultValue?: string | undefined
  /** For a choice that is followed at once. */
  onChoose?: (value: string) => void
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
        onChange={onChoose && (({ currentTarget }) => onChoose(currentTarget.value))}
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
