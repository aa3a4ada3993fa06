import type { NamesWarning } from '#domain/evidence.ts'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { InsetText } from '#ui/notes.tsx'
import { copy } from './evidence.copy.ts'

/** Words that look as if they named somebody, and a box to say that they do not. Other words take the tick away again. */
export function NamesFound({ found, error }: { found: readonly NamesWarning[]; error: string | undefined }) {
  if (found.length === 0) return null
  const listed = found.map((one) => <li key={one.found}>{`“${one.found}” (${copy.warningKinds[one.kind]})`}</li>)
  return (
    <InsetText>
      <Checkboxes
        key={found.map((one) => one.found).join(' ')}
        label={copy.warningTitle}
        hint={
          <>
            {copy.warningText}
            <ul>{listed}</ul>
          </>
        }
        name="readWarning"
        error={error && copy.readFirst}
        options={[{ value: 'yes', text: copy.readWarning }]}
      />
    </InsetText>
  )
}
