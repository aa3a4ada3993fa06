import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Availability, AvailabilityGiven, AvailabilityState, Member } from '#domain/member.ts'
import type { PoolRole } from '#domain/person.ts'
import { availabilityWords, poolRoleWords } from '#domain/words.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy, entryWords } from './member.copy.ts'
import { removeAvailability, saveAvailability } from './member.queries.ts'
import { TakeBack } from './take-back.tsx'
import { useEntryForm } from './use-entry-form.ts'

const states = Object.keys(availabilityWords) as AvailabilityState[]

const given = (values: FormData): AvailabilityGiven => ({
  from: typed(values, 'from'),
  to: typed(values, 'to'),
  // The API says which answers there are, and refuses the rest.
  state: typed(values, 'state') as AvailabilityState,
  roles: values.getAll('roles').map(String) as PoolRole[],
  note: typed(values, 'note'),
  readWarning: typed(values, 'readWarning') !== '',
})

interface AvailabilityFormProps {
  member: Member
  before: Availability | null
  onSaved: () => void
  onRemoved: () => void
}

/** A time that a member is free or away. */
export function AvailabilityForm({ member, before, onSaved, onRemoved }: AvailabilityFormProps) {
  const { mutateAsync } = useMutation(saveAvailability(member.personId))
  const form = useEntryForm(before, given, mutateAsync, entryWords, onSaved)
  const noteError = form.errorAt('note')
  // Once the note was asked about the answer stays on the page, also when something else is refused next.
  const [asked, setAsked] = useState(false)
  if (noteError && !asked) setAsked(true)
  return (
    <>
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary errors={form.errors} />
        <Radios
          label={copy.state}
          name="state"
          defaultValue={before?.state}
          error={form.errorAt('state')}
          options={states.map((value) => ({ value, text: availabilityWords[value], hint: copy.stateHints[value] }))}
        />
        <Field label={copy.from} name="from" type="date" width={10} defaultValue={before?.from} error={form.errorAt('from')} />
        <Field label={copy.to} hint={before && copy.toHint} name="to" type="date" width={10} defaultValue={before?.to} error={form.errorAt('to')} />
        {member.roles.length > 1 && (
          <Checkboxes
            label={copy.forRoles}
            hint={copy.forRolesHint}
            name="roles"
            defaultValues={before?.roles ?? []}
            error={form.errorAt('roles')}
            options={member.roles.map((value) => ({ value, text: poolRoleWords[value] }))}
          />
        )}
        <TextArea label={copy.note} hint={copy.noteHint} name="note" rows={2} most={300} defaultValue={before?.note} error={noteError} />
        {asked && <Checkboxes label={copy.readAgainLabel} name="readWarning" options={[{ value: 'yes', text: copy.readAgain }]} />}
        <Button busy={form.busy}>{copy.save}</Button>
      </form>
      {before && <TakeBack entry={before} mutation={removeAvailability(member.personId)} onRemoved={onRemoved} />}
    </>
  )
}
