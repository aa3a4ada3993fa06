import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { RosterImport } from '#domain/roster-import.ts'
import { ApiError } from '#lib/api-error.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Progress } from '#ui/progress.tsx'
import { copy } from './roster-import.copy.ts'
import { checkNext } from './roster-import.queries.ts'

interface Check {
  running: boolean
  failed: string | null
  run: () => void
  stop: () => void
}

/** Checks the rows of a list, some at a time, until all are checked or somebody stops it. Leaving the page stops it too; coming back goes on. */
export function useCheck({ id }: RosterImport): Check {
  const { mutateAsync } = useMutation(checkNext(id))
  const [running, setRunning] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const stopped = useRef(false)
  useEffect(
    () => () => {
      stopped.current = true
    },
    [],
  )

  async function run() {
    stopped.current = false
    setFailed(null)
    setRunning(true)
    try {
      for (let more = true; more && !stopped.current;) {
        const { checked, rows } = await mutateAsync()
        more = checked < rows
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setFailed(error.problem.title)
    } finally {
      setRunning(false)
    }
  }

  return {
    running,
    failed,
    run: () => void run(),
    stop: () => {
      stopped.current = true
    },
  }
}

export function CheckProgress({ now, check }: { now: RosterImport; check: Check }) {
  return (
    <>
      <ErrorSummary errors={check.failed ? [{ pointer: '', detail: check.failed }] : []} />
      <div role="status">
        <Progress label={copy.checking(now.checked, now.rows)} value={now.checked} max={now.rows} />
      </div>
      {check.running ? (
        <Button variant="secondary" onClick={check.stop}>
          {copy.stop}
        </Button>
      ) : (
        <>
          <p className="govuk-body">{copy.stopped}</p>
          <Button onClick={check.run}>{copy.goOn}</Button>
        </>
      )}
    </>
  )
}
