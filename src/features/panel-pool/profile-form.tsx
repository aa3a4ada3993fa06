import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person, PoolRole, Profile } from '#domain/person.ts'
import { type Region, regions } from '#domain/region.ts'
import { poolRoleWords, regionWords } from '#domain/words.ts'
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

/** The details of a person, for themself or for a coordinator. The form keeps the version that it was opened with. */
export function ProfileForm({ person, onSaved }: { person: Person; onSaved: (saved: Person) => void }) {
  const [opened] = useState(person)
  const [mine, setMine] = useState<Profile | null>(null)
  const { mutateAsync } = useMutation(keepProfile(person))
  const form = useForm(async (values) => {
    setMine(asTyped(values))
    onSaved(await mutateAsync({ version: opened.version, profile: asTyped(values) }))
  })
  const theirs = form.problem?.status === 412 ? (form.problem.problem.current as Person) : null
  return (
    <form className="app-measure" onSubmit={form.onSubmit} noValidate>
      {theirs && mine ? (
        <ChangedUnderYou
          opened={opened}
          theirs={theirs}
          mine={mine}
          onKeepMine={async () => onSaved(await mutateAsync({ version: theirs.version, profile: merged(opened, mine, theirs) }))}
          onTakeTheirs={() => onSaved(theirs)}
        />
      ) : (
        <ErrorSummary errors={form.errors} />
      )}
      <Field label={copy.name} name="name" autoComplete="name" defaultValue={opened.name} error={form.errorAt('name')} />
      <Field
        label={copy.phone}
        hint={copy.phoneHint}
        name="phone"
        type="tel"
        width={20}
        autoComplete="tel"
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
        label={copy.roles}
        hint={copy.rolesHint}
        name="roles"
        defaultValues={opened.roles}
        error={form.errorAt('roles')}
        options={poolRoles.map((value) => ({ value, text: poolRoleWords[value] }))}
      />
      <Button busy={form.busy}>{copy.save}</Button>
    </form>
  )
}

/** What I changed, over what they saved: a field that I left alone keeps their value. */
function merged(opened: Person, mine: Profile, theirs: Person): Profile {
  const pick = <Key extends keyof Profile>(key: Key): Profile[Key] =>
    String(mine[key] ?? '') === String(opened[key] ?? '') ? theirs[key] : mine[key]
  return { name: pick('name'), phone: pick('phone'), region: pick('region'), roles: pick('roles') }
}
