import { useMutation } from '@tanstack/react-query'
import type { ImportField, ImportPlan, RosterImport } from '#domain/roster-import.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { copy } from './roster-import.copy.ts'
import { savePlan } from './roster-import.queries.ts'

const fields = Object.keys(copy.fields) as ImportField[]

function planIn(values: FormData): ImportPlan {
  const column = (field: ImportField) => {
    const chosen = typed(values, field)
    return chosen === '' ? null : Number(chosen)
  }
  return {
    columns: {
      name: column('name'),
      email: column('email'),
      phone: column('phone'),
      region: column('region'),
      roles: column('roles'),
      standing: column('standing'),
      joinedOn: column('joinedOn'),
    },
    standing: typed(values, 'newStanding') as ImportPlan['standing'], // the form offers these alone
    reason: typed(values, 'reason').trim() || null,
    tell: values.has('tell'),
  }
}

/** Which column holds what, and how new people are taken. The columns are chosen already, as far as headings tell. */
export function ColumnsForm({ now, onSaved }: { now: RosterImport; onSaved: () => void }) {
  const { mutateAsync } = useMutation(savePlan(now.id))
  const { errors, errorAt, busy, onSubmit } = useForm(async (values) => {
    await mutateAsync({ version: now.version, plan: planIn(values) })
    onSaved()
  })
  const options = now.headings.map((heading, at) => ({
    value: String(at),
    text: copy.column(at, heading, now.samples[at]?.find((sample) => sample !== '') ?? ''),
  }))
  return (
    <form className="app-measure" onSubmit={onSubmit} noValidate>
      <ErrorSummary errors={errors} />
      <h2 className="govuk-heading-m">{copy.columns}</h2>
      <p className="govuk-body">
        {copy.columnsOf(now.rows)} {now.remembered && copy.remembered}
      </p>
      {fields.map((field) => (
        <Select
          key={field}
          label={copy.fields[field]}
          hint={copy.fieldHint[field]}
          name={field}
          none={copy.noColumn}
          options={options}
          defaultValue={now.plan.columns[field] === null ? '' : String(now.plan.columns[field])}
          error={errorAt(field)}
        />
      ))}
      <Select label={copy.newStanding} name="newStanding" options={copy.standings} defaultValue={now.plan.standing} error={errorAt('standing')} />
      <Field label={copy.reason} hint={copy.reasonHint} name="reason" defaultValue={now.plan.reason ?? ''} error={errorAt('reason')} />
      <Checkboxes
        label={copy.tell}
        hint={copy.tellHint}
        name="tell"
        options={[{ value: 'yes', text: copy.tellThem }]}
        defaultValues={now.plan.tell ? ['yes'] : []}
      />
      <Button busy={busy}>{copy.check}</Button>
    </form>
  )
}
