import { useMutation } from '@tanstack/react-query'
import { Button } from '#ui/button.tsx'
import { copy } from './learning-log.copy.ts'
import { downloadLog } from './learning-log.queries.ts'
import type { LogFilters } from './log-filters.ts'

/** What is listed, as a text file. */
export function LogDownload({ filters }: { filters: LogFilters }) {
  const { mutate, isPending, isError } = useMutation({
    mutationFn: async () => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await downloadLog(filters))
      link.download = 'learning-log.txt'
      link.click()
      URL.revokeObjectURL(link.href)
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
