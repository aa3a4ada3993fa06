import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { Link } from 'react-router'
import { saveFile } from '#lib/save-file.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { Details } from '#ui/notes.tsx'
import { fileCopy } from './roster-files.copy.ts'
import { exportRoster } from './roster-files.queries.ts'
import type { Filters } from './roster-filters.ts'

/** Exactly what the list shows as a file, and the way to import one. */
export function RosterFiles({ filters, total }: { filters: Filters; total: number }) {
  const form = useRef<HTMLFormElement>(null)
  const { mutate, isPending, isSuccess, isError } = useMutation({
    mutationFn: async (kind: 'csv' | 'xlsx') => {
      const contact = new FormData(form.current ?? undefined).has('contact')
      saveFile(`roster.${kind}`, await exportRoster(kind, filters, contact))
    },
  })
  return (
    <Details summary={fileCopy.title}>
      {total > 0 && (
        <form ref={form} onSubmit={(event) => event.preventDefault()}>
          <p className="govuk-body">{fileCopy.what}</p>
          <Checkboxes label={fileCopy.columns} name="contact" options={[{ value: 'yes', text: fileCopy.contact }]} />
          <Actions>
            <Button variant="secondary" busy={isPending} onClick={() => mutate('csv')}>
              {fileCopy.csv}
            </Button>
            <Button variant="secondary" busy={isPending} onClick={() => mutate('xlsx')}>
              {fileCopy.xlsx}
            </Button>
          </Actions>
          <div role="status">
            {isSuccess && <p className="govuk-body">{fileCopy.saved}</p>}
            {isError && <p className="govuk-body">{fileCopy.failed}</p>}
          </div>
        </form>
      )}
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.rosterImports()}>
          {fileCopy.toImport}
        </Link>
      </p>
    </Details>
  )
}
