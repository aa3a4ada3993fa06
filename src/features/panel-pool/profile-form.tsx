import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person, PoolRole, Profile } from '#domain/person.ts'
import { clashes, mergedProfile } from '#domain/profile-merge.ts'
import { type Region, regions } from '#domain/region.ts'
import { poolRoleWords, regionWords } from '#domain/words.ts'
import { ApiError } from '#lib/api-error.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { ChangedUnderYou } from './changed-under-you.tsx'
import { copy } from './panel-pool.copy.ts'
import { keepProfile } from './panel-pool.queries.ts'
import { poolRoles } from './roster-filters.ts'

const asTyped = (values: FormData): Profile => ({
  name: typed(values, 'name'),
  phone: typed(values, 'phone').trim() || null,
  region: (typed(values, 'region') || null) as Region | null,
  roles: values.getAll('roles').map(String) as PoolRole[],
})

interface ProfileFormProps {
  person: Person
  /** Whether it is filled in by the person themself: then the browser may offer what it knows of them. */
  own: boolean
  onSaved: (saved: Person) => void
  /** They go on with what somebody else saved meanwhile, and nothing of theirs is sent. */
  onTaken: (theirs: Person) => void
}

/** The details of a person, for themself or for a coordinator. The form keeps the version that it was opened with. */
export function ProfileForm({ person, own, onSaved, onTaken }: ProfileFormProps) {
  const [opened] = useState(person)
  const [theirs, setTheirs] = useState<Person | null>(null)
  const [mine, setMine] = useState<Profile>(opened)
  const { mutateAsync } = useMutation(keepProfile(person))
  /** Over what somebody else saved meanwhile: where that is about other details, both stand. */
  async function keep(base: Person, now: Profile): Promise<Person> {
    try {
      return await mutateAsync({ version: base.version, profile: mergedProfile(opened, now, base) })
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 412) throw error
      const current = error.problem.current as Person
      if (!theirs && !clashes(opened, now, current)) return keep(current, now)
      setTheirs(current)
      throw error
    }
  }
  const form = useForm(async (values) => {
    const now = asTyped(values)
    setMine(now)
    onSaved(await keep(theirs ?? opened, now))
  })
  return (
    <form
      className="app-measure"
      onSubmit={form.onSubmit}
      // Beside what they saved stands what is in the form now, also when it is changed further.
      onChange={({ currentTarget }) => theirs && setMine(asTyped(new FormData(currentTarget)))}
      noValidate
    >
      {theirs && <ChangedUnderYou opened={opened} theirs={theirs} mine={mine} busy={form.busy} onTakeTheirs={() => onTaken(theirs)} />}
      {form.problem?.status !== 412 && <ErrorSummary errors={form.errors} />}
      <Field label={copy.name} name="name" autoComplete={own ? 'name' : 'off'} defaultValue={opened.name} error={form.errorAt('name')} />
      <Field
        label={copy.phone}
        hint={copy.phoneHint}
        name="phone"
        type="tel"
        width={20}
        autoComplete={own ? 'tel' : 'off'}
        defaultValue={opened.phone ?? ''}
        error={form.errorAt('phone')}
      />
      <Select
        label={copy.region}
        name="region"
        none={copy.regionNone}
        defaultValue={opened.region ?? ''}
        error={form.errorAt('region')}
        options={regions.map((value) => ({ value, text: regionWords[value] }))}
      />
      <Checkboxes
        label={own ? copy.roles : copy.rolesOf}
        hint={own ? copy.rolesHint : undefined}
        name="roles"
        defaultValues={opened.roles}
        error={form.errorAt('roles')}
        options={poolRoles.map((value) => ({ value, text: poolRoleWords[value] }))}
      />
      {!theirs && <Button busy={form.busy}>{copy.save}</Button>}
    </form>
  )
}
