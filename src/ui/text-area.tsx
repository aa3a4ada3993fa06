import { describedBy, FormGroup, type Labelled } from './form-group.tsx'
import './text-area.scss'

interface TextAreaProps extends Labelled {
  rows?: number
  defaultValue?: string | undefined
  /** Called with all of the text at each change. */
  onType?: ((text: string) => void) | undefined
  onLeave?: (() => void) | undefined
}

/** Several lines of text. What is typed belongs to the browser, so that no redraw takes it away. */
export function TextArea({ rows = 5, defaultValue, onType, onLeave, ...labelled }: TextAreaProps) {
  const { name, error } = labelled
  return (
    <FormGroup {...labelled}>
      <textarea
        className={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
        id={name}
        name={name}
        rows={rows}
        defaultValue={defaultValue}
        onChange={(event) => onType?.(event.currentTarget.value)}
        onBlur={onLeave}
        aria-describedby={describedBy(labelled)}
        aria-invalid={error ? true : undefined}
      />
    </FormGroup>
  )
}
