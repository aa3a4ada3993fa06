import { useMutation } from '@tanstack/react-query'
import { saveFile } from '#lib/save-file.ts'
import { Button } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'

interface DownloadTableProps {
  /** The name of the file, with its ending. */
  file: string
  /** Asks for the file, only when somebody wants it: each time is accounted for. */
  fetch: () => Promise<string>
  /** What somebody should know before they download it. */
  about: string
  label: string
  failed: string
}

/** A button that saves a table as comma-separated values. */
export function DownloadTable({ file, fetch, about, label, failed }: DownloadTableProps) {
  const { mutate, isPending, isError } = useMutation({
    mutationFn: async () => saveFile(file, new Blob([await fetch()], { type: 'text/csv' })),
  })
  return (
    <>
      {isError && <ErrorSummary errors={[{ pointer: '', detail: failed }]} />}
      <p className="govuk-body app-measure">{about}</p>
      <Button variant="secondary" busy={isPending} onClick={() => mutate()}>
        {label}
      </Button>
    </>
  )
}
