import { useState } from 'react'
import { describedBy, FormGroup, type Labelled } from './form-group.tsx'
import './text-area.scss'

interface TextAreaProps extends Labelled {
  rows?: number
  defaultValue?: string | undefined
  /** The longest text that is taken; how much is left is said once most of it is used. */
  most?: number
  onType?: (text: string) => void
  onLeave?: (() => void) | undefined
}

/** A field for more than a line. Nothing stops somebody who types too much: they are told, and keep their words. */
export function TextArea({ rows = 5, defaultValue = '', most, onType, onLeave, ...labelled }: TextAreaProps) {
  const { name, error } = labelled
  const [length, setLength] = useState(defaultValue.length)
  const left = most === undefined ? null : most - length
  return (
    <FormGroup {...labelled}>
      <textarea
        className={error ? 'govuk-textarea govuk-textarea--error' : 'govuk-textarea'}
        id={name}
        name={name}
        rows={rows}
        defaultValue={defaultValue}
        onChange={({ target }) => {
          setLength(target.value.length)
          onType?.(target.value)
        }}
        onBlur={onLeave}
        aria-describedby={describedBy(labelled)}
        aria-invalid={error ? true : undefined}
      />
      {left !== null && most !== undefined && left < most / 4 && (
        <p className={left < 0 ? 'govuk-error-message' : 'govuk-hint'} role="status">
          {left < 0 ? `${(-left).toLocaleString('en-GB')} characters too many` : `${left.toLocaleString('en-GB')} characters left`}
        </p>
      )}
    </FormGroup>
  )
}
