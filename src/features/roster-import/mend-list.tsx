import { useMutation } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { ImportRow, RosterImport } from '#domain/roster-import.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { copy } from './roster-import.copy.ts'
import { mendRow } from './roster-import.queries.ts'

/** Rows that need somebody: what is wrong in a cell is mended where it is said, and who a person is is decided beside who it may be. */
export const MendList = ({ now, rows }: { now: RosterImport; rows: readonly ImportRow[] }) => (
  <ol className="govuk-list app-measure">
    {rows.map((row) => (
      <li key={row.number}>
        <h3 className="govuk-heading-s">{copy.lineOf(row.line, row.values.name)}</h3>
        {row.outcome === 'possible' ? <WhoIsIt now={now} row={row} /> : <MendForm now={now} row={row} />}
      </li>
    ))}
  </ol>
)

function MendForm({ now, row }: { now: RosterImport; row: ImportRow }) {
  const { mutateAsync } = useMutation(mendRow(now.id))
  const { busy, errors, onSubmit } = useForm((values) => {
    const mended = Object.fromEntries(row.faults.map(({ field }) => [field, typed(values, nameOf(field, row))]))
    return mutateAsync({ number: row.number, mended: { values: mended, choice: row.choice === 'leave' ? null : row.choice } })
  })
  return (
    <form onSubmit={onSubmit} noValidate>
      {errors.map(({ detail }) => (
        <p key={detail} className="govuk-error-message" role="alert">
          {detail}
        </p>
      ))}
      {row.faults.map(({ field, detail }) => (
        <Field key={field} label={copy.fields[field]} name={nameOf(field, row)} defaultValue={row.values[field]} error={detail} />
      ))}
      <Button variant="secondary" busy={busy}>
        {copy.mend}
        <span className="govuk-visually-hidden">{copy.ofLine(row.line)}</span>
      </Button>
    </form>
  )
}

const nameOf = (field: string, { number }: ImportRow) => `${field}-${number}`

function WhoIsIt({ now, row }: { now: RosterImport; row: ImportRow }) {
  const mend = useMutation(mendRow(now.id))
  const choose = (choice: ImportRow['choice']) => mend.mutate({ number: row.number, mended: { values: {}, choice } })
  const ofLine = <span className="govuk-visually-hidden">{copy.ofLine(row.line)}</span>
  return (
    <>
      <p className="govuk-body">
        {row.person && (
          <>
            {copy.onRecord}{' '}
            <Link className="govuk-link" to={paths.person(row.person.id)}>
              {row.person.name}
            </Link>
            {copy.inList(row.person.email)}
          </>
        )}
        {row.values.email || row.values.name}
        {row.choice === 'leave' && <strong> {copy.leftOut}</strong>}
      </p>
      <Actions>
        <Button variant="secondary" busy={mend.isPending} onClick={() => choose('update')}>
          {copy.samePerson}
          {ofLine}
        </Button>
        <Button variant="secondary" busy={mend.isPending} onClick={() => choose('new')}>
          {copy.another}
          {ofLine}
        </Button>
        {row.choice !== 'leave' && (
          <Button variant="secondary" busy={mend.isPending} onClick={() => choose('leave')}>
            {copy.leave}
            {ofLine}
          </Button>
        )}
      </Actions>
    </>
  )
}
