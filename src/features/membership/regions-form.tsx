import { useState } from 'react'
import type { Member } from '#domain/member.ts'
import { type Region, regions } from '#domain/region.ts'
import { regionWords } from '#domain/words.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { copy, regionList } from './member.copy.ts'
import { usePartForm } from './use-part-form.ts'

const given = (values: FormData) => ({ regions: values.getAll('regions').map(String) as Region[] })

/** The regions that a member travels to. Their home region is one of their details. */
export function RegionsForm({ member, home, onSaved }: { member: Member; home: string | null; onSaved: () => void }) {
  const [opened] = useState(member)
  const form = usePartForm(member, 'regions', given, (now) => regionList(now.regions), onSaved)
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} />
      <Checkboxes
        label={copy.regions}
        hint={copy.regionsHint(home)}
        name="regions"
        defaultValues={opened.regions}
        error={form.errorAt('regions')}
        options={regions.filter((one) => one !== opened.region).map((value) => ({ value, text: regionWords[value] }))}
      />
      <Button busy={form.busy}>{copy.save}</Button>
    </form>
  )
}
