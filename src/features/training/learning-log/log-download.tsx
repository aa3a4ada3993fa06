import { useMutation } from '@tanstack/react-query'
import { saveFile } from '#lib/save-file.ts'
import { Button } from '#ui/button.tsx'
import { copy } from './learning-log.copy.ts'
import { downloadLog } from './learning-log.queries.ts'
import type { LogFilters } from './log-filters.ts'

/** What is listed, as a text file. */
export function LogDownload({ filters }: { filters: LogFilters }) {
  const { mutate, isPending, isError } = useMutation({
    mutationFn: async () => {
      saveFile('learning-log.txt', await downloadLog(filters))
    },
  })
  return (
    <>
      <Button variant="secondary" busy={isPending} onClick={() => mutate()}>
        {copy.download}
      </Button>
      <div role="status">{isError && <p className="govuk-error-message">{copy.downloadFailed}</p>}</div>
    </>
  )
}
