import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { ApiError } from '#lib/api-error.ts'
import { saveFile } from '#lib/save-file.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import type { Chosen } from './chosen.ts'
import { copy } from './together.copy.ts'
import { exportChosen } from './together.queries.ts'

/** Just the people who were chosen, as a file. */
export function ExportChosen({ chosen }: { chosen: Chosen }) {
  const form = useRef<HTMLFormElement>(null)
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: async (kind: 'csv' | 'xlsx') => {
      const contact = new FormData(form.current ?? undefined).has('contact')
      saveFile(`chosen.${kind}`, await exportChosen(chosen, kind, contact))
    },
  })
  return (
    <form ref={form} onSubmit={(event) => event.preventDefault()}>
      <ErrorSummary errors={error instanceof ApiError ? [{ pointer: '', detail: error.problem.title }] : []} />
      <p className="govuk-body">{copy.exportWhat}</p>
      <Checkboxes label={copy.columns} name="contact" options={[{ value: 'yes', text: copy.contact }]} />
      <Actions>
        <Button busy={isPending} onClick={() => mutate('csv')}>
          {copy.csv}
        </Button>
        <Button variant="secondary" busy={isPending} onClick={() => mutate('xlsx')}>
          {copy.xlsx}
        </Button>
      </Actions>
      <div role="status">{isSuccess && <p className="govuk-body">{copy.saved}</p>}</div>
    </form>
  )
}
