import { useState } from 'react'
import type { BackgroundGiven, Member } from '#domain/member.ts'
import { isSpecialism, sectors, specialisms } from '#domain/specialism.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { backgroundWords, copy } from './member.copy.ts'
import { usePartForm } from './use-part-form.ts'

const separate = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)

const given = (values: FormData): BackgroundGiven => ({
  sector: (typed(values, 'sector') || null) as BackgroundGiven['sector'],
  specialisms: [...values.getAll('specialisms').map(String), ...separate(typed(values, 'ownSpecialisms'))],
  languages: separate(typed(values, 'languages')),
})

/** Where a member comes from, what they know especially well, and which languages they work in. */
export function BackgroundForm({ member, onSaved }: { member: Member; onSaved: () => void }) {
  const [opened] = useState(member)
  const form = usePartForm(member, 'background', given, backgroundWords, onSaved)
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} />
      <Select
        label={copy.sector}
        name="sector"
        none={copy.sectorNone}
        defaultValue={opened.sector ?? ''}
        error={form.errorAt('sector')}
        options={Object.entries(sectors).map(([value, text]) => ({ value, text }))}
      />
      <Checkboxes
        label={copy.specialisms}
        hint={copy.specialismsHint}
        name="specialisms"
        defaultValues={opened.specialisms}
        error={form.errorAt('specialisms')}
        options={Object.entries(specialisms).map(([value, text]) => ({ value, text }))}
      />
      <Field
        label={copy.ownSpecialisms}
        hint={copy.ownSpecialismsHint}
        name="ownSpecialisms"
        autoComplete="off"
        defaultValue={opened.specialisms.filter((one) => !isSpecialism(one)).join(', ')}
      />
      <Field
        label={copy.languages}
        hint={copy.languagesHint}
        name="languages"
        autoComplete="off"
        defaultValue={opened.languages.join(', ')}
        error={form.errorAt('languages')}
      />
      <Button busy={form.busy}>{copy.save}</Button>
    </form>
  )
}
