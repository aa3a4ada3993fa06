import { describedBy, FormGroup, type Labelled } from './form-group.tsx'
import './file-field.scss'

interface FileFieldProps extends Labelled {
  /** What the browser offers first, such as `.pdf,.txt`. Anything can still be chosen. */
  accept: string
  onChoose: (file: File) => void
}

/** A native file field. What is chosen is handed on at once; the field is then empty again, so that the same file can be chosen twice. */
export const FileField = ({ accept, onChoose, ...labelled }: FileFieldProps) => (
  <FormGroup {...labelled}>
    <input
      className={labelled.error ? 'govuk-file-upload govuk-file-upload--error' : 'govuk-file-upload'}
      id={labelled.name}
      type="file"
      accept={accept}
      aria-describedby={describedBy(labelled)}
      aria-invalid={labelled.error ? true : undefined}
      onChange={({ target }) => {
        const [file] = target.files ?? []
        if (file) onChoose(file)
        target.value = ''
      }}
    />
  </FormGroup>
)
