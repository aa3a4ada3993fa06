import { useMutation } from '@tanstack/react-query'
import type { FrameworkDraft } from '#domain/framework-version.ts'
import { poolRoleWords } from '#domain/words.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Select } from '#ui/select.tsx'
import { partsCopy } from './draft-parts.copy.ts'
import { keepBars } from './framework-versions.queries.ts'

const levels = ['1', '2', '3', '4'].map((value) => ({ value, text: value }))

/** The level that each role asks in its core skills, and elsewhere. */
export function BarsForm({ draft, onDone }: { draft: FrameworkDraft; onDone: (what: string) => void }) {
  const { mutateAsync } = useMutation(keepBars(draft))
  const form = useForm(async (values) => {
    onDone('')
    const bars = draft.bars.map((bar) => ({
      ...bar,
      core: { ...bar.core, level: Number(typed(values, `core-${bar.role}`)) },
      elsewhere: Number(typed(values, `elsewhere-${bar.role}`)),
    }))
    await mutateAsync({ version: draft.version, bars })
    onDone(partsCopy.barsSaved)
  })
  return (
    <form className="app-measure" onSubmit={form.onSubmit} noValidate>
      <h2 className="govuk-heading-m">{partsCopy.bars}</h2>
      <ErrorSummary errors={form.errors.map((error) => ({ ...error, pointer: '' }))} />
      {draft.bars.map(({ role, core, elsewhere }) => (
        <div key={role}>
          <Select label={partsCopy.barCore(poolRoleWords[role])} name={`core-${role}`} defaultValue={String(core.level)} options={levels} />
          <Select label={partsCopy.barElsewhere(poolRoleWords[role])} name={`elsewhere-${role}`} defaultValue={String(elsewhere)} options={levels} />
        </div>
      ))}
      <Button variant="secondary" busy={form.busy}>
        {partsCopy.saveBars}
      </Button>
    </form>
  )
}
