import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Enrolment, NewerVersion as Newer } from '#domain/training.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { InsetText } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { newerCopy as copy } from './newer-version.copy.ts'
import { moveToVersion } from './newer-version.queries.ts'

/** Tells somebody on an older version what changed in the newest, and lets them move on to it; once they have, says so. */
export function NewerVersion({ newer, enrolment, onMoved }: { newer: Newer | null; enrolment: Enrolment; onMoved: () => void }) {
  const key = useRef(crypto.randomUUID())
  const { mutate, isPending, error } = useMutation(moveToVersion(enrolment.moduleId))
  if (!newer) return <Success>{copy.moved(enrolment.moduleVersion)}</Success>
  const { version, changed, standing } = newer
  const own = enrolment.moduleVersion
  const move = () =>
    mutate(
      { id: enrolment.id, version: enrolment.version, to: version, key: key.current },
      { onSuccess: onMoved, onSettled: () => (key.current = crypto.randomUUID()) },
    )
  return (
    <InsetText>
      <h2 className="govuk-heading-m">{copy.title(version)}</h2>
      {error && <ErrorSummary errors={[{ pointer: '', detail: error.message }]} />}
      <p className="govuk-body">{copy.changed}</p>
      <ul className="govuk-list govuk-list--bullet">
        {changed.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      {standing !== 'may-move' ? (
        <p className="govuk-body">{standing === 'passed' ? copy.passed(own) : copy.underWay(own)}</p>
      ) : (
        <>
          <p className="govuk-body">{copy.stay(own)}</p>
          <ul className="govuk-list govuk-list--bullet">
            {copy.asks(newer).map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
          <Button variant="secondary" busy={isPending} onClick={move}>
            {copy.move(version)}
          </Button>
        </>
      )}
    </InsetText>
  )
}
