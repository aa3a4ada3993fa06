import type { ReactNode } from 'react'
import { describedBy, ErrorMessage, FormGroup, Hint, type Labelled } from './field.tsx'

export interface Choice {
  value: string
  text: string
  hint?: string
}

interface SelectProps extends Labelled {
  options: readonly Choice[]
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

interface GroupProps extends Labelled {
  options: readonly Choice[]
  legendSize?: 's' | 'm' | 'l'
}

interface RadiosProps extends GroupProps {
  defaultValue?: string | null | undefined
  onChoose?: (value: string) => void
}

/** One of several. Native radios: arrow keys move, nothing is chosen beforehand. */
export const Radios = ({ defaultValue, onChoose, ...group }: RadiosProps) => (
  <Group {...group} kind="radios">
    {group.options.map((option, index) => (
      <Item
        key={option.value}
        {...option}
        kind="radios"
        name={group.name}
        index={index}
        checked={option.value === defaultValue}
        onChoose={onChoose}
      />
    ))}
  </Group>
)

/** Any of several. */
export const Checkboxes = ({ defaultValues = [], ...group }: GroupProps & { defaultValues?: readonly string[] }) => (
  <Group {...group} kind="checkboxes">
    {group.options.map((option, index) => (
      <Item key={option.value} {...option} kind="checkboxes" name={group.name} index={index} checked={defaultValues.includes(option.value)} />
    ))}
  </Group>
)

type Kind = 'radios' | 'checkboxes'

function Group({ kind, legendSize = 's', children, ...labelled }: GroupProps & { kind: Kind; children: ReactNode }) {
  const { label, name, hint, error } = labelled
  return (
    <div className={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(labelled)}>
        <legend className={`govuk-fieldset__legend govuk-fieldset__legend--${legendSize}`}>{label}</legend>
        <Hint name={name} hint={hint} />
        <ErrorMessage name={name} error={error} />
        <div className={`govuk-${kind}`}>{children}</div>
      </fieldset>
    </div>
  )
}

interface ItemProps extends Choice {
  kind: Kind
  name: string
  index: number
  checked: boolean
  onChoose?: ((value: string) => void) | undefined
}

function Item({ kind, name, index, value, text, hint, checked, onChoose }: ItemProps) {
  // The first has the name alone as its id: that is where an error leads to.
  const id = index === 0 ? name : `${name}-${index + 1}`
  return (
    <div className={`govuk-${kind}__item`}>
      <input
        className={`govuk-${kind}__input`}
        id={id}
        name={name}
        type={kind === 'radios' ? 'radio' : 'checkbox'}
        value={value}
        defaultChecked={checked}
        onChange={() => onChoose?.(value)}
        aria-describedby={hint ? `${id}-item-hint` : undefined}
      />
      <label className={`govuk-label govuk-${kind}__label`} htmlFor={id}>
        {text}
      </label>
      {hint && (
        <div id={`${id}-item-hint`} className={`govuk-hint govuk-${kind}__hint`}>
          {hint}
        </div>
      )}
    </div>
  )
}
