import { describedBy, FormGroup, type Labelled } from './field.tsx'

export function TextArea({ rows = 4, defaultValue, ...labelled }: Labelled & { rows?: number; defaultValue?: string }) {
  const { name, error } = labelled
  return (
    <FormGroup {...labelled}>
      <textarea
        className={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
        id={name}
        name={name}
        rows={rows}
        defaultValue={defaultValue}
        aria-describedby={describedBy(labelled)}
        aria-invalid={error ? true : undefined}
      />
    </FormGroup>
  )
}
