import type { ReactNode } from 'react'
import { describedBy, ErrorMessage, Hint, type Labelled } from './form-group.tsx'
import './choices.scss'

interface Choice {
  value: string
  text: string
  hint?: string
}

export interface GroupProps extends Labelled {
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

type Kind = 'radios' | 'checkboxes'

export function Group({ kind, legendSize = 's', children, ...labelled }: GroupProps & { kind: Kind; children: ReactNode }) {
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

export function Item({ kind, name, index, value, text, hint, checked, onChoose }: ItemProps) {
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
